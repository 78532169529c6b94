import RelataReading

/// Collects the blocks of a document: paragraphs, headings, items of lists, rows of tables.
///
/// Blocks are separated by blank lines; items that follow one another and rows of one table are lines of one block.
struct TextBlocks {
  private enum Kind { case paragraph, item, row }
  private var blocks: [(kind: Kind, text: String)] = []
  /// More scalars than this are left out.
  private static let longest = 50_000_000
  private var count = 0

  mutating func add(paragraph: String) { add(.paragraph, paragraph.collapsed) }

  mutating func add(item: String) {
    let text = item.collapsed
    if !text.isEmpty { add(.item, "- " + text) }
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
    add(.row, cells.joined(separator: " | "))
  }

  /// Ends a table or a list, so that the next one is another.
  mutating func endGroup() {
    if blocks.last?.kind != .paragraph { blocks.append((.paragraph, "")) }
  }

  /// Adds the blocks of another text.
  mutating func append(_ other: TextBlocks) {
    for block in other.blocks {
      if block.text.isEmpty { endGroup() } else { add(block.kind, block.text) }
    }
  }

  /// The words of the last block.
  var last: String? { blocks.last { !$0.text.isEmpty }?.text }

  /// Takes the last block away.
  mutating func removeLast() {
    while blocks.last?.text.isEmpty == true { blocks.removeLast() }
    _ = blocks.popLast()
  }

  private mutating func add(_ kind: Kind, _ text: String) {
    guard !text.isEmpty, count < Self.longest else { return }
    count += text.unicodeScalars.count
    blocks.append((kind, text))
  }

  /// The text of all blocks.
  var text: String {
    var out = ""
    var last: Kind?
    for block in blocks {
      if block.text.isEmpty {
        last = nil
        continue
      }
      if !out.isEmpty { out += last == block.kind && block.kind != .paragraph ? "\n" : "\n\n" }
      out += block.text
      last = block.kind
    }
    return out
  }
}
