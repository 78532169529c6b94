import RelataReading

/// Reads tables of Office Open XML: a line for each row, the cells divided by bars; a sheet after the other.
struct Workbook {
  private let strings: [String]

  static func parse(_ bytes: [UInt8]) throws(ParsingProblem) -> ParsedDocument {
    let archive = try Archive(bytes) {
      $0.hasPrefix("xl/worksheets/sheet") || $0 == "xl/sharedStrings.xml"
        || $0 == "docProps/core.xml"
    }
    let sheets = archive.numbered("xl/worksheets/sheet")
    guard !sheets.isEmpty else { throw ParsingProblem(.damaged, "it holds no sheets") }
    let workbook = Workbook(strings: strings(archive.files["xl/sharedStrings.xml"]))
    var blocks = TextBlocks()
    for sheet in sheets {
      guard let tree = XMLTree(sheet),
        let rows = tree.root?.first("sheetData")?.elements("row")
      else { continue }
      withExtendedLifetime(tree) {
        for row in rows where row["hidden"] != "1" { blocks.add(row: workbook.cells(row)) }
      }
      blocks.endGroup()
    }
    return CoreProperties(archive.files["docProps/core.xml"]).document(text: blocks.text)
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
    switch cell["t"] {
    case "s":
      let index = cell.elements("v").first.flatMap { Int($0.text) } ?? -1
      return strings.indices.contains(index) ? strings[index] : ""
    case "inlineStr": return cell.all("t").map(\.text).joined()
    case "e": return ""
    default: return cell.elements("v").first?.text ?? ""
    }
  }

  /// "AB12" stands in column 27.
  private static func column(_ reference: String) -> Int {
    reference.prefix { $0.isLetter && $0.isASCII }.uppercased().unicodeScalars.prefix(4)
      .reduce(0) { $0 * 26 + Int($1.value) - 64 } - 1
  }
}
