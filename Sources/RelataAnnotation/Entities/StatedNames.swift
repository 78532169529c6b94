import RelataCore
import RelataLanguage

/// Pairs of names that a sentence says are the same one's: "Jan Kowalczyk, also known as Max Vale".
struct StatedNames {
  /// Mention numbers: the name, and what its bearer is called too.
  private(set) var pairs: [(name: Int, other: Int)] = []

  /// Words beside the phrase that says it: "who is also … by the name of".
  private static let fillers = CueWords.standard.nameFillers
  private static let opening: Set<String> = [",", "(", "–", "—", "["]
  private static let quotes: Set<String> = ["\"", "“", "‘", "'", "``", "”", "’", "''"]
  /// Phrases that are verbs of their own without a comma: "Anna Kern called Max Vale".
  private static let verbs: Set<String> = ["called", "dubbed", "nicknamed", "born", "renamed"]
  /// Say that a body or person had another name, whatever the two have in common.
  private static let renaming: Set<String> = ["formerly", "previously", "now"]
  private static let longest = 9

  private static let phrases: [[String]: NameCue] = Dictionary(
    NameCue.phrases.map { ($0.words, $0.cue) }, uniquingKeysWith: { first, _ in first })

  private let mentions: [NamedMention]
  private let sentences: [Sentence]

  /// - Complexity: O(mentions).
  init(_ mentions: [NamedMention], _ sentences: [Sentence]) {
    self.mentions = mentions
    self.sentences = sentences
    var last: Int?
    for i in mentions.indices where mentions[i].type.isNode && mentions[i].kind == .name {
      defer { if last.map({ !mentions[$0].span.contains(mentions[i].span) }) ?? true { last = i } }
      guard let name = last, mentions[name].sentence == mentions[i].sentence,
        mentions[name].words.upperBound < mentions[i].words.lowerBound,
        mentions[i].words.lowerBound - mentions[name].words.upperBound <= Self.longest,
        says(name, i)
      else { continue }
      // "X, also known as Y or Z": both are X's.
      pairs.append((pairs.last.flatMap { $0.other == name ? $0.name : nil } ?? name, i))
    }
  }

  private func says(_ name: Int, _ other: Int) -> Bool {
    let tokens = sentences[mentions[name].sentence].tokens
    let words = mentions[name].words.upperBound..<mentions[other].words.lowerBound
    let forms = words.map { TextFolding.folded(tokens[$0].form) }
    if let pair = pairs.last, pair.other == name {
      return ["or", "alias", "aka", "a.k.a."].contains(forms.last { !Self.quotes.contains($0) })
        && forms.allSatisfy {
          ["or", "alias", "aka", "a.k.a.", ","].contains($0) || Self.quotes.contains($0)
        }
        && !continues(other, tokens)
    }
    guard let (cue, range) = cue(in: forms), !continues(other, tokens) else { return false }
    let (a, b) = (mentions[name], mentions[other])
    guard a.type == b.type || cue == .alias && a.type != .location && b.type != .location else {
      return false
    }
    let phrase = forms[range].joined(separator: " ")
    let isApart = forms.first.map(Self.opening.contains) ?? false
    switch cue {
    case .surname: return a.type == .person && isApart
    case .alias:
      return isApart || !Self.verbs.contains(phrase)
        || forms.contains { ["is", "was"].contains($0) }
    case .weak:
      guard isApart, isClosed(other, tokens) else { return false }
      return Self.renaming.contains(phrase) || !Set(a.form.parts).isDisjoint(with: b.form.parts)
    }
  }

  /// The phrase that says it, where the words beside it say nothing else.
  private func cue(in forms: [String]) -> (NameCue, Range<Int>)? {
    let plain = forms.map { $0.contains(".") ? $0.filter { $0 != "." } : $0 }
    for length in stride(from: min(6, plain.count), to: 0, by: -1) {
      for start in 0...(plain.count - length) {
        let range = start..<start + length
        guard let cue = Self.phrases[Array(plain[range])], plain[range] != ["or"] else { continue }
        let isPlain = plain.indices.allSatisfy {
          range.contains($0) || Self.fillers.contains(plain[$0])
            || $0 >= range.upperBound && Titles.isTitle(plain[$0])
        }
        if isPlain { return (cue, range) }
      }
    }
    return nil
  }

  /// Whether the name goes on into something else: "also known as Max Vale's aide".
  private func continues(_ other: Int, _ tokens: [Token]) -> Bool {
    let next = mentions[other].words.upperBound
    guard next < tokens.count else { return false }
    return ["'s", "’s"].contains(tokens[next].form) || [.noun, .propn].contains(tokens[next].upos)
  }

  private func isClosed(_ other: Int, _ tokens: [Token]) -> Bool {
    var next = mentions[other].words.upperBound
    if next < tokens.count, Self.quotes.contains(tokens[next].form) { next += 1 }
    return next >= tokens.count || [",", ")", ".", ";", "]", "–", "—"].contains(tokens[next].form)
  }
}
