/// Reads the codes that formats of cells are written in: `#,##0.00 "kg"`, `[$€-407] 0`, `dd/mm/yyyy`.
struct CellFormatCode {
  private var digits = CellFormat.Digits()
  private var letters = Set<Character>()
  private var isElapsed = false
  private var hasDigits = false
  private var isDecimal = false
  private var isOdd = false
  private var commas = 0

  /// The format of a code; only its first part counts, which is that of positive numbers.
  static func format(_ code: String) -> CellFormat {
    var reader = CellFormatCode()
    reader.read(code)
    return reader.format
  }

  private var format: CellFormat {
    if isElapsed { return .moment(.init(hasDay: false, hasTime: true, isElapsed: true)) }
    let hasTime = letters.contains("h") || letters.contains("s")
    let hasDay = letters.contains("y") || letters.contains("d") || letters.contains("m") && !hasTime
    if hasDay || hasTime {
      let precision =
        letters.contains("d") || !letters.contains("y") ? 3 : letters.contains("m") ? 2 : 1
      return .moment(.init(hasDay: hasDay, hasTime: hasTime, precision: hasTime ? 3 : precision))
    }
    guard hasDigits, !isOdd else { return .general }
    var digits = digits
    digits.scale = commas
    return .number(digits)
  }

  private mutating func read(_ code: String) {
    var rest = code.prefix(255)[...]
    guard !rest.lowercased().hasPrefix("general") else { return }
    while let sign = rest.popFirst() {
      switch sign {
      case ";": return
      case "\"":
        add(String(rest.prefix { $0 != "\"" }))
        rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\": if let letter = rest.popFirst() { add(String(letter)) }
      // Room as wide as a letter, or filled with it.
      case "_", "*": _ = rest.popFirst()
      case "[":
        readBracket(rest.prefix { $0 != "]" })
        rest = rest.drop { $0 != "]" }.dropFirst()
      case "0", "#", "?": addDigit(sign)
      case ".": if hasDigits || rest.first == "0" { isDecimal = true }
      case ",": commas += 1
      case "%": digits.isPercent = true
      case "E" where hasDigits, "e" where hasDigits: isOdd = true
      case "/" where hasDigits: isOdd = true
      case "@": isOdd = true
      default:
        let letter = Character(sign.lowercased())
        if "ymdhsegb".contains(letter) {
          letters.insert(letter == "e" ? "y" : letter)
        } else if !"ap/".contains(letter) || hasDigits {
          add(String(sign))
        }
      }
    }
  }

  private mutating func readBracket(_ inner: Substring) {
    if inner.hasPrefix("$") {
      add(String(inner.dropFirst().prefix { $0 != "-" }))
    } else if !inner.isEmpty, inner.lowercased().allSatisfy({ "hms".contains($0) }) {
      isElapsed = true
    }
  }

  private mutating func addDigit(_ sign: Character) {
    hasDigits = true
    // Commas between digits group them; those behind the last one leave thousands away.
    if commas > 0 { (digits.isGrouped, commas) = (true, 0) }
    // Words within the number, as in "000-00-0000".
    if !digits.after.isEmpty { isOdd = true }
    if isDecimal {
      digits.decimals += 1
    } else if sign == "0" {
      digits.least += 1
    }
  }

  private mutating func add(_ words: String) {
    if hasDigits { digits.after += words } else { digits.before += words }
  }
}
