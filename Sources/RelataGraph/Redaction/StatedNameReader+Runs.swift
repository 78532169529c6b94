import RelataLanguage

/// Which words beside a name may be another.
extension StatedNameReader {
  static func stands(_ words: [String], at index: Int, in text: FoldedText) -> Bool {
    guard index >= 0, index + words.count <= text.words.count else { return false }
    return zip(words, text.words[index...]).allSatisfy { $0 == $1.folded }
  }

  /// Whether what follows still speaks of the name: a comma, a parenthesis, a dash, nothing.
  static func isOpen(_ gap: [Unicode.Scalar]) -> Bool {
    gap.count < 6 && gap.allSatisfy { " ,(–—-[\"“‘'\u{a0}:".unicodeScalars.contains($0) }
  }

  /// Words between quotes that open right before a word, five at most.
  static func quoted(_ text: FoldedText, from index: Int) -> [String]? {
    let closing = Set("\"”’'»“".unicodeScalars)
    guard index < text.words.count,
      let quote = text.gap(before: index).last, "\"“‘'«„".unicodeScalars.contains(quote)
    else { return nil }
    var words: [String] = []
    for next in index..<min(text.words.count, index + 5) {
      words.append(text.words[next].folded)
      if let first = text.gap(before: next + 1).first(where: { $0 != "," && $0 != "." }),
        closing.contains(first)
      {
        return words
      }
    }
    return nil
  }

  /// Words with capitals before a word, four at most, without those that begin a sentence: "On Monday".
  static func run(_ text: FoldedText, before index: Int) -> Range<Int> {
    var start = index
    while start > 0, index - start < 4 {
      let word = text.words[start - 1]
      guard word.isCapital, !word.isNumber, !TimeWords.isPart(word.folded),
        !NameContext.functionWords.contains(word.folded),
        !NameContext.openers.contains(word.folded),
        start == index || isWithinName(text, start)
      else { break }
      start -= 1
    }
    return start..<index
  }

  /// Whether what stands before a word may stand within a name; a full stop only after initials and titles.
  private static func isWithinName(_ text: FoldedText, _ index: Int) -> Bool {
    let gap = text.gap(before: index)
    let before = text.words[index - 1]
    return gap.allSatisfy { " -.'’".unicodeScalars.contains($0) }
      && (!gap.contains(".") || before.count == 1 || NameWord.isTitle(before.folded))
  }

  /// Words with capitals from a word on, four at most, particles among them; "the" may go before.
  static func run(_ text: FoldedText, from index: Int) -> Range<Int> {
    var end = index
    while end < text.words.count, end - index < 5, end == index || isWithinName(text, end) {
      let word = text.words[end]
      guard !word.isNumber,
        word.isCapital || NameWord.isParticle(word.folded) || end == index && word.folded == "the"
      else { break }
      end += 1
    }
    while end > index, !text.words[end - 1].isCapital { end -= 1 }
    return index..<end
  }
}
