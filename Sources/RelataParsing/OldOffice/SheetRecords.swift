/// The records of a workbook of before 2007 (MS-XLS, BIFF8), one after the other.
struct SheetRecords {
  /// A record with those that go on with it, since none is longer than 8 KiB.
  struct Record {
    var kind: Int
    var parts: [ArraySlice<UInt8>]

    /// The first part, which is all of most.
    var data: LittleEndian { LittleEndian(Array(parts.first ?? [])) }
  }

  private let file: LittleEndian
  private var at: Int

  init(_ file: LittleEndian, from start: Int = 0) { (self.file, at) = (file, start) }

  /// The next record; nil at the end of the file.
  mutating func next() -> Record? {
    guard at >= 0, at + 4 <= file.count else { return nil }
    var record = Record(kind: file.short(at), parts: [take()])
    while file.short(at) == 0x3C, at + 4 <= file.count { record.parts.append(take()) }
    return record
  }

  private mutating func take() -> ArraySlice<UInt8> {
    let length = file.short(at + 2)
    defer { at += 4 + length }
    return file.slice(at + 4, length)
  }
}
