import RelataReading

/// Makes paragraphs, rows and fields of the letters of a Word file of before 2007, some of which are signs.
struct OldWordText {
  private var blocks = TextBlocks()
  private var hidden = HiddenParts()
  private var units: [UInt16] = []
  private var cells: [String] = []
  /// For each field that is open, whether its code is being read.
  private var fields: [Bool] = []
  private var hasHiddenText = false

  var result: (text: String, leftOut: String?) { (blocks.text, hidden.note) }

  /// Takes the next letter.
  mutating func take(
    _ unit: UInt16, isShown: Bool, isHidden: Bool, in paragraph: WordProperties?, style: Int
  ) {
    switch unit {
    case 0x0D, 0x0C:
      if paragraph?.isInTable == true {
        units.append(0x20)
      } else {
        endParagraph(isItem: paragraph?.isItem == true, style: style)
      }
    case 0x07:
      if paragraph?.endsRow == true { endRow() } else { cells.append(words()) }
    case 0x13: fields.append(true)
    case 0x14: if !fields.isEmpty { fields[fields.count - 1] = false }
    case 0x15: _ = fields.popLast()
    default:
      guard !fields.contains(true) else { return }
      if isHidden, unit > 0x20 { hasHiddenText = true }
      if isShown { append(unit) }
    }
  }

  private mutating func append(_ unit: UInt16) {
    switch unit {
    case 0x09, 0x0B: units.append(0x20)
    case 0x1E: units.append(0x2D)
    // Anchors of notes, pictures and comments; places where a word may be cut.
    case 0..<0x20: break
    default: units.append(unit)
    }
  }

  private mutating func words() -> String {
    defer { units = [] }
    return String(decoding: units, as: UTF16.self)
  }

  private mutating func endParagraph(isItem: Bool = false, style: Int = 0) {
    if hasHiddenText { hidden.add("hidden text") }
    hasHiddenText = false
    if !cells.isEmpty { endRow() }
    // The styles of headings have the numbers of their levels in every file.
    if (1...9).contains(style) {
      blocks.add(words(), as: BlockMark(.heading, level: style))
    } else if isItem {
      blocks.add(item: words())
    } else {
      blocks.add(paragraph: words())
    }
  }

  private mutating func endRow() {
    blocks.add(row: cells)
    cells = []
  }

  /// Ends the text, the notes or the boxes.
  mutating func endPart() {
    endParagraph()
    blocks.endGroup()
    fields = []
  }
}
