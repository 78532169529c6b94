import RelataReading

/// Reads text, presentations and tables of OpenDocument (ISO 26300), packed or flat.
///
/// Tracked deletions, comments and what is hidden are left out; notes stand at the end.
struct OpenDocument {
  private let styles: OpenStyles
  private var blocks = TextBlocks()
  private var notes: [XMLNode] = []
  private var hidden = HiddenParts()

  static func parse(_ bytes: [UInt8]) throws(ParsingProblem) -> ParsedDocument {
    var content: [UInt8]? = bytes
    var meta: [UInt8]? = bytes
    var named: [UInt8]?
    if bytes.starts(with: [0x50, 0x4B]) {
      let archive = try Archive(bytes) {
        ["content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"].contains($0)
      }
      if let manifest = archive.files["META-INF/manifest.xml"].flatMap({ XMLTree($0) }),
        manifest.root?.first("encryption-data") != nil
      {
        throw ParsingProblem(.encrypted, "a password protects it")
      }
      (content, meta) = (archive.files["content.xml"], archive.files["meta.xml"])
      named = archive.files["styles.xml"]
    }
    let tree = content.flatMap { XMLTree($0) }
    let styles = named.flatMap { XMLTree($0) }
    return try withExtendedLifetime((tree, styles)) { () throws(ParsingProblem) in
      guard let root = tree?.root, let body = root.first("body") else {
        throw ParsingProblem(.damaged, "it holds no text of OpenDocument")
      }
      var reader = OpenDocument(styles: OpenStyles([styles?.root, root].compactMap(\.self)))
      if let book = body.elements("spreadsheet").first {
        reader.read(sheets: book)
      } else {
        reader.read(body)
      }
      // A note within a note is read as its paragraph.
      for note in reader.notes { reader.read(note) }
      var document = CoreProperties(meta).document(text: reader.blocks.text)
      document.leftOut = reader.hidden.note
      return document
    }
  }

  private init(styles: OpenStyles) { self.styles = styles }

  private mutating func read(sheets book: XMLNode) {
    let sheets = book.elements("table").map { table in
      SheetTable(
        name: table["name"]?.collapsed ?? "", isHidden: styles.hides(table["style-name"], .table),
        rows: table.all("table-row").map {
          SheetTable.Row(cells: cells($0), isHidden: OpenTable.isHidden($0))
        }, hiddenColumns: OpenTable.hiddenColumns(table))
    }
    blocks.append(SheetTable.blocks(sheets, &hidden))
  }

  private mutating func read(_ container: XMLNode, isItem: Bool = false) {
    for node in container.children where node.isElement {
      switch node.name {
      case "p", "h":
        let text = words(node)
        if isItem { blocks.add(item: text) } else { blocks.add(text, as: styles.mark(of: node)) }
      case "list":
        read(node, isItem: true)
        if !isItem { blocks.endGroup() }
      case "list-item", "list-header": read(node, isItem: true)
      case "table": read(table: node)
      case "section" where node["display"] == "none" || node["is-hidden"] == "true":
        hidden.add("hidden text")
      case "page" where styles.hides(node["style-name"], .slide):
        hidden.add("hidden slide", name: node["name"]?.collapsed)
      case "notes":
        // The other frames of the page of notes hold its head and foot.
        let frames = node.elements("frame").filter { $0["class"] == "notes" }
        blocks.add(speakerNotes: frames.flatMap { $0.all("p") }.map { words($0) })
      case "tracked-changes", "annotation", "forms", "sequence-decls": break
      default: read(node, isItem: isItem)
      }
    }
  }

  private mutating func read(table: XMLNode) {
    for row in table.all("table-row") { blocks.add(row: cells(row)) }
    blocks.endGroup()
  }

  private mutating func cells(_ row: XMLNode) -> [String] {
    let cells = OpenTable.cells(row).map { cell, count in
      Array(repeating: OpenTable.value(cell, shown: words(cell)), count: count)
    }
    return Array(cells.joined().prefix(SheetTable.mostColumns))
  }

  /// The words of a paragraph, or of all paragraphs of a cell.
  private mutating func words(_ node: XMLNode) -> String {
    if ["p", "h"].contains(node.name) {
      let isHidden =
        node.first("hidden-paragraph")?["is-hidden"] == "true"
        || styles.hides(node["style-name"], .paragraph)
      var words = OpenWords(styles: styles)
      words.append(node, isHidden: isHidden)
      notes += words.notes
      if words.hasHiddenText { hidden.add("hidden text") }
      return words.text
    }
    return node.all("p").map { words($0) }.joined(separator: " ")
  }
}
