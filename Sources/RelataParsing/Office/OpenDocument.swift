import RelataReading

/// Reads text, presentations and tables of OpenDocument (ISO 26300), packed or flat.
///
/// Tracked deletions, comments and hidden text are left out; notes stand at the end.
struct OpenDocument {
  private var blocks = TextBlocks()
  private var notes: [XMLNode] = []
  /// Styles of text that is not shown.
  private var hidden: Set<String> = []

  static func parse(_ bytes: [UInt8]) throws(ParsingProblem) -> ParsedDocument {
    var content: [UInt8]? = bytes
    var meta: [UInt8]? = bytes
    if bytes.starts(with: [0x50, 0x4B]) {
      let archive = try Archive(bytes) {
        ["content.xml", "meta.xml", "META-INF/manifest.xml"].contains($0)
      }
      if let manifest = archive.files["META-INF/manifest.xml"].flatMap({ XMLTree($0) }),
        manifest.root?.first("encryption-data") != nil
      {
        throw ParsingProblem(.encrypted, "a password protects it")
      }
      (content, meta) = (archive.files["content.xml"], archive.files["meta.xml"])
    }
    guard let tree = content.flatMap({ XMLTree($0) }), let root = tree.root,
      let body = root.first("body")
    else { throw ParsingProblem(.damaged, "it holds no text of OpenDocument") }
    var reader = OpenDocument()
    withExtendedLifetime(tree) {
      for style in root.all("style") where style.first("text-properties")?["display"] == "none" {
        if let name = style["name"] { reader.hidden.insert(name) }
      }
      reader.read(body)
      // A note within a note is read as its paragraph.
      for note in reader.notes { reader.read(note) }
    }
    return CoreProperties(meta).document(text: reader.blocks.text)
  }

  private mutating func read(_ container: XMLNode, isItem: Bool = false) {
    for node in container.children where node.isElement {
      switch node.name {
      case "p", "h":
        var text = ""
        append(node, to: &text)
        if isItem { blocks.add(item: text) } else { blocks.add(paragraph: text) }
      case "list":
        read(node, isItem: true)
        if !isItem { blocks.endGroup() }
      case "list-item", "list-header": read(node, isItem: true)
      case "table":
        for row in node.all("table-row") { add(row: row) }
        blocks.endGroup()
      case "tracked-changes", "annotation", "forms", "sequence-decls", "notes": break
      default: read(node, isItem: isItem)
      }
    }
  }

  /// More equal cells than this are the empty rest of a sheet.
  private static let mostRepeated = 50

  private mutating func add(row: XMLNode) {
    var cells: [String] = []
    for cell in row.children
    where cell.isElement && ["table-cell", "covered-table-cell"].contains(cell.name) {
      var parts: [String] = []
      for paragraph in cell.all("p") {
        var text = ""
        append(paragraph, to: &text)
        parts.append(text)
      }
      let count = cell["number-columns-repeated"].flatMap(Int.init) ?? 1
      cells += Array(
        repeating: parts.joined(separator: " "), count: max(1, min(count, Self.mostRepeated)))
    }
    blocks.add(row: cells)
  }

  private mutating func append(_ node: XMLNode, to text: inout String) {
    for child in node.children {
      if child.isText {
        text += child.content
        continue
      }
      switch child.name {
      case "s", "tab", "line-break": text += " "
      case "note":
        if let body = child.first("note-body") { notes.append(body) }
      case "annotation", "annotation-end", "change", "hidden-text", "ruby-text": break
      case "span" where child["style-name"].map(hidden.contains) == true: break
      case "text-box", "frame": notes += child.all("text-box")
      default: append(child, to: &text)
      }
    }
  }
}
