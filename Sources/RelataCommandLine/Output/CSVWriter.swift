/// Comma-separated values as in RFC 4180, in UTF-8, lines ended by a newline.
enum CSVWriter {
  /// One row with its newline.
  ///
  /// Text that a spreadsheet would run as a formula is preceded by an apostrophe: names and quotes come
  /// from pages anybody may have written.
  static func row(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\n"
  }

  /// The name of a column: lower-case, words joined by underscores.
  static func name(_ title: String) -> String {
    title.lowercased().split(separator: " ").joined(separator: "_")
  }

  private static func cell(_ text: String) -> String {
    var text = text
    if let first = text.first, "=+-@\t\r".contains(first), Double(text) == nil {
      text = "'" + text
    }
    guard text.contains(where: { ",\"\n\r\r\n".contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
