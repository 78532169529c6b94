extension StringProtocol {
  /// The words with single spaces between and none at the edges; no-break spaces count as white space.
  package var collapsed: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The same; nil where there are no words.
  package var collapsedWords: String? {
    let words = collapsed
    return words.isEmpty ? nil : words
  }
}
