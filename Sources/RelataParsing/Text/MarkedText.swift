/// The text of HTML and XHTML that stands in a book or a mail: all of it, since there is no page around it.
struct MarkedText {
  /// What is to become of an element.
  enum Judgement {
    case shown
    /// Nobody sees it.
    case hidden
    /// The words of others: what introduces them ("Anna Kern wrote:") goes with them.
    case quoted
    /// The same, if words before it introduce it.
    case quotedIfIntroduced
    /// A link that makes the block around it a newsletter's foot.
    case footer
    /// Nothing more is read.
    case end
  }

  private var blocks = TextBlocks()
  private var current = ""
  private var hasFooter = false
  private var isOver = false
  private let judge: (XMLNode) -> Judgement

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
    judging judge: @escaping (XMLNode) -> Judgement = { _ in .shown }
  ) -> String? {
    guard let tree = XMLTree(Array(html), isHTML: true), let root = tree.root else { return nil }
    return withExtendedLifetime(tree) { MarkedText(root, judging: judge).text }
  }

  init(_ root: XMLNode, judging judge: @escaping (XMLNode) -> Judgement = { _ in .shown }) {
    self.judge = judge
    walk(root)
    flush()
  }

  private mutating func walk(_ node: XMLNode) {
    guard !isOver else { return }
    if node.isText {
      current += node.content
      return
    }
    let name = node.name.lowercased()
    guard !Self.isInvisible(node, name), isRead(node) else { return }
    switch name {
    case "br": current += " "
    // A number in raised type is the mark of a note.
    case "sup":
      if !node.text.allSatisfy({ $0.isNumber || "[]*†‡ ".contains($0) }) { current += node.text }
    case "li":
      flush()
      if node.first("li") == nil, node.first("p") == nil {
        let item = words(node)
        if !dropsFooter(item) { blocks.add(item: item) }
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
        if !dropsFooter(row.joined()) { blocks.add(row: row) }
      }
    default:
      if Self.inline.contains(name) {
        walkChildren(node)
      } else {
        flush()
        walkChildren(node)
        flush()
        if ["table", "ul", "ol"].contains(name) { blocks.endGroup() }
      }
    }
  }

  /// Does what the judgement of an element asks for; whether its words are read.
  private mutating func isRead(_ node: XMLNode) -> Bool {
    switch judge(node) {
    case .shown: return true
    case .hidden: return false
    case .footer:
      hasFooter = true
      return false
    case .quotedIfIntroduced:
      flush()
      guard let last = blocks.last, MessageText.introduces(last) else { return true }
      dropIntroduction()
      return false
    case .quoted:
      flush()
      dropIntroduction()
      return false
    case .end:
      isOver = true
      return false
    }
  }

  private mutating func dropIntroduction() {
    while let last = blocks.last, MessageText.introduces(last) { blocks.removeLast() }
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

  /// The words of an item or a cell in one line.
  private mutating func words(_ node: XMLNode) -> String {
    if node.isText { return node.content }
    let name = node.name.lowercased()
    guard !Self.isInvisible(node, name), isRead(node) else { return "" }
    var out = name == "br" ? " " : ""
    for child in node.children where !isOver { out += words(child) }
    return out
  }

  /// Whether a block is a newsletter's foot; the next one is not.
  private mutating func dropsFooter(_ block: String) -> Bool {
    defer { hasFooter = false }
    return hasFooter && block.count <= Self.longestFooter
  }

  private mutating func flush() {
    if !current.isEmpty, !dropsFooter(current) { blocks.add(paragraph: current) }
    current = ""
  }
}
