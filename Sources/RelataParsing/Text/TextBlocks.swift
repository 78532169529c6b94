import RelataReading

/// Collects the blocks of a document: paragraphs, headings, items of lists, rows of tables.
///
/// Blocks are separated by blank lines; items that follow one another and rows of one table are lines one below the other.
struct TextBlocks {
  private var blocks: [(mark: BlockMark, text: String)] = []
  /// More scalars than this are left out.
  private static let longest = 50_000_000
  private var count = 0

  mutating func add(paragraph: String) { add(paragraph, as: BlockMark(.paragraph)) }

  /// A heading, a quotation and what else has no mark of its own in the text.
  mutating func add(_ text: String, as mark: BlockMark) { append(mark, text.collapsed) }

  mutating func add(item: String) {
    let text = item.collapsed
    if !text.isEmpty { append(BlockMark(.item), "- " + text) }
  }

  /// What a speaker notes under a slide, by paragraphs; the first one begins by saying what it is.
  mutating func add(speakerNotes paragraphs: [String]) {
    let filled = paragraphs.map(\.collapsed).filter { !$0.isEmpty }
    guard let first = filled.first else { return }
    endGroup()
    add(paragraph: "Notes: " + first)
    for paragraph in filled.dropFirst() { add(paragraph: paragraph) }
  }

  /// A row of a table by its cells; one with a single filled cell is a paragraph.
  mutating func add(row cells: [String]) {
    var cells = cells.map(\.collapsed)
    while cells.last?.isEmpty == true { cells.removeLast() }
    let filled = cells.filter { !$0.isEmpty }
    guard let only = filled.first else { return }
    guard filled.count > 1 else { return add(paragraph: only) }
    append(BlockMark(.row), cells.joined(separator: " | "))
  }

  /// Ends a table or a list, so that the next one is another.
  mutating func endGroup() {
    if let last = blocks.last, last.mark.kind != .paragraph {
      blocks.append((BlockMark(.paragraph), ""))
    }
  }

  /// Adds the blocks of another text.
  mutating func append(_ other: TextBlocks) {
    for block in other.blocks {
      if block.text.isEmpty { endGroup() } else { append(block.mark, block.text) }
    }
  }

  /// The words of the last block; nil where it is furniture.
  var last: String? {
    blocks.last { !$0.text.isEmpty }.flatMap { $0.mark.kind == nil ? nil : $0.text }
  }

  /// Makes the last blocks furniture, as long as `isFurniture` says so of their words; what was furniture ends them.
  mutating func makeFurniture(while isFurniture: (String) -> Bool) {
    for i in blocks.indices.reversed() where !blocks[i].text.isEmpty {
      guard blocks[i].mark.kind != nil, isFurniture(blocks[i].text) else { return }
      blocks[i].mark = .furniture
    }
  }

  private mutating func append(_ mark: BlockMark, _ text: String) {
    guard !text.isEmpty, count < Self.longest else { return }
    count += text.unicodeScalars.count
    blocks.append((mark, text))
  }

  /// The text of all blocks, with a mark before each that is no paragraph.
  var text: String {
    var out = ""
    var last: BlockMark.Kind?
    for block in blocks {
      if block.text.isEmpty {
        last = nil
        continue
      }
      var mark = block.mark
      let kind = mark.kind
      if kind == last, kind == .item || kind == .row {
        mark.continues = true
        out += "\n"
      } else if kind == .term, last == .definition {
        mark.continues = true
        out += "\n\n"
      } else if !out.isEmpty {
        out += "\n\n"
      }
      if kind != .paragraph { out += mark.sign }
      out += block.text
      last = kind
    }
    return out
  }
}
