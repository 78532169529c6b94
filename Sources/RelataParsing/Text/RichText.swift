import RelataReading

/// Reads RTF: the words between its codes (Rich Text Format 1.9.1).
///
/// Notes stand where they are anchored; pictures, styles, fields' codes, deleted and hidden text are left out.
struct RichText {
  private struct Group {
    var isSkipped = false
    var isHidden = false
    /// Bytes that stand for one letter behind `\u`, for programs that know no Unicode.
    var fallback = 1
  }

  private var blocks = TextBlocks()
  private var current = ""
  private var cells: [String]?
  private var bytes: ArraySlice<UInt8>
  private var groups = [Group()]
  private var pending: [UInt8] = []
  /// Letters to leave out because they only stand for one that came as a number.
  private var passed = 0

  static func parse(_ bytes: [UInt8]) throws(ParsingProblem) -> ParsedDocument {
    guard bytes.starts(with: Array("{\\rtf".utf8)) else {
      throw ParsingProblem(.damaged, "it does not begin as RTF does")
    }
    var reader = RichText(bytes: bytes[...])
    reader.read()
    return ParsedDocument(text: reader.blocks.text)
  }

  private init(bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  private static let deepest = 1_000
  private static let skipped: Set<String> = [
    "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "footer", "headerl",
    "headerr",
    "headerf", "footerl", "footerr", "footerf", "fldinst", "annotation", "atnid", "atnauthor",
    "listtable",
    "listoverridetable", "revtbl", "rsidtbl", "generator", "themedata", "datastore", "latentstyles",
    "xmlnstbl",
    "bkmkstart", "bkmkend", "nonshppict", "shppict", "filetbl", "operator", "pgdsctbl", "deleted",
  ]

  private mutating func read() {
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "{"):
        flush()
        guard groups.count < Self.deepest else { return }
        groups.append(groups[groups.count - 1])
      case UInt8(ascii: "}"):
        flush()
        if groups.count > 1 { groups.removeLast() }
      case UInt8(ascii: "\\"): control()
      case 0x0A, 0x0D: break
      default: take(byte)
      }
    }
    flush()
    endParagraph()
  }

  private mutating func take(_ byte: UInt8) {
    if passed > 0 {
      passed -= 1
    } else {
      pending.append(byte)
    }
  }

  private mutating func control() {
    guard let first = bytes.first else { return }
    guard first.isLetter else {
      bytes.removeFirst()
      switch first {
      case UInt8(ascii: "'"):
        let code = UInt8(String(decoding: bytes.prefix(2), as: UTF8.self), radix: 16)
        bytes = bytes.dropFirst(2)
        if let code { take(code) }
      case UInt8(ascii: "*"): groups[groups.count - 1].isSkipped = true
      case UInt8(ascii: "~"): take(UInt8(ascii: " "))
      case UInt8(ascii: "_"): take(UInt8(ascii: "-"))
      case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"): take(first)
      default: break
      }
      return
    }
    let word = String(decoding: bytes.prefix { $0.isLetter }, as: UTF8.self)
    bytes = bytes.dropFirst(word.utf8.count)
    let digits = bytes.prefix { $0.isDigit || $0 == UInt8(ascii: "-") }
    let number = Int(String(decoding: digits, as: UTF8.self))
    bytes = bytes.dropFirst(digits.count)
    if bytes.first == UInt8(ascii: " ") { bytes.removeFirst() }
    apply(word, number)
  }

  private mutating func apply(_ word: String, _ number: Int?) {
    switch word {
    case "par", "sect", "page": endParagraph()
    case "line", "tab": take(UInt8(ascii: " "))
    case "cell":
      flush()
      cells = (cells ?? []) + [current]
      current = ""
    case "row":
      flush()
      blocks.add(row: cells ?? [])
      (cells, current) = (nil, "")
    case "u":
      flush()
      let code = UInt32(
        truncatingIfNeeded: (number ?? 0) < 0 ? (number ?? 0) + 65_536 : number ?? 0)
      if isShown, let scalar = Unicode.Scalar(code) { current.unicodeScalars.append(scalar) }
      passed = groups[groups.count - 1].fallback
    case "uc": groups[groups.count - 1].fallback = max(0, min(number ?? 1, 16))
    case "v", "deleted":
      flush()
      groups[groups.count - 1].isHidden = number != 0
    case "plain":
      flush()
      groups[groups.count - 1].isHidden = false
    case "emdash": append("—")
    case "endash": append("–")
    case "lquote": append("‘")
    case "rquote": append("’")
    case "ldblquote": append("“")
    case "rdblquote": append("”")
    case "bullet": append("•")
    case "bin": bytes = bytes.dropFirst(max(0, number ?? 0))
    default: if Self.skipped.contains(word) { groups[groups.count - 1].isSkipped = true }
    }
  }

  private mutating func append(_ text: String) {
    flush()
    if isShown { current += text }
  }

  private var isShown: Bool {
    !groups[groups.count - 1].isSkipped && !groups[groups.count - 1].isHidden
  }

  /// Puts what came as bytes to the text, if it is shown.
  private mutating func flush() {
    if isShown, !pending.isEmpty { current += WindowsText.decoded(pending) }
    pending = []
  }

  private mutating func endParagraph() {
    flush()
    guard cells == nil else {
      current += " "
      return
    }
    blocks.add(paragraph: current)
    current = ""
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}
