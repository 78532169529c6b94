/// What becomes of the words that were found.
extension NameScan {
  func replacement(_ owner: HiddenNames.Owner, blank: Bool) -> String {
    if case .one(let index) = owner, !blank { return pseudonyms[index] }
    return TextRedaction.blank
  }

  /// Replaces words.
  ///
  /// - Returns: the word after them.
  mutating func take(
    _ range: Range<Int>, _ owner: HiddenNames.Owner, blank: Bool = false
  ) -> Int {
    let inOther = range.lowerBound < otherEnd
    var scalars =
      words[range.lowerBound].range.lowerBound..<words[range.upperBound - 1].range.upperBound
    if words[range.upperBound - 1].count == 1, isInitialDot(after: range.upperBound - 1),
      text.source[scalars.upperBound] == "."
    {
      scalars = scalars.lowerBound..<(scalars.upperBound + 1)
    }
    edits.append(
      RedactionEdit(
        range: withQuotes(scalars), replacement: replacement(owner, blank: blank || inOther)))
    return range.upperBound
  }

  /// A name with the other quote of a nickname at its beginning or end: `"Nell" Feldt`, `Feldt, "Nell"`.
  private func withQuotes(_ range: Range<Int>) -> Range<Int> {
    var range = range
    if let before = text.source[..<range.lowerBound].last, let closing = Self.quotes[before],
      isUnpaired(closing, with: before, in: range)
    {
      range = range.lowerBound - 1..<range.upperBound
    }
    if let after = text.source[range.upperBound...].first,
      Self.quotes.contains(where: { $1 == after && isUnpaired($0, with: $1, in: range) })
    {
      range = range.lowerBound..<range.upperBound + 1
    }
    return range
  }

  /// Whether a text has one of two quotes more often than the other, or an odd number of straight ones.
  private func isUnpaired(
    _ quote: Unicode.Scalar, with other: Unicode.Scalar, in range: Range<Int>
  ) -> Bool {
    // Between letters it is an apostrophe: "O’Nellan".
    let marks = range.dropFirst().dropLast().filter {
      !FoldedText.isLetter(text.source[$0 - 1]) || !FoldedText.isLetter(text.source[$0 + 1])
    }
    let count = marks.count { text.source[$0] == quote }
    return quote == other ? count % 2 == 1 : count > marks.count { text.source[$0] == other }
  }

  private static let quotes: [Unicode.Scalar: Unicode.Scalar] = [
    "\"": "\"", "'": "'", "“": "”", "(": ")", "«": "»", "„": "“", "‘": "’", "[": "]",
  ]

  /// Marks the words of a relation's ends.
  mutating func mark(_ list: [TextRedaction.Mark]) {
    for (index, word) in words.enumerated() {
      for mark in list
      where mark.range.lowerBound <= word.range.lowerBound
        && word.range.upperBound <= mark.range.upperBound
      {
        marks[index] = .some(mark.owner.map { .one($0) })
      }
    }
  }

  mutating func replace(letters range: Range<Int>, of index: Int, with replacement: String) {
    let start = words[index].letters.lowerBound
    edits.append(
      RedactionEdit(
        range: text.range(ofLetters: (start + range.lowerBound)..<(start + range.upperBound)),
        replacement: replacement))
  }

  mutating func leave(_ range: Range<Int>, _ reason: UndecidedName.Reason, isHidden: Bool = false) {
    let scalars =
      words[range.lowerBound].range.lowerBound..<words[range.upperBound - 1].range.upperBound
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text.source[scalars])
    undecided.append(UndecidedName(words: String(view), reason: reason, isHidden: isHidden))
  }

  /// Whether the full stop after a word belongs to an initial: no sentence ends there.
  private func isInitialDot(after index: Int) -> Bool {
    let gap = text.gap(before: index + 1)
    guard gap.count > 1 else { return false }
    if gap[1] == "," || gap[1] == "'" || gap[1] == "’" { return true }
    return index + 1 < words.count && !words[index + 1].isCapital
  }
}
