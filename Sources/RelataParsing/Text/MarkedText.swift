/// The text of HTML and XHTML that stands in a book or a mail: all of it, since there is no page around it.
struct MarkedText {
  private var blocks = TextBlocks()
  private var current = ""

  var text: String { blocks.text }

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
  static func text(ofHTML html: some Collection<UInt8>) -> String? {
    guard let tree = XMLTree(Array(html), isHTML: true), let root = tree.root else { return nil }
    return withExtendedLifetime(tree) { MarkedText(root).text }
  }

  init(_ root: XMLNode) {
    walk(root)
    flush()
  }

  private mutating func walk(_ node: XMLNode) {
    if node.isText {
      current += node.content
      return
    }
    let name = node.name.lowercased()
    guard !Self.invisible.contains(name), !Self.isNoteLink(node) else { return }
    switch name {
    case "br": current += " "
    // A number in raised type is the mark of a note.
    case "sup":
      if !node.text.allSatisfy({ $0.isNumber || "[]*†‡ ".contains($0) }) { current += node.text }
    case "li":
      flush()
      if node.first("li") == nil, node.first("p") == nil {
        blocks.add(item: node.text)
      } else {
        walkChildren(node)
      }
    case "tr":
      flush()
      let cells = node.children.filter { ["td", "th"].contains($0.name.lowercased()) }
      if cells.contains(where: { $0.first("table") != nil }) || cells.count < 2 {
        walkChildren(node)
      } else {
        blocks.add(row: cells.map(\.text))
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

  /// The number that leads to a note, or the arrow that leads back.
  private static func isNoteLink(_ node: XMLNode) -> Bool {
    let signs = [node["type"], node["role"], node["class"]].compactMap { $0?.lowercased() }
    return node.name.lowercased() == "a"
      && signs.contains { sign in
        ["noteref", "footnote-ref", "footnote-back", "backlink"].contains { sign.contains($0) }
      }
  }

  private mutating func walkChildren(_ node: XMLNode) { for child in node.children { walk(child) } }

  private mutating func flush() {
    blocks.add(paragraph: current)
    current = ""
  }
}
