import RelataReading

/// Reads tables of Office Open XML: a line for each row, the cells divided by bars; a sheet after the other.
///
/// Sheets, rows and columns that nobody sees are left out. Numbers stand as the cell shows them, days as ISO 8601.
struct Workbook {
  private let strings: [String]
  private let styles: CellStyles
  private let is1904: Bool
  private var hidden = HiddenParts()

  static func parse(_ bytes: [UInt8]) throws(ParsingProblem) -> ParsedDocument {
    let archive = try Archive(bytes) {
      $0.hasPrefix("xl/") && !$0.hasPrefix("xl/media/") || $0 == "docProps/core.xml"
    }
    let sheets = WorkbookSheet.all(of: archive)
    guard !sheets.isEmpty else { throw ParsingProblem(.damaged, "it holds no sheets") }
    var workbook = Workbook(archive)
    let read = sheets.compactMap { sheet -> (name: String, rows: [[String]])? in
      let rows = archive.files[sheet.path].map { workbook.rows(of: $0, isCounted: !sheet.isHidden) }
      guard let rows, !rows.isEmpty else { return nil }
      if sheet.isHidden { workbook.hidden.add("hidden sheet", name: sheet.name) }
      return sheet.isHidden ? nil : (sheet.name, rows)
    }
    var blocks = TextBlocks()
    for sheet in read {
      if read.count > 1 || !WorkbookSheet.isGiven(sheet.name) { blocks.add(paragraph: sheet.name) }
      for row in sheet.rows { blocks.add(row: row) }
      blocks.endGroup()
    }
    var document = CoreProperties(archive.files["docProps/core.xml"]).document(text: blocks.text)
    document.leftOut = workbook.hidden.note
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

  /// Columns beyond this are not read.
  private static let mostColumns = 200

  /// The rows of a sheet that hold something and are seen; those that are not are counted if it is asked for.
  private mutating func rows(of sheet: [UInt8], isCounted: Bool) -> [[String]] {
    guard let tree = XMLTree(sheet), let root = tree.root, let data = root.first("sheetData") else {
      return []
    }
    return withExtendedLifetime(tree) {
      let unseen = Self.hiddenColumns(root)
      var used: Set<Int> = []
      var rows: [[String]] = []
      for row in data.elements("row") {
        let cells = cells(row)
        let filled = cells.indices.filter { !cells[$0].allSatisfy(\.isWhitespace) }
        guard !filled.isEmpty else { continue }
        if row.isOn("hidden") {
          if isCounted { hidden.add("hidden row") }
          continue
        }
        used.formUnion(filled.filter(unseen.contains))
        let seen = cells.indices.filter { !unseen.contains($0) }.map { cells[$0] }
        if seen.contains(where: { !$0.isEmpty }) { rows.append(seen) }
      }
      if isCounted { for _ in used { hidden.add("hidden column") } }
      return rows
    }
  }

  private static func hiddenColumns(_ sheet: XMLNode) -> Set<Int> {
    let columns = (sheet.first("cols")?.elements("col") ?? []).filter { $0.isOn("hidden") }.flatMap
    { column in
      let first = column["min"].flatMap(Int.init) ?? 1
      let last = min(column["max"].flatMap(Int.init) ?? first, mostColumns)
      return first >= 1 && first <= last ? Array(first - 1..<last) : []
    }
    return Set(columns)
  }

  private func cells(_ row: XMLNode) -> [String] {
    var cells: [String] = []
    for cell in row.elements("c") {
      let column = cell["r"].map(Self.column) ?? cells.count
      guard column < Self.mostColumns else { break }
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
