import RelataReading

/// Title, author and day of an old office file (MS-OLEPS): the stream "\u{5}SummaryInformation".
struct SummaryInformation {
  private var texts: [Int: String] = [:]
  private var days: [Int: String] = [:]
  private static let mostProperties = 200

  /// From the stream; nothing from no bytes.
  init(_ stream: [UInt8]?) {
    let file = LittleEndian(stream ?? [])
    guard file.short(0) == 0xFFFE else { return }
    let start = file.long(44)
    let count = min(file.long(start + 4), Self.mostProperties)
    let places = (0..<count).map { i in
      (id: file.long(start + 8 + 8 * i), at: start + file.long(start + 12 + 8 * i))
    }
    let codePage = places.first { $0.id == 1 }.map { file.short($0.at + 4) }
    for (id, at) in places {
      switch file.long(at) {
      case 30:
        let bytes = Array(file.slice(at + 8, file.long(at + 4)).prefix { $0 != 0 })
        texts[id] =
          codePage == 65_001 ? String(decoding: bytes, as: UTF8.self) : PlainText.decoded(bytes)
      case 31:
        texts[id] = String(file.wide(at + 8, letters: file.long(at + 4)).prefix { $0 != "\0" })
      case 64: days[id] = Self.day(file.long(at + 4) | file.long(at + 8) << 32)
      default: break
      }
    }
  }

  /// A document of that title, author and day.
  func document(text: String, leftOut: String?) -> ParsedDocument {
    ParsedDocument(
      text: text, title: texts[2]?.collapsedWords, published: days[12] ?? days[13],
      origin: DocumentOrigin(author: AuthorName.written(texts[4])), leftOut: leftOut)
  }

  /// Tenths of microseconds since 1601; nil for a day that nobody set.
  private static func day(_ ticks: Int) -> String? {
    guard ticks > 94_354_848_000_000_000 else { return nil }
    return SerialDay.text(
      Double(ticks / 864_000_000_000) - 109_205, is1904: false,
      parts: .init(hasDay: true, hasTime: false))
  }
}
