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
    let sheets = book.elements("table")
    let shown = sheets.filter { sheet in
      let isHidden = styles.hides(sheet["style-name"], .table)
      if isHidden, sheet.first("p") != nil {
        hidden.add("hidden sheet", name: sheet["name"]?.collapsed)
      }
      return !isHidden && sheet.first("p") != nil
    }
    for sheet in shown {
      let name = sheet["name"]?.collapsed ?? ""
      if shown.count > 1 || !SheetTable.isGiven(name) { blocks.add(paragraph: name) }
      read(table: sheet)
    }
  }

  private mutating func read(_ container: XMLNode, isItem: Bool = false) {
    for node in container.children where node.isElement {
      switch node.name {
      case "p", "h":
        let text = words(node)
        if isItem { blocks.add(item: text) } else { blocks.add(paragraph: text) }
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
    let unseen = OpenTable.hiddenColumns(table)
    for row in table.all("table-row") {
      let isHidden = OpenTable.isHidden(row)
      if isHidden, row.first("p") != nil { hidden.add("hidden row") }
      guard !isHidden else { continue }
      let cells = OpenTable.cells(row).map {
        (OpenTable.value($0.cell) ?? words($0.cell), $0.count)
      }
      let all = cells.flatMap { Array(repeating: $0.0, count: $0.1) }
      blocks.add(row: all.enumerated().filter { !unseen.contains($0.offset) }.map(\.element))
    }
    blocks.endGroup()
  }

  /// The words of a paragraph, or of all paragraphs of a cell.
  private mutating func words(_ node: XMLNode) -> String {
    if ["p", "h"].contains(node.name) {
      let isHidden = node.first("hidden-paragraph")?["is-hidden"] == "true"
      if isHidden || styles.hides(node["style-name"], .paragraph) {
        if !node.text.allSatisfy(\.isWhitespace) { hidden.add("hidden text") }
        return ""
      }
      var text = ""
      append(node, to: &text)
      return text
    }
    return node.all("p").map { words($0) }.joined(separator: " ")
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
      case "annotation", "annotation-end", "change", "ruby-text": break
      case "hidden-text": hidden.add("hidden text")
      case "span" where styles.hides(child["style-name"], .text): hidden.add("hidden text")
      case "text-box", "frame": notes += child.all("text-box")
      default: append(child, to: &text)
      }
    }
  }
}
