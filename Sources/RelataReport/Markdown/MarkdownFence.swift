/// A fenced code block of a Markdown file, after CommonMark 0.31 §4.5.
struct MarkdownFence: Hashable {
  /// Index of the line that opens it.
  var opening: Int
  /// Index of the line that closes it; nil if the file ends first.
  var closing: Int?
  /// The words after the opening fence.
  var info: String

  /// Finds all fences outside comments, in order.
  ///
  /// Indented code, quotes and fences within longer fences are none.
  static func all(in lines: [MarkdownLine]) -> [MarkdownFence] {
    var fences: [MarkdownFence] = []
    var open: (mark: Unicode.Scalar, length: Int)?
    var isComment = false
    for (index, line) in lines.enumerated() {
      if let current = open {
        if closes(line, current.mark, current.length) {
          fences[fences.count - 1].closing = index
          open = nil
        }
        continue
      }
      if isComment {
        isComment = !line.text.contains("-->")
        continue
      }
      if line.indent < 4, line.trimmed.hasPrefix("<!--") {
        isComment = !line.trimmed.dropFirst(4).contains("-->")
        continue
      }
      guard let (mark, length, info) = opens(line) else { continue }
      open = (mark, length)
      fences.append(MarkdownFence(opening: index, closing: nil, info: info))
    }
    return fences
  }

  private static func opens(
    _ line: MarkdownLine
  ) -> (mark: Unicode.Scalar, length: Int, info: String)? {
    guard line.indent < 4 else { return nil }
    let scalars = line.trimmed.unicodeScalars
    guard let mark = scalars.first, mark == "`" || mark == "~" else { return nil }
    let length = scalars.prefix { $0 == mark }.count
    let info = scalars.dropFirst(length)
    guard length >= 3, mark == "~" || !info.contains("`") else { return nil }
    return (mark, length, MarkdownLine(text: String(info), ending: "").trimmed)
  }

  private static func closes(_ line: MarkdownLine, _ mark: Unicode.Scalar, _ length: Int) -> Bool {
    guard line.indent < 4 else { return false }
    let scalars = line.trimmed.unicodeScalars
    return scalars.count >= length && scalars.allSatisfy { $0 == mark }
  }
}
