/// Takes the notes at the foot of pages out of their text: sentences run over the page past them.
///
/// A note is set in smaller type at the end of a page or a column and begins with the mark that points to it. It may go on
/// at the foot of the next one.
struct PageNotes {
  /// What is read from top to bottom, one stretch after the other, without notes.
  private(set) var text: [[PageLine]] = []
  /// The lines of each note in their order, its mark taken off.
  private(set) var notes: [[PageLine]] = []
  private let size: Double
  private var marks: Set<String> = []

  init(_ pages: [[PageLine]]) {
    size = Self.textSize(pages)
    for page in pages {
      marks.formUnion(page.flatMap(\.noteMarks))
      for segment in PageColumns.segments(of: page) { split(segment) }
    }
  }

  /// The size that most letters are set in.
  private static func textSize(_ pages: [[PageLine]]) -> Double {
    var letters: [Int: Int] = [:]
    for line in pages.joined() { letters[Int(line.height * 10), default: 0] += line.scalars.count }
    return Double(letters.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0) / 10
  }

  private mutating func split(_ segment: [PageLine]) {
    var foot = segment.endIndex
    while foot > segment.startIndex, segment[foot - 1].height < 0.93 * size { foot -= 1 }
    let small = segment[foot...]
    var first = small.indices.first { mark($0, segment) != nil }
    if !small.isEmpty, let last = notes.last?.last, !Self.ends(last),
      foot > segment.startIndex || mark(foot, segment) == nil
    {
      // The note before goes on.
      first = small.startIndex
    }
    guard let first else {
      text.append(segment)
      return
    }
    text.append(Array(segment[..<first]))
    for i in first..<segment.endIndex { add(segment[i], mark: mark(i, segment)) }
  }

  private mutating func add(_ line: PageLine, mark: Int?) {
    if let mark {
      notes.append([line.dropping(mark)])
    } else if notes.last?.first?.isBlank == true {
      // The mark stood by itself.
      notes[notes.count - 1] = [line]
    } else if !notes.isEmpty {
      notes[notes.count - 1].append(line)
    }
  }

  private static func ends(_ line: PageLine) -> Bool {
    let last = line.text.last { !$0.isWhitespace && !"\"”’')]".contains($0) }
    return last.map { ".!?…".contains($0) } ?? true
  }

  private func mark(_ i: Int, _ lines: [PageLine]) -> Int? {
    NoteMark.length(i, of: lines, among: marks)
  }
}
