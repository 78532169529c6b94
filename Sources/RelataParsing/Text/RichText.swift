import RelataReading

/// Reads RTF: the words between its codes (Rich Text Format 1.9.1).
///
/// Notes stand at the end, text boxes behind their paragraph; pictures, styles, fields' codes, deleted and hidden text are
/// left out.
struct RichText {
  var streams = RichTextStreams()
  var created = RichTextDay()
  var bytes: ArraySlice<UInt8>
  var groups = [RichTextGroup()]
  var pending: [UInt8] = []
  /// Letters to leave out because they only stand for one that came as a number.
  var passed = 0

  static func parse(_ bytes: [UInt8]) throws(ParsingProblem) -> ParsedDocument {
    guard bytes.starts(with: Array("{\\rtf".utf8)) else {
      throw ParsingProblem(.damaged, "it does not begin as RTF does")
    }
    var reader = RichText(bytes: bytes[...])
    reader.read()
    return ParsedDocument(
      text: reader.streams.text, title: reader.streams.title, published: reader.created.day,
      origin: DocumentOrigin(author: reader.streams.author), leftOut: reader.streams.leftOut)
  }

  private init(bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  private static let deepest = 1_000
  private mutating func read() {
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "{"):
        flush()
        guard groups.count < Self.deepest else { return }
        groups.append(groups[groups.count - 1])
        groups[groups.count - 1].opensStream = false
      case UInt8(ascii: "}"):
        flush()
        if groups.count > 1, groups.removeLast().opensStream { streams.end() }
      case UInt8(ascii: "\\"): control()
      case 0x0A, 0x0D: break
      default: take(byte)
      }
    }
    flush()
    for group in groups where group.opensStream { streams.end() }
    streams.endParagraph()
  }

  mutating func take(_ byte: UInt8) {
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
}

extension UInt8 {
  fileprivate var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}
