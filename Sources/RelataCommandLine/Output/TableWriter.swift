/// Lays rows out in columns; as wide as needed, or shortened to a terminal.
struct TableWriter {
  /// Columns of the terminal; nil for no limit.
  var width: Int?
  var style: TerminalStyle

  private static let gap = 2

  /// The heading and one line a row, no trailing spaces; nothing if there are no rows.
  func lines(_ listing: Listing) -> [String] {
    guard !listing.rows.isEmpty else { return [] }
    let rows = listing.rows.map { $0.map(TextWidth.printable) }
    var widths = listing.columns.indices.map { column in
      rows.reduce(TextWidth.of(listing.columns[column].title)) {
        max($0, TextWidth.of($1[column]))
      }
    }
    shrink(&widths, listing.columns)
    let heading = line(listing.columns.map(\.title), widths, listing.columns)
    return [style.bold(heading)] + rows.map { line($0, widths, listing.columns) }
  }

  /// Takes the missing columns from the flexible ones, widest first, never below ten.
  private func shrink(_ widths: inout [Int], _ columns: [Listing.Column]) {
    guard let width else { return }
    var excess = widths.reduce(0, +) + Self.gap * (widths.count - 1) - width
    while excess > 0 {
      let candidates = columns.indices.filter { columns[$0].isFlexible && widths[$0] > 10 }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return }
      widths[widest] -= 1
      excess -= 1
    }
  }

  private func line(_ cells: [String], _ widths: [Int], _ columns: [Listing.Column]) -> String {
    var out = ""
    for (index, cell) in cells.enumerated() {
      let text = TextWidth.truncate(cell, to: widths[index])
      let padding = String(repeating: " ", count: max(0, widths[index] - TextWidth.of(text)))
      out += columns[index].isNumeric ? padding + text : text + padding
      out += String(repeating: " ", count: Self.gap)
    }
    while out.last == " " { out.removeLast() }
    return out
  }
}
