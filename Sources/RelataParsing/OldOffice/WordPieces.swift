import RelataReading

/// The pieces in which the letters of a Word file of before 2007 lie (MS-DOC 2.8.35): one byte each, or two.
struct WordPieces {
  private struct Piece {
    var start: Int
    var end: Int
    var offset: Int
    var isWide: Bool
  }

  private let file: LittleEndian
  private var pieces: [Piece] = []

  init(_ file: LittleEndian, _ table: LittleEndian, at place: (Int, Int)) {
    self.file = file
    var at = place.0
    let end = min(table.count, place.0 + place.1)
    // Changes that pieces refer to stand before their list.
    while at < end, table.byte(at) == 1 { at += 3 + table.short(at + 1) }
    guard at < end, table.byte(at) == 2 else { return }
    let count = max(0, min(table.long(at + 1), end - at - 5) - 4) / 12
    let start = at + 5
    for i in 0..<count {
      let place = table.long(start + 4 * (count + 1) + 8 * i + 2)
      let isWide = place & 0x4000_0000 == 0
      let offset = place & 0x3FFF_FFFF
      pieces.append(
        Piece(
          start: table.long(start + 4 * i), end: table.long(start + 4 * i + 4),
          offset: isWide ? offset : offset / 2, isWide: isWide))
    }
  }

  /// Calls `take` with each letter between two positions in the text, and its offset in the file.
  func forEach(_ range: Range<Int>, _ take: (UInt16, Int) -> Void) {
    var left = 2 * file.count
    for piece in pieces {
      let (first, last) = (max(piece.start, range.lowerBound), min(piece.end, range.upperBound))
      guard first < last else { continue }
      // Pieces do not overlap in a file that a program wrote.
      left -= last - first
      guard left >= 0 else { return }
      for position in first..<last {
        let at = piece.offset + (position - piece.start) * (piece.isWide ? 2 : 1)
        guard at < file.count else { break }
        take(piece.isWide ? UInt16(file.short(at)) : Self.letter(file.byte(at)), at)
      }
    }
  }

  private static func letter(_ byte: Int) -> UInt16 {
    byte < 0x80
      ? UInt16(byte) : WindowsText.decoded([UInt8(truncatingIfNeeded: byte)]).utf16.first ?? 0
  }
}
