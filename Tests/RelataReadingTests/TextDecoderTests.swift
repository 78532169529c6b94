import RelataCore
import RelataTestSupport
import Testing

@testable import RelataReading

@Suite struct TextDecoderTests {
  private static let encodings: [(String, [UInt8])] = [
    ("plain", Array("one\ntwo".utf8)),
    ("CR LF", Array("one\r\ntwo".utf8)),
    ("lone CR", Array("one\rtwo".utf8)),
    ("byte order mark", Array("\u{FEFF}one\ntwo".utf8)),
    ("UTF-16 LE", utf16("one\r\ntwo", littleEndian: true)),
    ("UTF-16 BE", utf16("one\ntwo", littleEndian: false)),
  ]

  @Test(arguments: encodings)
  func `the usual encodings and line ends give the same text`(name: String, bytes: [UInt8]) {
    let outcome = Outcome(bytes: bytes)
    #expect(outcome.documents.map(\.text.string) == ["one\ntwo"], "\(name)")
    #expect(outcome.codes == [])
  }

  @Test func `characters beyond the first plane survive UTF-16`() {
    let bytes = Self.utf16("a😀é", littleEndian: true)
    #expect(Outcome(bytes: bytes).documents.first?.text.string == "a😀é")
  }

  /// With byte order mark.
  private static func utf16(_ text: String, littleEndian: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    for unit in "\u{FEFF}\(text)".utf16 {
      let (low, high) = (UInt8(unit & 255), UInt8(unit >> 8))
      bytes += littleEndian ? [low, high] : [high, low]
    }
    return bytes
  }

  @Test func `invalid UTF-8 is replaced with line and count`() {
    let bytes =
      Array("first liné\r\ncaf".utf8) + [0xE9, 0x20] + Array("and t".utf8) + [0xE9, 0x0A]
    let outcome = Outcome(bytes: bytes, name: "latin.txt")
    #expect(outcome.documents.first?.text.string == "first liné\ncaf\u{FFFD} and t\u{FFFD}\n")
    #expect(outcome.diagnostics.map(\.location?.description) == ["latin.txt:2"])
    #expect(outcome.diagnostics.first?.message.hasPrefix("2 invalid") == true)
  }

  @Test func `text of one byte a letter is read as Windows-1252`() {
    let bytes = Array("The caf".utf8) + [0xE9, 0x20, 0x93] + Array("Herald".utf8) + [0x94, 0x2E]
    let outcome = Outcome(bytes: bytes, name: "latin.txt")
    #expect(outcome.documents.first?.text.string == "The café “Herald”.")
    #expect(outcome.codes == ["RL1105"])
  }

  @Test func `NUL bytes in good text are removed with a warning`() {
    let outcome = Outcome("The mi\0nister\nmet her.")
    #expect(outcome.documents.first?.text.string == "The minister\nmet her.")
    #expect(outcome.codes == ["RL1103"])
  }

  /// A name must be the same name with and without the marks of a typesetter.
  @Test(
    arguments: [
      ("Ro\u{AD}sa Qu\u{200B}int", "Rosa Quint"), ("the har\u{AD}\nbour", "the harbour"),
      ("\u{202B}Rosa\u{202C} \u{2066}Quint\u{2069}", "Rosa Quint"),
      ("Al\u{2011}Rashid", "Al-Rashid"),
      ("the \u{FB01}rm’s o\u{FB03}ce", "the firm’s office"),
      ("the har-\nbour — “Zoë”\u{A0}…", "the har-\nbour — “Zoë”\u{A0}…"),
      ("👩\u{200D}🔬 می\u{200C}خواهم", "👩\u{200D}🔬 می\u{200C}خواهم"),
    ])
  func `what only sets type is no part of a word`(written: String, read: String) {
    let reading = "She met \(written) on the quay in the evening, and they talked of the harbour."
    let text = "She met \(read) on the quay in the evening, and they talked of the harbour."
    #expect(Outcome(bytes: Array(reading.utf8)).documents.map(\.text.string) == [text])
    let page = "<html><head><title>\(written)</title></head><body><p>\(reading)</p></body></html>"
    let document = Outcome(bytes: Array(page.utf8), name: "page.html").documents.first
    #expect(document?.text.scalars.contains("\u{AD}") == false)
    #expect(document?.title?.unicodeScalars.contains("\u{AD}") == false)
  }

