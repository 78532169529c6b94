/// Stretches of a Word file of before 2007 with what holds for their letters or paragraphs: pages of 512 bytes, each a table
/// of offsets and of property changes (MS-DOC 2.9.33, 2.9.175).
struct WordRuns {
  struct Run {
    var start: Int
    var end: Int
    var properties: WordProperties
    /// The paragraph's style.
    var style = 0
  }

  private var runs: [Run] = []

  /// From the list of pages in the table stream.
  init(_ file: LittleEndian, _ table: LittleEndian, at place: (Int, Int), areParagraphs: Bool) {
    let (start, length) = place
    let count = min(max(0, (length - 4) / 8), file.count / 512)
    for i in 0..<count {
      let page = (table.long(start + 4 * (count + 1) + 4 * i) & 0x3F_FFFF) * 512
      guard page + 512 <= file.count else { continue }
      let size = areParagraphs ? 13 : 1
      let inPage = min(file.byte(page + 511), areParagraphs ? 29 : 101)
      for j in 0..<inPage {
        let offset = 2 * file.byte(page + 4 * (inPage + 1) + size * j)
        let (from, to) = (file.long(page + 4 * j), file.long(page + 4 * j + 4))
        runs.append(Self.run(file, from, to, at: offset == 0 ? nil : page + offset, areParagraphs))
      }
    }
    runs.sort { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  private static func run(
    _ file: LittleEndian, _ from: Int, _ to: Int, at place: Int?, _ isParagraph: Bool
  ) -> Run {
    guard var at = place else {
      return Run(start: from, end: to, properties: WordProperties(file, from: 0, count: 0))
    }
    var count = file.byte(at)
    at += 1
    guard isParagraph else {
      return Run(start: from, end: to, properties: WordProperties(file, from: at, count: count))
    }
    if count == 0 {
      count = 2 * file.byte(at)
      at += 1
    } else {
      count = 2 * count - 1
    }
    return Run(
      start: from, end: to, properties: WordProperties(file, from: at + 2, count: count - 2),
      style: file.short(at))
  }

  /// What holds at an offset; nil where the file does not say.
  ///
  /// - Complexity: O(log runs).
  func at(_ offset: Int) -> Run? {
    let next = runs.partitioningIndex { $0.start > offset }
    return next > 0 && offset < runs[next - 1].end ? runs[next - 1] : nil
  }
}
