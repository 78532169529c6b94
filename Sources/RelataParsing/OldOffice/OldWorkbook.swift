import RelataReading

/// Reads Excel workbooks of before 2007 (MS-XLS, BIFF8), under the same rules as ``Workbook``.
struct OldWorkbook {
  private let file: LittleEndian
  private var strings: [String] = []
  private var codes: [Int: CellFormat] = [:]
  private var styles: [Int] = []
  private var is1904 = false
  private var sheets: [(start: Int, table: SheetTable)] = []

  static func parse(_ stream: [UInt8]) throws(ParsingProblem) -> (text: String, leftOut: String?) {
    var workbook = OldWorkbook(file: LittleEndian(stream))
    try workbook.readGlobals()
    let tables = workbook.sheets.map { workbook.table($0.table, from: $0.start) }
    guard !tables.isEmpty else { throw ParsingProblem(.damaged, "it holds no sheets") }
    return SheetTable.text(tables)
  }

  private init(file: LittleEndian) { self.file = file }

  /// What holds for all sheets, up to the end of the first part of the file.
  private mutating func readGlobals() throws(ParsingProblem) {
    var records = SheetRecords(file)
    guard let first = records.next(), first.kind == 0x0809, first.data.short(0) == 0x0600 else {
      throw ParsingProblem(.unknown, "it is an Excel workbook of before 1997")
    }
    while let record = records.next(), record.kind != 0x0A {
      let data = record.data
      switch record.kind {
      case 0x2F: throw ParsingProblem(.encrypted, "a password protects it")
      case 0x22: is1904 = data.short(0) == 1
      case 0x041E: codes[data.short(0)] = CellFormatCode.format(SheetStrings.string(record, at: 2))
      case 0xE0: styles.append(data.short(2))
      case 0xFC: strings = SheetStrings.table(record)
      // Charts and macros are sheets of other kinds.
      case 0x85 where data.byte(5) == 0:
        let name = SheetStrings.string(record, at: 6, lengthBytes: 1).collapsed
        sheets.append((data.long(0), SheetTable(name: name, isHidden: data.byte(4) & 3 != 0)))
      default: break
      }
    }
  }

  private func table(_ table: SheetTable, from start: Int) -> SheetTable {
    var table = table
    var records = SheetRecords(file, from: start)
    guard records.next()?.kind == 0x0809 else { return table }
    var cells: [Int: [Int: String]] = [:]
    var hiddenRows: Set<Int> = []
    var formula: (row: Int, column: Int)?
    while let record = records.next(), record.kind != 0x0A {
      let data = record.data
      let (row, column) = (data.short(0), data.short(2))
      func put(_ column: Int, _ text: String) {
        if column < SheetTable.mostColumns { cells[row, default: [:]][column] = text }
      }
      switch record.kind {
      case 0x0208: if data.byte(12) & 0x20 != 0 { hiddenRows.insert(row) }
      case 0x7D where data.byte(8) & 1 != 0:
        let last = min(column, SheetTable.mostColumns - 1)
        if row <= last { table.hiddenColumns.formUnion(row...last) }
      case 0xFD:
        let index = data.long(6)
        put(column, strings.indices.contains(index) ? strings[index] : "")
      case 0x0204, 0xD6: put(column, SheetStrings.string(record, at: 6))
      case 0x0203: put(column, text(data.double(6), style: data.short(4)))
      case 0x027E: put(column, text(Self.packed(data.long(6)), style: data.short(4)))
      case 0xBD:
        for i in 0..<max(0, (data.count - 6) / 6) {
          put(
            column + i, text(Self.packed(data.long(6 + 6 * i)), style: data.short(4 + 6 * i)))
        }
      case 0x0205 where data.byte(7) == 0: put(column, data.byte(6) == 1 ? "TRUE" : "FALSE")
      case 0x06:
        formula = (row, column)
        if data.short(12) != 0xFFFF {
          put(column, text(data.double(6), style: data.short(4)))
        } else if data.byte(6) == 1 {
          put(column, data.byte(8) == 1 ? "TRUE" : "FALSE")
        }
      case 0x0207:
        if let cell = formula, cell.column < SheetTable.mostColumns {
          cells[cell.row, default: [:]][cell.column] = SheetStrings.string(record, at: 0)
        }
      default: break
      }
    }
    table.rows = cells.sorted { $0.key < $1.key }.map { row, filled in
      SheetTable.Row(
        cells: (0...(filled.keys.max() ?? 0)).map { filled[$0] ?? "" },
        isHidden: hiddenRows.contains(row))
    }
    return table
  }

  private func text(_ value: Double, style: Int) -> String {
    let id = styles.indices.contains(style) ? styles[style] : 0
    let isWhole = value == value.rounded() && abs(value) < 1e15
    return (codes[id] ?? CellStyles.builtIn(id)).text(
      isWhole ? "\(Int(value))" : "\(value)", is1904: is1904)
  }

  /// A number in 30 bits: a whole one or the head of a fraction, perhaps times 100.
  private static func packed(_ bits: Int) -> Double {
    let value =
      bits & 2 != 0
      ? Double(Int32(truncatingIfNeeded: bits) >> 2)
      : Double(bitPattern: UInt64(bits & 0xFFFF_FFFC) << 32)
    return bits & 1 != 0 ? value / 100 : value
  }
}
