import RelataReading

/// The strings of BIFF8, which may run over the parts of a record.
struct SheetStrings {
  private let parts: [ArraySlice<UInt8>]
  private var part = 0
  private var at = 0

  init(_ record: SheetRecords.Record) { parts = record.parts }

  /// All strings of the table that cells point into.
  static func table(_ record: SheetRecords.Record) -> [String] {
    var reader = SheetStrings(record)
    _ = reader.number(4)
    let count = reader.number(4)
    var strings: [String] = []
    while strings.count < count, let string = reader.next() { strings.append(string) }
    return strings
  }

  /// A string of a record, from an offset on; its length is one byte or two.
  static func string(_ record: SheetRecords.Record, at start: Int, lengthBytes: Int = 2) -> String {
    var reader = SheetStrings(record)
    reader.skip(start)
    return reader.next(lengthBytes: lengthBytes) ?? ""
  }

  private mutating func next(lengthBytes: Int = 2) -> String? {
    advance()
    guard part < parts.count else { return nil }
    let count = number(lengthBytes)
    let flags = number(1)
    let runs = flags & 8 != 0 ? number(2) : 0
    let extra = flags & 4 != 0 ? number(4) : 0
    let text = letters(count, isWide: flags & 1 != 0)
    skip(4 * runs + extra)
    return text
  }

  /// Letters; where another part begins, it says anew how wide they are.
  private mutating func letters(_ count: Int, isWide: Bool) -> String {
    var isWide = isWide
    var units: [UInt16] = []
    while units.count < count {
      if part < parts.count, at >= parts[part].count {
        advance()
        isWide = number(1) & 1 != 0
      }
      guard part < parts.count else { break }
      units.append(UInt16(truncatingIfNeeded: number(isWide ? 2 : 1)))
    }
    return String(decoding: units, as: UTF16.self)
  }

  private mutating func number(_ count: Int) -> Int {
    (0..<count).reduce(0) { sum, i in sum | byte() << (8 * i) }
  }

  private mutating func byte() -> Int {
    advance()
    guard part < parts.count else { return 0 }
    defer { at += 1 }
    return Int(parts[part][parts[part].startIndex + at])
  }

  private mutating func skip(_ count: Int) {
    var left = count
    while left > 0, part < parts.count {
      let step = min(left, parts[part].count - at)
      (at, left) = (at + step, left - step)
      advance()
    }
  }

  /// Goes to the next part at the end of one.
  private mutating func advance() {
    while part < parts.count, at >= parts[part].count { (part, at) = (part + 1, 0) }
  }
}
