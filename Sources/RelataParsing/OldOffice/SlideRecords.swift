/// The records of a presentation of before 2007 (MS-PPT 2.3.1): each holds others, or data.
struct SlideRecord {
  let kind: Int
  /// What tells records of one kind apart.
  let instance: Int
  private let file: LittleEndian
  /// Where its data begin and end.
  let start: Int
  let end: Int
  private let isContainer: Bool

  /// The record at an offset; nil where there is none.
  init?(_ file: LittleEndian, at offset: Int, end limit: Int? = nil) {
    let limit = min(limit ?? file.count, file.count)
    guard offset >= 0, offset + 8 <= limit else { return nil }
    self.file = file
    kind = file.short(offset + 2)
    instance = file.short(offset) >> 4
    isContainer = file.short(offset) & 0xF == 0xF
    start = offset + 8
    end = min(limit, start + file.long(offset + 4))
  }

  /// The records in it, in their order.
  var children: [SlideRecord] {
    guard isContainer else { return [] }
    var found: [SlideRecord] = []
    var at = start
    while let child = SlideRecord(file, at: at, end: end) {
      found.append(child)
      at = child.end
    }
    return found
  }

  /// All records of some kinds below it, in their order.
  func all(_ kinds: Set<Int>, depth: Int = 0) -> [SlideRecord] {
    guard depth < 40 else { return [] }
    return children.flatMap { child in
      kinds.contains(child.kind) ? [child] : child.all(kinds, depth: depth + 1)
    }
  }

  /// Numbers at an offset in its data.
  func long(_ at: Int) -> Int { start + at + 4 <= end ? file.long(start + at) : 0 }
  func short(_ at: Int) -> Int { start + at + 2 <= end ? file.short(start + at) : 0 }

  /// The text of a record that holds letters, two bytes each or one; nil for others.
  var text: String? {
    switch kind {
    case 4_000: file.wide(start, letters: (end - start) / 2)
    case 4_008:
      String(String.UnicodeScalarView(file.slice(start, end - start).map { Unicode.Scalar($0) }))
    default: nil
    }
  }
}
