import RelataCore

/// Tells line breaks that separate from those that only wrap a paragraph.
package struct LineBreaks: Sendable {
  package enum Gap { case none, space, line, paragraph }

  private let text: ContiguousArray<Unicode.Scalar>
  /// Starts of lines (their first non-space scalar) that stand for themselves, sorted.
  private let separating: Set<Int>
  /// The lines that are not blank, in order.
  let lines: [Line]
  /// A paragraph is not wrapped wider than this.
  private static let widestWrap = 120

  /// Reads the lines of a text; where `blocks` are known, each of them stands for itself too.
  ///
  /// - Complexity: O(text).
  package init(_ text: ContiguousArray<Unicode.Scalar>, blocks: [Block] = []) {
    self.text = text
    lines = Self.lines(text)
    separating = Set(lines.lazy.filter(\.separates).map(\.start) + blocks.map(\.span.start))
  }

  /// What lies between two words.
  package func gap(_ end: Int, _ start: Int) -> Gap {
    guard start > end else { return .none }
    var breaks = 0
    var i = end
    while i < start {
      switch text[i] {
      case "\n", "\u{2028}", "\u{85}", "\u{0B}": breaks += 1
      case "\r": if i + 1 >= start || text[i + 1] != "\n" { breaks += 1 }
      case "\u{0C}", "\u{2029}": breaks += 2
      default: break
      }
      i += 1
    }
    return breaks == 0 ? .space : breaks == 1 ? .line : .paragraph
  }

  /// Whether the line whose first word starts here stands for itself.
  package func separates(_ start: Int) -> Bool { separating.contains(start) }

  struct Line {
    /// First and behind-last non-space scalar; equal for a blank line.
    var start: Int
    var end: Int
    /// Whether bars or tabs divide it into cells.
    var isRow = false
    /// Whether a blank line or the text's beginning stands before it.
    var startsParagraph = false
    /// Whether it stands for itself though it follows another one.
    var separates = false
    var width: Int { end - start }
  }

  private static func lines(_ text: ContiguousArray<Unicode.Scalar>) -> [Line] {
    var found: [Line] = []
    var block = 0
    func close() {
      let width = found[block...].map(\.width).max() ?? 0
      for i in found.indices[block...].dropFirst() {
        found[i].separates = stands(found[i], after: found[i - 1], width: width, text)
      }
      if block < found.count { found[block].startsParagraph = true }
      block = found.count
    }
    var i = 0
    while i < text.count {
      var end = i
      while end < text.count, !isBreak(text[end]) { end += 1 }
      var line = Line(start: i, end: end)
      while line.start < line.end, ScalarClass.isSpace(text[line.start]) { line.start += 1 }
      while line.end > line.start, ScalarClass.isSpace(text[line.end - 1]) { line.end -= 1 }
      if line.width == 0 {
        // "\r\n" gives no empty line of its own.
        if !(end > 0 && end < text.count && text[end] == "\n" && text[end - 1] == "\r") { close() }
      } else {
        line.isRow = text[(line.start + 1)..<line.end].contains { $0 == "\t" || $0 == "|" }
        found.append(line)
      }
      i = end + 1
    }
    close()
    return found
  }

  private static func isBreak(_ s: Unicode.Scalar) -> Bool {
    s == "\n" || s == "\r" || s == "\u{2028}" || s == "\u{85}" || s == "\u{0B}"
  }

  private static func stands(
    _ line: Line, after previous: Line, width: Int, _ text: ContiguousArray<Unicode.Scalar>
  ) -> Bool {
    let first = text[line.start]
    if LineMarks.isItem(text[line.start..<line.end]) { return true }
    if width > widestWrap || line.isRow && previous.isRow { return true }
    if ScalarClass.isLower(first) { return false }
    // Greedy wrapping leaves no room for the next word; if it would have fitted, the break is meant.
    var word = line.start
    while word < line.end, !ScalarClass.isSpace(text[word]) { word += 1 }
    return previous.width + 1 + (word - line.start) <= width
  }
}
