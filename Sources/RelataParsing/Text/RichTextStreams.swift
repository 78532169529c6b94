/// Where the letters of RTF go: the text, a note, a text box, or what a file says of itself; one within another.
struct RichTextStreams {
  /// What letters belong to.
  enum Kind { case text, note, box, title, author }

  private struct Stream {
    let kind: Kind
    var blocks = TextBlocks()
    var current = ""
    var cells: [String]?
    /// Text boxes that are anchored in the paragraph.
    var boxes: [TextBlocks] = []
    var hasHiddenText = false
    var isItem = false
  }

  private var streams = [Stream(kind: .text)]
  private var notes: [TextBlocks] = []
  private var hidden = HiddenParts()
  private(set) var title: String?
  private(set) var author: String?

  /// The text with its notes behind it.
  var text: String {
    var blocks = streams[0].blocks
    for note in notes { blocks.append(note) }
    return blocks.text
  }

  var leftOut: String? { hidden.note }

  mutating func append(_ letters: String) { streams[streams.count - 1].current += letters }

  /// Says that something hidden stood in the paragraph.
  mutating func hide() { streams[streams.count - 1].hasHiddenText = true }

  /// Says that the paragraph is an item of a list.
  mutating func beginItem() { streams[streams.count - 1].isItem = true }

  mutating func begin(_ kind: Kind) { streams.append(Stream(kind: kind)) }

  /// Ends the innermost stream; the text itself goes on.
  mutating func end() {
    endParagraph()
    guard streams.count > 1, let done = streams.popLast() else { return }
    switch done.kind {
    case .text: break
    case .note: notes.append(done.blocks)
    case .box: streams[streams.count - 1].boxes.append(done.blocks)
    // Where there are two, the second one is whoever changed the file last.
    case .title: title = title ?? done.blocks.text.collapsedWords
    case .author: author = author ?? AuthorName.written(done.blocks.text)
    }
  }

  mutating func endParagraph() {
    let last = streams.count - 1
    if streams[last].hasHiddenText {
      hidden.add("hidden text")
      streams[last].hasHiddenText = false
    }
    guard streams[last].cells == nil else {
      streams[last].current += " "
      return
    }
    if streams[last].isItem {
      streams[last].blocks.add(item: streams[last].current)
    } else {
      streams[last].blocks.add(paragraph: streams[last].current)
    }
    (streams[last].current, streams[last].isItem) = ("", false)
    for box in streams[last].boxes { streams[last].blocks.append(box) }
    streams[last].boxes = []
  }

  mutating func endCell() {
    let last = streams.count - 1
    streams[last].cells = (streams[last].cells ?? []) + [streams[last].current]
    streams[last].current = ""
  }

  mutating func endRow() {
    let last = streams.count - 1
    streams[last].blocks.add(row: streams[last].cells ?? [])
    (streams[last].cells, streams[last].current) = (nil, "")
    endParagraph()
  }
}
