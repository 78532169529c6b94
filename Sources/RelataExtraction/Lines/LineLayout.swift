import RelataCore
import RelataLanguage

/// The words of a document line by line, with the names in them.
///
/// Reads what prose readers do not see: that a line stands by itself, that a bar divides it, that the line before
/// ended in a colon. Where the document knows its blocks, they say what a line is, else its marks do. Page furniture is
/// left out. Building is O(words + text).
struct LineLayout {
  /// A word by its place in its sentence.
  struct Word: Hashable {
    var sentence: Int
    var token: Int
  }

  /// A name among the words of a line.
  struct Name {
    var argument: Argument
    var sentence: Int
    /// Its words, as positions in the line.
    var words: Range<Int>
  }

  /// A line that is not blank.
  struct Line {
    var words: [Word]
    /// Whether a blank line, furniture or the text's beginning stands before it, unless it goes on with a list or
    /// table.
    var startsBlock: Bool
    /// What the block is that begins with it; nil within one, and where nobody knows.
    var kind: Block.Kind?
  }

  private(set) var lines: [Line] = []
  private let contexts: [SentenceContext]

  /// The lines of the sentences, which are all of a document, in order.
  init(_ contexts: [SentenceContext]) {
    self.contexts = contexts
    guard let document = contexts.first?.annotated.document else { return }
    let text = document.text
    var end = 0
    var isFirst = true
    var last: Int?
    for (s, context) in contexts.enumerated() {
      guard !context.annotated.sentences[s].isFurniture else {
        isFirst = true
        end = context.annotated.sentences[s].span.end
        continue
      }
      for (t, token) in context.tree.tokens.enumerated() {
        let breaks =
          end <= token.span.start && token.span.start <= text.count
          ? text.scalars[end..<token.span.start].count { $0 == "\n" } : 0
        if isFirst || breaks > 0 || lines.isEmpty {
          let number = document.blockIndex(at: token.span.start)
          let block = number == last ? nil : number.map { document.blocks[$0] }
          last = number
          let continues = block?.continues == true
          lines.append(
            Line(
              words: [], startsBlock: isFirst || breaks > 1 && !continues, kind: block?.kind))
          isFirst = false
        }
        lines[lines.count - 1].words.append(Word(sentence: s, token: t))
        end = token.span.end
      }
    }
  }

  func form(_ word: Word) -> String { contexts[word.sentence].tree.form(word.token) }
  func span(_ word: Word) -> Span { contexts[word.sentence].tree.token(word.token).span }
  func context(_ word: Word) -> SentenceContext { contexts[word.sentence] }

  /// Whether a tab stands between two places of the word's document.
  func hasTab(between end: Int, and start: Int, of word: Word) -> Bool {
    let text = context(word).annotated.document.text
    return end < start && start <= text.count && text.scalars[end..<start].contains("\t")
  }

  /// The names among the words, which stand in one line, in order; positions count from the first of the words.
  func names(in words: [Word]) -> [Name] {
    var found: [Name] = []
    var i = 0
    while i < words.count {
      let word = words[i]
      guard let (name, length) = name(at: word, words.count - i) else {
        i += 1
        continue
      }
      found.append(Name(argument: name, sentence: word.sentence, words: i..<i + length))
      i += length
    }
    return found
  }

  /// The name that begins at a word and does not reach beyond the number of words given.
  private func name(at word: Word, _ limit: Int) -> (Argument, length: Int)? {
    let context = contexts[word.sentence]
    let covering = context.names.filter {
      $0.mention.tokens.lowerBound == word.token && $0.mention.tokens.count <= limit
        && $0.mention.type.isNode
    }
    guard let longest = covering.max(by: { $0.mention.tokens.count < $1.mention.tokens.count }),
      let entity = longest.mention.entity, let type = context.type(of: entity)
    else { return nil }
    return (
      Argument(
        entity: entity, type: type, span: longest.mention.span, token: longest.head,
        reference: .name), longest.mention.tokens.count
    )
  }

  /// The names that the words begin with: "Anna Kern (42) and Daro Venn, chair".
  ///
  /// - Returns: The names of the list, and where the words go on behind it.
  func leadingNames(in words: [Word]) -> (names: [Name], end: Int) {
    let names = names(in: words)
    var found: [Name] = []
    var i = 0
    while let next = names.first(where: { $0.words.lowerBound >= i }) {
      let between = words[i..<next.words.lowerBound].map { form($0).lowercased() }
      let joins =
        found.isEmpty
        ? between.allSatisfy { Self.openers.contains($0) || isTitle($0) }
        : !between.isEmpty && between.allSatisfy { Self.joiners.contains($0) || isTitle($0) }
      guard joins else { break }
      found.append(next)
      i = skipBracket(from: next.words.upperBound, in: words)
    }
    return (found, i)
  }

  private static let openers: Set<String> = ["the", "\"", "“", "'", "‘", "*"]
  private static let joiners: Set<String> = [
    ",", "and", "&", ";", "/", "the", "+", "\"", "”", "“", "'",
  ]

  private func isTitle(_ form: String) -> Bool {
    let word = form.hasSuffix(".") ? String(form.dropLast()) : form
    return Abbreviations.titles.contains { $0.lowercased() == word }
  }

  /// Behind "(42 %)" where one begins at a place.
  private func skipBracket(from start: Int, in words: [Word]) -> Int {
    guard start < words.count, form(words[start]) == "(",
      let close = words[start...].firstIndex(where: { form($0) == ")" })
    else { return start }
    return close + 1
  }

  /// Whether a line is an item of a list, as its block or the mark that it begins with says.
  func isItem(_ line: Line) -> Bool {
    line.kind == .item || line.words.count > 1 && hasBullet(line)
  }

  /// The words of a line behind the mark of an item.
  func content(of line: Line) -> [Word] {
    line.words.count > 1 && hasBullet(line) ? Array(line.words.dropFirst()) : line.words
  }

  private func hasBullet(_ line: Line) -> Bool {
    line.words.first.map { LineMarks.isBullet(form($0)) } == true
  }
}
