import RelataReading

/// Reads tables of Office Open XML: a line for each row, the cells divided by bars; a sheet after the other.
///
/// Sheets, rows and columns that nobody sees are left out. Numbers stand as the cell shows them, days as ISO 8601.
struct Workbook {
  private let strings: [String]
  private let styles: CellStyles
  private let is1904: Bool

  static func parse(_ bytes: [UInt8]) throws(ParsingProblem) -> ParsedDocument {
    let archive = try Archive(bytes) {
      $0.hasPrefix("xl/worksheets/") || $0 == "docProps/core.xml"
        || ["workbook.xml", "_rels/workbook.xml.rels", "sharedStrings.xml", "styles.xml"]
          .contains($0.dropFirst(3)) && $0.hasPrefix("xl/")
    }
    let sheets = WorkbookSheet.all(of: archive)
    guard !sheets.isEmpty else { throw ParsingProblem(.damaged, "it holds no sheets") }
    let workbook = Workbook(archive)
    let tables = sheets.map { sheet in
      var table = SheetTable(name: sheet.name, isHidden: sheet.isHidden)
      if let bytes = archive.files[sheet.path] { workbook.read(bytes, into: &table) }
      return table
    }
    let text = SheetTable.text(tables)
    var document = CoreProperties(archive.files["docProps/core.xml"]).document(text: text.text)
    document.leftOut = text.leftOut
    return document
  }

  private init(_ archive: Archive) {
    strings = Self.strings(archive.files["xl/sharedStrings.xml"])
    styles = CellStyles(archive.files["xl/styles.xml"])
    let tree = archive.files["xl/workbook.xml"].flatMap { XMLTree($0) }
    is1904 = withExtendedLifetime(tree) {
      tree?.root?.first("workbookPr")?.isOn("date1904") == true
    }
  }

  private static func strings(_ bytes: [UInt8]?) -> [String] {
    guard let tree = bytes.flatMap({ XMLTree($0) }) else { return [] }
    return withExtendedLifetime(tree) {
      (tree.root?.elements("si") ?? []).map { item in
        // Not the readings above the characters.
        item.children.filter { $0.name == "t" || $0.name == "r" }
          .map { $0.name == "t" ? $0.text : $0.elements("t").map(\.text).joined() }.joined()
      }
    }
  }

  private func read(_ sheet: [UInt8], into table: inout SheetTable) {
    guard let tree = XMLTree(sheet), let root = tree.root, let data = root.first("sheetData") else {
      return
    }
    withExtendedLifetime(tree) {
      for column in root.first("cols")?.elements("col") ?? [] where column.isOn("hidden") {
        let first = column["min"].flatMap(Int.init) ?? 1
        let last = min(column["max"].flatMap(Int.init) ?? first, SheetTable.mostColumns)
        if first >= 1, first <= last { table.hiddenColumns.formUnion(first - 1..<last) }
      }
      table.rows = data.elements("row").map {
        SheetTable.Row(cells: cells($0), isHidden: $0.isOn("hidden"))
      }
    }
  }

  private func cells(_ row: XMLNode) -> [String] {
    var cells: [String] = []
    for cell in row.elements("c") {
      let column = cell["r"].map(Self.column) ?? cells.count
      guard column < SheetTable.mostColumns else { break }
      while cells.count < column { cells.append("") }
      cells.append(value(cell))
    }
    return cells
  }

  private func value(_ cell: XMLNode) -> String {
    let written = cell.elements("v").first?.text ?? ""
    switch cell["t"] {
    case "s":
      let index = Int(written) ?? -1
      return strings.indices.contains(index) ? strings[index] : ""
    case "inlineStr": return cell.all("t").map(\.text).joined()
    case "e": return ""
    case "b": return written.isEmpty ? "" : written == "1" ? "TRUE" : "FALSE"
    case "str": return written
    case "d": return written.hasSuffix("T00:00:00") ? String(written.prefix(10)) : written
    default: return styles[cell["s"]].text(written, is1904: is1904)
    }
  }

  /// "AB12" stands in column 27.
  private static func column(_ reference: String) -> Int {
    reference.prefix { $0.isLetter && $0.isASCII }.uppercased().unicodeScalars.prefix(4)
      .reduce(0) { $0 * 26 + Int($1.value) - 64 } - 1
  }
}
