import RelataCore
import RelataLanguage

/// Finds the names of a watchlist in an annotated document and makes each entry one entity.
///
/// Names match word by word as they are written, capitals included; the longest wins. A name found by
/// the annotator inside a match, or the same words, gives way; other names that the annotator took for
/// the same entity go with it, unless another entry claims them. Roles and references are resolved anew,
/// since whom "he" or "the company" means depends on who is named.
public struct Watchlist: Sendable {
  /// For each first word the names that begin with it, longest first.
  private let forms: [String: [(words: [String], entry: Int)]]
  private let entries: [WatchedName]

  /// Watches for names; none leave every document as it is.
  ///
  /// - Parameter names: Of two entries with one name the first is found.
  public init(_ names: [WatchedName]) {
    entries = names
    var forms: [String: [(words: [String], entry: Int)]] = [:]
    for (i, entry) in names.enumerated() {
      for form in [entry.name] + entry.aliases {
        let words = Self.words(form)
        guard let first = words.first else { continue }
        forms[first, default: []].append((words, i))
      }
    }
    self.forms = forms.mapValues { list in
      list.sorted { a, b in
        a.words.count != b.words.count
          ? a.words.count > b.words.count : a.words.lexicographicallyPrecedes(b.words)
      }
    }
  }

  /// The document with the watched names in it, numbered anew; unchanged if none of them occurs.
  ///
  /// - Complexity: O(words × names that begin alike).
  public func applied(to annotated: AnnotatedDocument) -> AnnotatedDocument {
    var matches: [Match] = []
    for (s, sentence) in annotated.sentences.enumerated() where !sentence.isFurniture {
      matches += find(in: sentence, index: s)
    }
    if matches.isEmpty { return annotated }
    var document = WatchlistMerge(annotated, matches, entries).document()
    ReferenceResolver.resolve(&document)
    return document
  }

  struct Match {
    var sentence: Int
    var tokens: Range<Int>
    var span: Span
    var entry: Int
  }

  private func find(in sentence: Sentence, index: Int) -> [Match] {
    var found: [Match] = []
    var i = 0
    while i < sentence.tokens.count {
      let candidates = forms[Self.folded(sentence.tokens[i].form)] ?? []
      let match = candidates.first { words, _ in
        i + words.count <= sentence.tokens.count
          && words.indices.allSatisfy { Self.folded(sentence.tokens[i + $0].form) == words[$0] }
      }
      guard let match else {
        i += 1
        continue
      }
      let end = i + match.words.count
      let span = Span(sentence.tokens[i].span.start, sentence.tokens[end - 1].span.end)
      found.append(Match(sentence: index, tokens: i..<end, span: span, entry: match.entry))
      i = end
    }
    return found
  }

  /// The words of a name, hyphens and possessives apart, as the annotator splits them.
  private static func words(_ name: String) -> [String] {
    var words: [String] = []
    for part in name.split(whereSeparator: \.isWhitespace) {
      let pieces = part.split(separator: "-", omittingEmptySubsequences: false)
      for (i, piece) in pieces.enumerated() {
        if i > 0 { words.append("-") }
        guard !piece.isEmpty else { continue }
        let text = folded(String(piece))
        if text.hasSuffix("'s"), text.count > 2 {
          words += [String(text.dropLast(2)), "'s"]
        } else {
          words.append(text)
        }
      }
    }
    return words
  }

  private static func folded(_ word: String) -> String {
    TextFolding.composed(word).replacing("’", with: "'")
  }
}
