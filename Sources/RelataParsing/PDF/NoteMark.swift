/// Recognises the mark that a note begins with.
enum NoteMark {
  /// How many letters of a line are the mark of a note, with room before it; nil where it begins with none.
  ///
  /// A number is a mark only where the text points to it: small type may begin with a number as well. One that stands
  /// far from its note is a line of its own, with the note's first line beside it.
  static func length(_ i: Int, of lines: [PageLine], among marks: Set<String>) -> Int? {
    let line = lines[i]
    let letters = line.scalars.drop(while: \.properties.isWhitespace).map(Character.init)
    let indent = line.scalars.count - letters.count
    let mark = letters.prefix { $0.isNumber || "*†‡§[]()".contains($0) }
    let core = String(mark.filter { !"[]()".contains($0) })
    guard (1...3).contains(core.count), mark.count < 6 else { return nil }
    let isAlone = letters[mark.count...].allSatisfy(\.isWhitespace)
    guard !isAlone || hasWordsBeside(i, of: lines) else { return nil }
    let isSign = core.allSatisfy { "*†‡§".contains($0) } || mark.first == "["
    return isSign || marks.contains(core) ? indent + mark.count : nil
  }

  private static func hasWordsBeside(_ i: Int, of lines: [PageLine]) -> Bool {
    guard i + 1 < lines.count else { return false }
    let (mark, next) = (lines[i], lines[i + 1])
    return abs(mark.top - next.top) < 0.5 * max(next.height, 4) && next.left > mark.right
      && next.left < mark.right + 4 * max(next.height, 4)
  }
}