  @Test func `a text of invisible marks is empty`() {
    let outcome = Outcome("\u{FEFF}\u{200B}\u{AD}\n")
    #expect(outcome.documents.isEmpty && outcome.failures.isEmpty)
  }

  @Test(arguments: [true, false])
  func `UTF-16 without a mark is read where it is certain`(isLittleEndian: Bool) {
    func bytes(_ text: String) -> [UInt8] {
      text.utf16.flatMap { unit in
        let halves = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
        return isLittleEndian ? halves : halves.reversed()
      }
    }
    let text = "The café’s owner, Karl Denby, left.\nNobody knew why."
    let outcome = Outcome(bytes: bytes(text))
    #expect(outcome.documents.map(\.text.string) == [text] && outcome.codes.isEmpty)
    // Too short, not whole, not Latin, or with what no text holds.
    #expect(UTF16Units.isLittleEndianUnmarked(bytes("Oslo")) == nil)
    #expect(UTF16Units.isLittleEndianUnmarked(bytes(text) + [0x20]) == nil)
    #expect(UTF16Units.isLittleEndianUnmarked(bytes("Министр Карл Денби")) == nil)
    #expect(UTF16Units.isLittleEndianUnmarked(bytes(text + "\u{1}")) == nil)
    #expect(UTF16Units.isLittleEndianUnmarked(bytes(text + "\u{0}")) == nil)
    #expect(UTF16Units.isLittleEndianUnmarked(Array(text.utf8)) == nil)
  }

  @Test func `noise is refused in one line`() {
    var generator = SeededGenerator(seed: 4)
    let noise = (0..<5000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let outcome = Outcome(bytes: noise, name: "noise.txt")
    #expect(outcome.documents.isEmpty)
    #expect(outcome.failures.map(\.message) == ["does not look like text"])
    #expect(outcome.failures.first?.kind == .badInput)
    #expect(outcome.failures.first?.hint != nil)
  }

  @Test func `text in an eight-bit Cyrillic encoding is refused with a way out`() {
    let bytes = Array(
      repeating: [UInt8](arrayLiteral: 0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2, 0x20), count: 40)
    let outcome = Outcome(bytes: bytes.flatMap { $0 })
    #expect(outcome.failures.map(\.code) == ["RL1005"])
    #expect(outcome.failures.first?.hint?.contains("iconv") == true)
  }

  @Test(arguments: [
    ("x.txt", "GIF89a abc"), ("db.txt", "SQLite format 3\0"), ("db", "SQLite format 3\0"),
  ])
  func `known binary formats are named`(name: String, text: String) {
    let outcome = Outcome(text, name: name)
    #expect(outcome.failures.map(\.code) == ["RL1006"])
    #expect(outcome.documents.isEmpty)
  }

  @Test func `random bytes never trap and offsets stay in range`() {
    var generator = SeededGenerator(seed: 11)
    for round in 0..<400 {
      let count = Int.random(in: 0...300, using: &generator)
      let printable = round % 2 == 0
      let bytes = (0..<count).map { _ in
        printable
          ? UInt8.random(in: 9...126, using: &generator)
          : UInt8.random(in: 0...255, using: &generator)
      }
      // Those that are parsed apart have tests of damaged files of their own.
      for format in InputFormat.allCases where !format.isParsedApart {
        for document in Outcome(bytes: bytes, format: format).documents {
          #expect(document.furniture.allSatisfy { $0.end <= document.text.count })
          #expect(!document.text.scalars.contains("\0") && !document.text.scalars.contains("\r"))
        }
      }
    }
  }

  @Test func `a very long line is read whole`() {
    let text = String(repeating: "The firm paid the minister. ", count: 40_000)
    let outcome = Outcome(text)
    #expect(outcome.documents.first?.text.count == text.unicodeScalars.count)
    #expect(outcome.documents.first?.furniture == [])
  }
}
