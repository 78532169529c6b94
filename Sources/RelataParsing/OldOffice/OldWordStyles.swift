/// Which styles of a Word file of before 2007 hide their text (MS-DOC 2.9.271).
struct OldWordStyles {
  private struct Style {
    var base: Int
    var isHidden: Bool?
  }

  private var styles: [Int: Style] = [:]
  private static let most = 4_096
  private static let deepest = 20

  init(_ table: LittleEndian, at place: (Int, Int)) {
    let (start, length) = place
    guard length > 4 else { return }
    let head = table.short(start)
    let count = min(table.short(start + 2), Self.most)
    let fixed = table.short(start + 4)
    var at = start + 2 + head
    for number in 0..<count where at + 2 <= start + length {
      let size = table.short(at)
      if size > fixed { read(table, at + 2, fixed, end: at + 2 + size, number) }
      at += 2 + size
    }
  }

  private mutating func read(
    _ table: LittleEndian, _ at: Int, _ fixed: Int, end: Int, _ number: Int
  ) {
    let kind = table.short(at + 2) & 0xF
    guard kind == 1 || kind == 2 else { return }
    var next = at + fixed + 2 + 2 * table.short(at + fixed) + 2
    // A style of paragraphs has changes of these before those of letters.
    if kind == 1 { next += (2 + table.short(next) + 1) & ~1 }
    guard next + 2 <= end else { return }
    let properties = WordProperties(
      table, from: next + 2, count: min(table.short(next), end - next - 2))
    styles[number] = Style(base: table.short(at + 2) >> 4, isHidden: properties.isHidden)
  }

  /// Whether text of a style is hidden, by itself or by the one that it is based on.
  func hides(_ number: Int?) -> Bool {
    var next = number
    for _ in 0..<Self.deepest {
      guard let style = next.flatMap({ styles[$0] }) else { return false }
      if let isHidden = style.isHidden { return isHidden }
      next = style.base
    }
    return false
  }
}
