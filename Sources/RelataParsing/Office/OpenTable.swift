/// What the rows and cells of a table of OpenDocument say besides their words.
enum OpenTable {
  /// More equal cells than this are the empty rest of a sheet.
  private static let mostRepeated = 50

  /// The cells of a row, and how often each stands there.
  static func cells(_ row: XMLNode) -> [(cell: XMLNode, count: Int)] {
    row.children.filter {
      $0.isElement && ["table-cell", "covered-table-cell"].contains($0.name)
    }.map { cell in
      let count = cell["number-columns-repeated"].flatMap(Int.init) ?? 1
      return (cell, max(1, min(count, mostRepeated)))
    }
  }

  /// What a cell says: a day in ISO 8601, however it is shown, other values as they are shown.
  static func value(_ cell: XMLNode, shown: String) -> String {
    switch cell["value-type"] {
    case "date":
      guard let day = cell["date-value"] else { return shown }
      let time = day.dropFirst(11).prefix(8)
      let short = time.hasSuffix(":00") ? time.prefix(5) : time
      return day.prefix(10) + (short.isEmpty || short == "00:00" ? "" : " " + short)
    case "percentage":
      return shown.hasSuffix("%") && !shown.hasSuffix(" %") ? shown.dropLast() + " %" : shown
    default: return shown
    }
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
      let count = max(
        1, min(column["number-columns-repeated"].flatMap(Int.init) ?? 1, SheetTable.mostColumns))
      if isHidden(column) { found.formUnion(next..<next + count) }
      next += count
      if next >= SheetTable.mostColumns { break }
    }
    return found
  }
}
