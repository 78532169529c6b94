import RelataCore

/// The marks with which a plain text says what a line is.
package enum LineMarks {
  private static let bullets: Set<Unicode.Scalar> = [
    "-", "•", "*", "–", "—", "·", "‣", "▪", "◦", "●",
  ]

  /// Whether a word is the mark of a list's item.
  package static func isBullet(_ form: String) -> Bool {
    form.unicodeScalars.count == 1 && form.unicodeScalars.first.map(bullets.contains) == true
  }

  /// Whether a line, without white space before it, begins with the mark of an item and a space.
  static func isItem(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = line.first, bullets.contains(first) else { return false }
    return line.dropFirst().first.map(ScalarClass.isSpace) == true
  }

  /// The level of a line that Markdown would take for a heading: "## The board".
  static func level(_ line: ArraySlice<Unicode.Scalar>) -> Int? {
    let signs = line.prefix { $0 == "#" }
    guard (1...6).contains(signs.count), signs.endIndex < line.endIndex,
      ScalarClass.isSpace(line[signs.endIndex])
    else { return nil }
    return signs.count
  }

  /// A label that begins a turn of talk.
  struct Turn {
    var kind: Block.Kind
    /// One past its last scalar, where the colon is.
    var end: Int
    /// Whether only its capitals tell that it is one: "KERN:", but also "UPDATE:".
    var isName: Bool
  }

  private static let longestLabel = 30

  /// The label of a line that somebody says: "Q: …", "Interviewer: …", "MS KERN: …".
  static func turn(_ line: ArraySlice<Unicode.Scalar>) -> Turn? {
    guard let first = line.first, ScalarClass.isUpper(first),
      let colon = line.prefix(longestLabel).firstIndex(of: ":"), colon + 1 < line.endIndex,
      ScalarClass.isSpace(line[colon + 1])
    else { return nil }
    let label = line[..<colon]
    let words = String(scalars: label).lowercased()
    let cues = CueWords.standard
    if cues.turns.contains(words) {
      let kind: Block.Kind =
        cues.questions.contains(words) ? .question : cues.answers.contains(words) ? .answer : .turn
      return Turn(kind: kind, end: colon, isName: false)
    }
    let letters = label.filter(ScalarClass.isLetter)
    let isName =
      letters.count > 2 && letters.allSatisfy(ScalarClass.isUpper)
      && label.allSatisfy { ScalarClass.isLetter($0) || " .'’-".unicodeScalars.contains($0) }
    return isName ? Turn(kind: .turn, end: colon, isName: true) : nil
  }
}
