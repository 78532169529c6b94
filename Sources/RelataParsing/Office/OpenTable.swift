/// What the rows and cells of a table of OpenDocument say besides their words.
enum OpenTable {
  /// More equal cells than this are the empty rest of a sheet.
  private static let mostRepeated = 50
  /// Columns beyond this are not asked for.
  private static let mostColumns = 200

  /// The cells of a row, and how often each stands there.
  static func cells(_ row: XMLNode) -> [(cell: XMLNode, count: Int)] {
    row.children.filter {
      $0.isElement && ["table-cell", "covered-table-cell"].contains($0.name)
    }.map { cell in
      let count = cell["number-columns-repeated"].flatMap(Int.init) ?? 1
      return (cell, max(1, min(count, mostRepeated)))
    }
  }

  /// The day that a cell holds, in ISO 8601, however it is shown; nil for other cells.
  static func value(_ cell: XMLNode) -> String? {
    guard cell["value-type"] == "date", let day = cell["date-value"] else { return nil }
    let time = day.dropFirst(11)
    return day.prefix(10) + (time.isEmpty || time.hasPrefix("00:00:00") ? "" : " " + time.prefix(8))
  }

  /// Whether a row or a column is shown to nobody.
  static func isHidden(_ part: XMLNode) -> Bool {
    ["collapse", "filter"].contains(part["visibility"] ?? "")
  }

  /// The numbers of the columns that nobody sees.
  static func hiddenColumns(_ table: XMLNode) -> Set<Int> {
    var found: Set<Int> = []
    var next = 0
    for column in table.all("table-column") {
      let count = max(1, min(column["number-columns-repeated"].flatMap(Int.init) ?? 1, mostColumns))
      if isHidden(column) { found.formUnion(next..<next + count) }
      next += count
      if next >= mostColumns { break }
    }
    return found
  }
}
