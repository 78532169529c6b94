import RelataReading

/// The text of HTML and XHTML that stands in a book or a mail: all of it, since there is no page around it.
struct MarkedText {
  /// What is to become of an element.
  enum Judgement {
    case shown
    /// How the writer signs: furniture.
    case signature
    /// The words of others, furniture too: what introduces them ("Anna Kern wrote:") goes with them.
    case quoted
    /// The same, if words before it introduce it.
    case quotedIfIntroduced
    /// A link that makes the block around it a newsletter's foot.
    case footer
    /// All that follows is furniture.
    case end
  }

  private var blocks = TextBlocks()
  private var current = ""
  private var hasFooter = false
  /// Whether what is walked is furniture.
  private var isFurniture = false
  /// Whether all that follows is.
  private var isOver = false
  private let judge: (XMLNode) -> Judgement
  /// What the words of the element that is read are; a paragraph where nothing says more.
  private var mark = BlockMark(.paragraph)
  /// Whether block quotations hold words of others: in mail they only set what is passed on apart.
  private let readsQuotations: Bool

  var text: String { blocks.text }

  /// Blocks of more letters are more than the foot of a newsletter.
  private static let longestFooter = 500
  private static let invisible: Set<String> = [
    "script", "style", "head", "noscript", "template", "svg", "del", "s", "strike", "nav",
  ]
  private static let inline: Set<String> = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "dfn", "em", "font", "i",
    "img", "ins",
    "kbd", "label", "mark", "q", "samp", "small", "span", "strong", "sub", "time", "tt", "u", "var",
    "wbr",
  ]

  /// The text of HTML in UTF-8; nil for what has no element.
  static func text(
    ofHTML html: some Collection<UInt8>,
    readingQuotations: Bool = true,
    judging judge: @escaping (XMLNode) -> Judgement = { _ in .shown }
  ) -> String? {
    guard let tree = XMLTree(Array(html), isHTML: true), let root = tree.root else { return nil }
    return withExtendedLifetime(tree) {
      MarkedText(root, readingQuotations: readingQuotations, judging: judge).text
    }
  }

  init(
    _ root: XMLNode, readingQuotations: Bool = true,
    judging judge: @escaping (XMLNode) -> Judgement = { _ in .shown }
  ) {
    self.judge = judge
    readsQuotations = readingQuotations
    walk(root)
    flush()
  }

  private mutating func walk(_ node: XMLNode) {
    if node.isText {
      current += node.content
      return
    }
    let name = node.name.lowercased()
    guard !Self.isInvisible(node, name) else { return }
    let judgement = judge(node)
    if !isFurniture, takesAway(judgement) {
      flush()
      isFurniture = true
      walk(node)
      flush()
      isFurniture = isOver
      return
    }
    if judgement == .footer {
      hasFooter = true
      return
    }
    switch name {
    case "br": current += " "
    // A number in raised type is the mark of a note.
    case "sup":
      if !node.text.allSatisfy({ $0.isNumber || "[]*†‡ ".contains($0) }) { current += node.text }
    case "li":
      flush()
      if node.first("li") == nil, node.first("p") == nil {
        let item = words(node)
        if !dropsFooter(item) { add(item: item) }
        isFurniture = isFurniture || isOver
      } else {
        walkChildren(node)
      }
    case "tr":
      flush()
      let cells = node.children.filter { ["td", "th"].contains($0.name.lowercased()) }
      if cells.contains(where: { $0.first("table") != nil }) || cells.count < 2 {
        walkChildren(node)
      } else {
        let row = cells.map { words($0) }
        if !dropsFooter(row.joined()) { add(row: row) }
        isFurniture = isFurniture || isOver
      }
    default:
      if Self.inline.contains(name) {
        walkChildren(node)
      } else {
        flush()
        let outer = mark
        mark = self.mark(of: name)
        walkChildren(node)
        flush()
        mark = outer
        if ["table", "ul", "ol"].contains(name) { blocks.endGroup() }
      }
    }
  }

  /// What the words of an element are, by its name and by what is around it.
  private func mark(of name: String) -> BlockMark {
    switch name {
    case "h1", "h2", "h3", "h4", "h5", "h6":
      BlockMark(.heading, level: name.last?.wholeNumberValue)
    case "blockquote" where readsQuotations: BlockMark(.quotation)
    case "figcaption", "caption": BlockMark(.caption)
    case "dt": BlockMark(.term)
    case "dd": BlockMark(.definition, continues: true)
    default: mark
    }
  }

  /// Whether an element is furniture by its judgement, after what introduces it was made furniture too.
  private mutating func takesAway(_ judgement: Judgement) -> Bool {
    switch judgement {
    case .shown, .footer: return false
    case .signature: return true
    case .quotedIfIntroduced:
      flush()
      guard let last = blocks.last, MessageText.introduces(last) else { return false }
    case .quoted: flush()
    case .end:
      isOver = true
      return true
    }
    blocks.makeFurniture { MessageText.introduces($0) }
    return true
  }

  private static func isInvisible(_ node: XMLNode, _ name: String) -> Bool {
    if invisible.contains(name) || isNoteLink(node) || node["hidden"] != nil { return true }
    guard let style = node["style"]?.lowercased().filter({ !$0.isWhitespace }) else { return false }
    return style.contains("display:none") || style.contains("visibility:hidden")
  }

  /// The number that leads to a note, or the arrow that leads back.
  private static func isNoteLink(_ node: XMLNode) -> Bool {
    guard node.name.lowercased() == "a" else { return false }
    let signs = [node["type"], node["role"], node["class"]].compactMap { $0?.lowercased() }
    return signs.contains { sign in
      ["noteref", "footnote-ref", "footnote-back", "backlink"].contains { sign.contains($0) }
    }
  }

  private mutating func walkChildren(_ node: XMLNode) { for child in node.children { walk(child) } }

  /// Whether words in an item or a cell, which is one line, are read.
  private mutating func isRead(_ node: XMLNode) -> Bool {
    switch judge(node) {
    case .shown, .quotedIfIntroduced: return !isOver
    case .footer: hasFooter = true
    case .signature, .quoted: break
    case .end: isOver = true
    }
    return false
  }

  /// The words of an item or a cell in one line.
  private mutating func words(_ node: XMLNode) -> String {
    if node.isText { return node.content }
    let name = node.name.lowercased()
    guard !Self.isInvisible(node, name), isFurniture || isRead(node) else { return "" }
    var out = name == "br" ? " " : ""
    for child in node.children { out += words(child) }
    return out
  }

  /// Whether a block is a newsletter's foot; the next one is not.
  private mutating func dropsFooter(_ block: String) -> Bool {
    defer { hasFooter = false }
    return hasFooter && block.count <= Self.longestFooter
  }

  private mutating func flush() {
    if !current.isEmpty, !dropsFooter(current) {
      blocks.add(current, as: isFurniture ? .furniture : mark)
    }
    current = ""
  }

  private mutating func add(item: String) {
    if isFurniture { blocks.add(item, as: .furniture) } else { blocks.add(item: item) }
  }

  private mutating func add(row: [String]) {
    if isFurniture {
      blocks.add(row.joined(separator: " "), as: .furniture)
    } else {
      blocks.add(row: row)
    }
  }
}
