/// What a list of property changes ("sprm") of Word before 2007 says that matters to a reader (MS-DOC 2.6).
struct WordProperties {
  var isHidden: Bool?
  var isDeleted = false
  /// The number of a character style.
  var style: Int?
  var isItem = false
  var isInTable = false
  var endsRow = false

  /// Reads the changes between two offsets.
  init(_ file: LittleEndian, from start: Int, count: Int) {
    var at = start
    let end = min(file.count, start + max(0, count))
    while at + 2 <= end {
      let code = file.short(at)
      let value = file.byte(at + 2)
      switch code {
      // 128 and 129 keep or turn what the style says.
      case 0x083C: if value < 2 { isHidden = value == 1 }
      case 0x0800: isDeleted = value == 1
      case 0x4A30: style = file.short(at + 2)
      case 0x460B: isItem = file.short(at + 2) != 0
      case 0x2416: isInTable = value == 1
      case 0x2417: endsRow = value == 1
      default: break
      }
      at += 2 + Self.size(code, file, at + 2)
    }
  }

  /// Bytes of the operand, which three bits of the code tell.
  private static func size(_ code: Int, _ file: LittleEndian, _ at: Int) -> Int {
    switch code >> 13 {
    case 0, 1: 1
    case 2, 4, 5: 2
    case 3: 4
    case 7: 3
    // Two codes of tables and tab stops count otherwise.
    default: code == 0xD608 ? file.short(at) + 1 : file.byte(at) == 255 ? 256 : file.byte(at) + 1
    }
  }
}
