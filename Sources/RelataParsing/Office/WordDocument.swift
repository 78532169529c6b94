import RelataReading

/// Reads word processor files of Office Open XML (ECMA-376): what a reader of the printed page sees.
///
/// Tracked deletions, comments, hidden text and the codes of fields are left out, insertions kept; text boxes stand
/// behind their paragraph, footnotes at the end.
struct WordDocument {
  private var blocks = TextBlocks()
  private var boxes: [XMLNode] = []

  static func parse(_ bytes: [UInt8]) throws(ParsingProblem) -> ParsedDocument {
    let archive = try Archive(bytes) {
      $0.hasPrefix("word/") && $0.hasSuffix(".xml") || $0 == "docProps/core.xml"
    }
    guard let main = archive.files["word/document.xml"].flatMap({ XMLTree($0) }),
      let body = main.root?.first("body")
    else { throw ParsingProblem(.damaged, "it holds no text of a word processor") }
    let notes = ["word/footnotes.xml", "word/endnotes.xml"].compactMap {
      archive.files[$0].flatMap { XMLTree($0) }
    }
    var reader = WordDocument()
    withExtendedLifetime((main, notes)) {
      reader.read(body)
      for note in notes.flatMap({ $0.root?.children ?? [] }) where note["type"] == nil {
        reader.read(note)
      }
    }
    return CoreProperties(archive.files["docProps/core.xml"]).document(text: reader.blocks.text)
  }

  private mutating func read(_ container: XMLNode) {
    for node in container.children where node.isElement {
      switch node.name {
      case "p": add(paragraph: node)
      case "tbl":
        for row in node.elements("tr") { blocks.add(row: row.elements("tc").map(Self.cell)) }
        blocks.endGroup()
      case "sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag": read(node)
      default: break
      }
    }
  }

  private mutating func add(paragraph: XMLNode) {
    var text = ""
    var boxes: [XMLNode] = []
    Self.append(paragraph, to: &text, boxes: &boxes)
    if paragraph.elements("pPr").first?.first("numPr") != nil {
      blocks.add(item: text)
    } else {
      blocks.add(paragraph: text)
    }
    for box in boxes { read(box) }
  }

  private static func cell(_ node: XMLNode) -> String {
    var boxes: [XMLNode] = []
    return node.all("p").map { paragraph in
      var text = ""
      append(paragraph, to: &text, boxes: &boxes)
      return text
    }.joined(separator: " ")
  }

  /// The visible words of runs, links, insertions and fields.
  private static func append(_ node: XMLNode, to text: inout String, boxes: inout [XMLNode]) {
    for child in node.children where child.isElement {
      switch child.name {
      case "t": text += child.text
      case "tab", "br", "cr", "ptab": text += " "
      case "noBreakHyphen": text += "-"
      case "r" where isHidden(child) || isNoteMark(child): break
      case "AlternateContent":
        // Two ways to say the same thing: one of them is enough.
        if let choice = child.elements("Choice").first ?? child.elements("Fallback").first {
          append(choice, to: &text, boxes: &boxes)
        }
      case "txbxContent": boxes.append(child)
      case "del", "moveFrom", "delText", "instrText", "pPr", "rPr", "softHyphen",
        "footnoteReference", "endnoteReference", "commentReference", "annotationRef", "rt":
        break
      default: append(child, to: &text, boxes: &boxes)
      }
    }
  }

  /// A raised number, typed by hand, that points to a note.
  private static func isNoteMark(_ run: XMLNode) -> Bool {
    let text = run.elements("t").map(\.text).joined()
    return run.elements("rPr").first?.elements("vertAlign").first?["val"] == "superscript"
      && !text.isEmpty && text.allSatisfy { $0.isNumber || "[]*†".contains($0) }
  }

  private static func isHidden(_ run: XMLNode) -> Bool {
    guard let mark = run.elements("rPr").first?.elements("vanish").first else { return false }
    return !["0", "false", "off"].contains(mark["val"] ?? "")
  }
}
