/// The formats of numbers in a workbook of Office Open XML, by the number of a cell's style.
struct CellStyles {
  private var formats: [CellFormat] = []

  /// From `xl/styles.xml`; nothing from no bytes.
  init(_ bytes: [UInt8]?) {
    guard let tree = bytes.flatMap({ XMLTree($0) }), let root = tree.root else { return }
    withExtendedLifetime(tree) {
      var codes: [Int: CellFormat] = [:]
      for format in root.elements("numFmts").flatMap({ $0.elements("numFmt") }) {
        guard let id = format["numFmtId"].flatMap(Int.init), let code = format["formatCode"] else {
          continue
        }
        codes[id] = CellFormatCode.format(code)
      }
      formats = root.elements("cellXfs").flatMap { $0.elements("xf") }.map { style in
        let id = style["numFmtId"].flatMap(Int.init) ?? 0
        return codes[id] ?? Self.builtIn(id)
      }
    }
  }

  /// The format of a style; numbers as they are for one that is not there.
  subscript(_ style: String?) -> CellFormat {
    guard let number = style.flatMap(Int.init), formats.indices.contains(number) else {
      return .general
    }
    return formats[number]
  }

  /// What programs know without a code (ECMA-376, part 1, 18.8.30).
  static func builtIn(_ id: Int) -> CellFormat {
    switch id {
    case 1: CellFormatCode.format("0")
    case 2: CellFormatCode.format("0.00")
    case 3, 37, 38, 41: CellFormatCode.format("#,##0")
    case 4, 39, 40, 43: CellFormatCode.format("#,##0.00")
    case 5, 6, 42: CellFormatCode.format("$#,##0")
    case 7, 8, 44: CellFormatCode.format("$#,##0.00")
    case 9: CellFormatCode.format("0%")
    case 10: CellFormatCode.format("0.00%")
    case 14...16, 27...31, 34...36, 50...58: CellFormatCode.format("yyyy-mm-dd")
    case 17: CellFormatCode.format("yyyy-mm")
    case 18...21, 32, 33: CellFormatCode.format("hh:mm")
    case 22: CellFormatCode.format("yyyy-mm-dd hh:mm")
    case 45...47: CellFormatCode.format("[h]:mm:ss")
    default: .general
    }
  }
}
