import RelataReading

/// Reads Word files of 1997 to 2003 (MS-DOC), under the same rules as ``WordDocument``.
///
/// Notes and text boxes stand behind the text; heads and feet of pages, comments, deleted and hidden text are left out.
struct OldWord {
  private let pieces: WordPieces
  private let letters: WordRuns
  private let paragraphs: WordRuns
  private let styles: OldWordStyles
  private var text = OldWordText()

  static func parse(
    _ stream: [UInt8], table: (String) -> [UInt8]?
  ) throws(ParsingProblem) -> (text: String, leftOut: String?) {
    let file = LittleEndian(stream)
    guard file.short(0) == 0xA5EC, file.short(2) >= 0xC0 else {
      throw ParsingProblem(.unknown, "it is a Word document of before 1997")
    }
    let flags = file.short(10)
    guard flags & 0x0100 == 0 else { throw ParsingProblem(.encrypted, "a password protects it") }
    guard let table = table(flags & 0x0200 == 0 ? "0Table" : "1Table") else {
      throw ParsingProblem(.damaged, "a part of it is missing")
    }
    var word = OldWord(file, LittleEndian(table))
    // The lengths of what stands one behind the other: text, notes, heads, macros, comments, endnotes, boxes.
    let lengths = (0..<7).map { min(file.long(0x4C + 4 * $0), file.count) }
    var start = 0
    for (i, length) in lengths.enumerated() {
      if [0, 1, 5, 6].contains(i) { word.read(start..<start + length) }
      start += length
    }
    return word.text.result
  }

  private init(_ file: LittleEndian, _ table: LittleEndian) {
    /// Where the table stream has the part of a number.
    func place(_ number: Int) -> (Int, Int) {
      (file.long(0x9A + 8 * number), file.long(0x9A + 8 * number + 4))
    }
    pieces = WordPieces(file, table, at: place(33))
    letters = WordRuns(file, table, at: place(12), areParagraphs: false)
    paragraphs = WordRuns(file, table, at: place(13), areParagraphs: true)
    styles = OldWordStyles(table, at: place(1))
  }

  private mutating func read(_ range: Range<Int>) {
    var text = text
    var run: WordRuns.Run?
    var paragraph: WordRuns.Run?
    pieces.forEach(range) { unit, offset in
      if run.map({ offset < $0.start || offset >= $0.end }) ?? true { run = letters.at(offset) }
      if paragraph.map({ offset < $0.start || offset >= $0.end }) ?? true {
        paragraph = paragraphs.at(offset)
      }
      let properties = run?.properties
      let isHidden =
        properties?.isHidden ?? (styles.hides(paragraph?.style) != styles.hides(properties?.style))
      text.take(
        unit, isShown: properties?.isDeleted != true && !isHidden, isHidden: isHidden,
        in: paragraph?.properties, style: paragraph?.style ?? 0)
    }
    text.endPart()
    self.text = text
  }
}
