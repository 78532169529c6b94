import RelataReading

/// Reads PowerPoint files of 1997 to 2003 (MS-PPT), under the same rules as ``Presentation``.
struct OldPresentation {
  private let file: LittleEndian
  /// Where the parts that are told by a number lie; of those written anew, the last one.
  private var places: [Int: Int] = [:]
  private var document: SlideRecord?
  private var blocks = TextBlocks()
  private var hidden = HiddenParts()

  /// Saved changes beyond this number are not followed.
  private static let mostEdits = 1_000
  private static let mostParts = 1_000_000

  static func parse(
    _ stream: [UInt8], user: [UInt8]
  ) throws(ParsingProblem) -> (text: String, leftOut: String?) {
    let user = LittleEndian(user)
    // What begins the stream of a file under a password.
    if user.long(12) == 0xF3D1_C4DF { throw ParsingProblem(.encrypted, "a password protects it") }
    var presentation = OldPresentation(file: LittleEndian(stream))
    presentation.findParts(user.long(16))
    guard let document = presentation.document else {
      throw ParsingProblem(.damaged, "it holds no slides")
    }
    presentation.read(document)
    return (presentation.blocks.text, presentation.hidden.note)
  }

  private init(file: LittleEndian) { self.file = file }

  /// Follows the saved changes from the last one back.
  private mutating func findParts(_ last: Int) {
    var at = last
    for _ in 0..<Self.mostEdits {
      guard let edit = SlideRecord(file, at: at), edit.kind == 4_085,
        let list = SlideRecord(file, at: edit.long(12)), list.kind == 6_002
      else { return }
      var next = 0
      while next + 4 <= list.end - list.start, places.count < Self.mostParts {
        let (first, count) = (list.long(next) & 0xF_FFFF, list.long(next) >> 20)
        for i in 0..<count where places[first + i] == nil {
          places[first + i] = list.long(next + 4 + 4 * i)
        }
        next += 4 + 4 * count
      }
      document = document ?? part(edit.long(16), kind: 1_000)
      guard edit.long(8) < at, edit.long(8) > 0 else { return }
      at = edit.long(8)
    }
  }

  private func part(_ number: Int, kind: Int) -> SlideRecord? {
    places[number].flatMap { SlideRecord(file, at: $0) }.flatMap { $0.kind == kind ? $0 : nil }
  }

  private mutating func read(_ document: SlideRecord) {
    let lists = document.children.filter { $0.kind == 4_080 }
    let notes = (lists.first { $0.instance == 2 }?.children ?? []).filter { $0.kind == 1_011 }
    let notePlaces = Dictionary(
      notes.map { ($0.long(12), $0.long(0)) }, uniquingKeysWith: { first, _ in first })
    var slide: SlideRecord?
    var outline: [String] = []
    func close(_ reader: inout OldPresentation) {
      if let slide { reader.read(slide, outline: outline, notePlaces) }
      outline = []
    }
    for record in lists.first(where: { $0.instance == 0 })?.children ?? [] {
      if record.kind == 1_011 {
        close(&self)
        slide = part(record.long(0), kind: 1_006)
      } else if let text = record.text {
        outline.append(text)
      }
    }
    close(&self)
  }

  /// A slide, the text of its outline standing in the document, and its notes.
  private mutating func read(_ slide: SlideRecord, outline: [String], _ notes: [Int: Int]) {
    if slide.all([1_017]).first.map({ $0.short(10) & 4 != 0 }) == true {
      hidden.add("hidden slide")
      return
    }
    // The shapes of a slide stand in one group, tables in groups of their own.
    for shape in slide.all([0xF003]).flatMap(\.children) {
      if let rows = SlideTable.rows(shape) {
        for row in rows { blocks.add(row: row) }
        blocks.endGroup()
        continue
      }
      for record in shape.all([4_000, 4_008, 3_998]) {
        // One points to a text of the outline.
        let number = record.long(0)
        let text = record.text ?? (outline.indices.contains(number) ? outline[number] : "")
        for paragraph in Self.paragraphs(text) { blocks.add(paragraph: paragraph) }
      }
    }
    let number = slide.children.first { $0.kind == 1_007 }?.long(16) ?? 0
    if let page = notes[number].flatMap({ part($0, kind: 1_008) }) {
      blocks.add(speakerNotes: Self.notes(page).flatMap(Self.paragraphs))
    }
    blocks.endGroup()
  }

  /// The text of a page of notes, without its head, foot and number.
  private static func notes(_ page: SlideRecord) -> [String] {
    var isNotes = false
    return page.all([3_999, 4_000, 4_008]).compactMap { record in
      if record.kind == 3_999 { isNotes = record.long(0) == 2 }
      return isNotes ? record.text : nil
    }
  }

  private static func paragraphs(_ text: String) -> [String] {
    text.split { $0 == "\r" || $0 == "\n" }.map {
      // Places that a date or a number takes.
      $0.replacing("\u{B}", with: " ").filter { $0 != "*" || text.count > 1 }
    }
  }
}
