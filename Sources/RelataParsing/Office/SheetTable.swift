import RelataReading

/// A sheet of a workbook as it was read, with what of it nobody sees.
struct SheetTable {
  struct Row {
    /// By column; those between may be empty.
    var cells: [String]
    var isHidden = false
  }

  var name: String
  var isHidden = false
  var rows: [Row] = []
  var hiddenColumns: Set<Int> = []

  /// Columns beyond this are not read.
  static let mostColumns = 200

  /// The text of a workbook, and what of it is hidden.
  static func text(_ sheets: [SheetTable]) -> (text: String, leftOut: String?) {
    var hidden = HiddenParts()
    let blocks = blocks(sheets, &hidden)
    return (blocks.text, hidden.note)
  }

  /// A line for each row, the sheets' names above them where they say something; what is hidden is counted.
  static func blocks(_ sheets: [SheetTable], _ hidden: inout HiddenParts) -> TextBlocks {
    var shown: [(name: String, rows: [[String]])] = []
    for sheet in sheets where sheet.rows.contains(where: \.isFilled) {
      if sheet.isHidden {
        hidden.add("hidden sheet", name: sheet.name)
      } else {
        let rows = sheet.shownRows(&hidden)
        if !rows.isEmpty { shown.append((sheet.name, rows)) }
      }
    }
    var blocks = TextBlocks()
    for sheet in shown {
      if shown.count > 1 || !isGiven(sheet.name) { blocks.add(paragraph: sheet.name) }
      for row in sheet.rows { blocks.add(row: row) }
      blocks.endGroup()
    }
    return blocks
  }

  private func shownRows(_ hidden: inout HiddenParts) -> [[String]] {
    var used: Set<Int> = []
    var shown: [[String]] = []
    for row in rows where row.isFilled {
      if row.isHidden {
        hidden.add("hidden row")
        continue
      }
      used.formUnion(
        hiddenColumns.filter { row.cells.indices.contains($0) && !row.cells[$0].isEmpty })
      let cells = row.cells.indices.filter { !hiddenColumns.contains($0) }.map { row.cells[$0] }
      if cells.contains(where: { !$0.isEmpty }) { shown.append(cells) }
    }
    for _ in used { hidden.add("hidden column") }
    return shown
  }

  /// Whether a name is the one that programs give of themselves: "Sheet1", "Tabelle 2".
  static func isGiven(_ name: String) -> Bool {
    let word = name.lowercased().prefix { $0.isLetter }
    let rest = name.dropFirst(word.count)
    let words = [
      "sheet", "table", "tabelle", "feuil", "feuille", "hoja", "foglio", "blad", "planilha", "лист",
    ]
    return words.contains(String(word)) && rest.allSatisfy { $0.isNumber || $0 == " " }
  }
}

extension SheetTable.Row {
  var isFilled: Bool { cells.contains { !$0.allSatisfy(\.isWhitespace) } }
}
