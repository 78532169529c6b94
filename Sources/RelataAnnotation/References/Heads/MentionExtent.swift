import RelataCore

/// How far a mention reaches: its head with the words that describe it, as in OntoNotes.
enum MentionExtent {
  /// Words under the head that belong to its clause or to a neighbour, not to the mention.
  private static let outside: Set<String> = [
    "conj", "cc", "parataxis", "discourse", "dep", "list", "advcl", "orphan", "dislocated",
    "vocative", "case", "mark", "cop", "nsubj", "aux", "advmod", "expl", "csubj",
  ]

  /// The words from the first to the last that hang on the head without a gap; a pronoun is itself.
  static func words(of candidate: MentionCandidate, in sentence: Sentence) -> Range<Int> {
    let tokens = sentence.tokens
    var belongs = [Bool](repeating: false, count: tokens.count)
    for i in tokens.indices where i != candidate.head {
      belongs[i] = hangs(i, on: candidate.head, tokens)
    }
    var (first, last) = (candidate.head, candidate.head)
    while let next = step(first, by: -1, belongs, tokens) { first = next }
    while let next = step(last, by: 1, belongs, tokens) { last = next }
    while last > candidate.head, tokens[last].upos == .punct,
      ![")", "\"", "”", "'"].contains(tokens[last].form)
    {
      last -= 1
    }
    while first < candidate.head, tokens[first].upos == .punct,
      !["(", "\"", "“"].contains(tokens[first].form)
    {
      first += 1
    }
    return min(first, candidate.words.lowerBound)..<max(last + 1, candidate.words.upperBound)
  }

  /// The same in scalars of the document's text; `withMark`: "the court's" whole, not "the court" alone.
  static func span(
    of candidate: MentionCandidate, in sentence: Sentence, withMark: Bool = false
  ) -> Span {
    var words = words(of: candidate, in: sentence)
    if withMark, words.upperBound < sentence.tokens.count,
      sentence.tokens[words.upperBound].xpos == "POS"
    {
      words = words.lowerBound..<words.upperBound + 1
    }
    let tokens = sentence.tokens[words]
    return Span(tokens.first?.span.start ?? 0, tokens.last?.span.end ?? 0)
  }

  private static func step(_ i: Int, by step: Int, _ belongs: [Bool], _ tokens: [Token]) -> Int? {
    let next = i + step
    guard belongs.indices.contains(next) else { return nil }
    if belongs[next] { return next }
    guard tokens[next].upos == .punct, belongs.indices.contains(next + step), belongs[next + step]
    else { return nil }
    return next
  }

  /// Whether the way from a word up to the head crosses no border at the head.
  private static func hangs(_ i: Int, on head: Int, _ tokens: [Token]) -> Bool {
    var word = i
    while word >= 0, tokens[word].head != head { word = tokens[word].head }
    guard word >= 0 else { return false }
    return !outside.contains(String(tokens[word].deprel.prefix { $0 != ":" }))
  }
}
