import RelataReading

/// Joins the lines of pages to paragraphs.
///
/// A paragraph ends where the next line stands apart, is set in another size, or is indented behind a line that ended a
/// sentence; not at the end of a column or page in the middle of a sentence. Notes stand at the end. Where there are
/// several pages, ``PageMarks`` say where each begins.
struct PageParagraphs {
  private var blocks = TextBlocks()
  private var current = ""
  private var last: PageLine?
  private let isMarked: Bool
  /// The page that was marked last.
  private var page = 0

  var text: String { blocks.text }

  init(_ pages: [[PageLine]]) {
    isMarked = pages.count > 1
    let pages = PageNotes(pages)
    for item in pages.text.flatMap(PageTables.items) {
      switch item {
      case .line(let line): add(line)
      case .row(let cells):
        end()
        add(row: cells)
      }
    }
    end()
    for note in pages.notes {
      for line in note { append(line.text.collapsed, of: line) }
      end()
    }
  }

  private mutating func add(_ line: PageLine) {
    let words = line.text.collapsed
    guard !words.isEmpty else { return }
    if let last, begins(line, after: last, words) { end() }
    append(words, of: line)
    last = line
  }

  private mutating func add(row cells: [PageLine]) {
    var texts = cells.map(\.text)
    if let i = cells.firstIndex(where: { !$0.isBlank }) {
      texts[i] = mark(cells[i]) + texts[i].collapsed
    }
    blocks.add(row: texts)
  }

  /// What stands before the first words of a page; nothing before others.
  private mutating func mark(_ line: PageLine) -> String {
    guard isMarked, line.page != page else { return "" }
    page = line.page
    return PageMarks.mark(page)
  }

  private mutating func append(_ words: String, of line: PageLine) {
    guard !words.isEmpty else { return }
    let marked = mark(line) + words
    guard let final = current.unicodeScalars.last else {
      current = marked
      return
    }
    let startsLower = words.unicodeScalars.first?.properties.isLowercase == true
    let before = current.unicodeScalars.dropLast().last
    if final == "\u{AD}" || final == "-" && startsLower && before?.properties.isAlphabetic == true {
      // A word that was cut at the end of the line.
      current.unicodeScalars.removeLast()
      current += marked
    } else {
      current += " " + marked
    }
  }

  private func begins(_ line: PageLine, after last: PageLine, _ words: String) -> Bool {
    let ended = endsSentence
    let startsLower = words.unicodeScalars.first?.properties.isLowercase == true
    let height = max(last.height, 1)
    if abs(line.top - last.top) < 0.4 * height, line.left > last.left { return false }
    if Self.isItem(words) { return true }
    // Another column or page: the sentence goes on, or another paragraph begins.
    if line.top < last.top - height || line.top > last.bottom + 12 * height {
      return ended && !startsLower || Self.differ(line.height, last.height)
    }
    if Self.differ(line.height, last.height) { return !startsLower || ended }
    if line.top - last.bottom > 0.6 * height { return !startsLower || ended }
    if startsLower { return false }
    return ended && line.left > last.left + 0.8 * height || hadRoom(last, for: words, before: line)
  }

  /// Whether the first word would have stood on the line before: then the line was broken on purpose.
  private func hadRoom(_ last: PageLine, for words: String, before line: PageLine) -> Bool {
    let width = (line.right - line.left) / Double(max(words.count, 1))
    let first = words.prefix { !$0.isWhitespace }.count
    return last.right + width * Double(first + 2) < line.right
  }

  private static func differ(_ a: Double, _ b: Double) -> Bool {
    a > 0 && b > 0 && (a / b > 1.15 || b / a > 1.15)
  }

  private static func isItem(_ words: String) -> Bool {
    guard let first = words.split(separator: " ").first, words.count > first.count else {
      return false
    }
    return ["•", "▪", "–", "—", "·", "●", "◦", "‣", "-"].contains(String(first))
  }

  private var endsSentence: Bool {
    guard let last = current.last(where: { !"\"”’')]»".contains($0) }) else { return true }
    return ".!?:…".contains(last)
  }

  private mutating func end() {
    let (mark, words) = PageMarks.split(current)
    if Self.isItem(words), let space = words.firstIndex(of: " ") {
      blocks.add(item: mark + String(words[space...]).collapsed)
    } else {
      blocks.add(paragraph: current)
    }
    current = ""
    last = nil
  }
}
