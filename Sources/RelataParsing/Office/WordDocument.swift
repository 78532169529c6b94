import RelataReading

/// Reads word processor files of Office Open XML (ECMA-376): what a reader of the printed page sees.
///
/// Tracked deletions, comments, hidden text and the codes of fields are left out, insertions kept; text boxes stand
/// behind their paragraph, footnotes at the end.
struct WordDocument {
  private let styles: WordStyles
  private var blocks = TextBlocks()
  private var hidden = HiddenParts()

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
    var reader = WordDocument(styles: WordStyles(archive.files["word/styles.xml"]))
    withExtendedLifetime((main, notes)) {
      reader.read(body)
      for note in notes.flatMap({ $0.root?.children ?? [] }) where note["type"] == nil {
        reader.read(note)
      }
    }
    var document = CoreProperties(archive.files["docProps/core.xml"]).document(
      text: reader.blocks.text)
    document.leftOut = reader.hidden.note
    return document
  }

  private init(styles: WordStyles) { self.styles = styles }

  private mutating func read(_ container: XMLNode) {
    for node in container.children where node.isElement {
      switch node.name {
      case "p": add(paragraph: node)
      case "tbl":
        for row in node.elements("tr") {
          if let mark = row.elements("trPr").first?.elements("hidden").first, mark["val"] != "0" {
            hidden.add("hidden row")
            continue
          }
          blocks.add(row: row.elements("tc").map { cell($0) })
        }
        blocks.endGroup()
      case "sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag": read(node)
      default: break
      }
    }
  }

  private mutating func add(paragraph node: XMLNode) {
    let paragraph = paragraph(node)
    let mark = styles.mark(ofParagraph: node)
    if mark.kind == .item {
      blocks.add(item: paragraph.text)
    } else {
      blocks.add(paragraph.text, as: mark)
    }
    for box in paragraph.boxes { read(box) }
  }

  private mutating func cell(_ node: XMLNode) -> String {
    node.all("p").map { paragraph($0).text }.joined(separator: " ")
  }

  private mutating func paragraph(_ node: XMLNode) -> WordParagraph {
    let paragraph = WordParagraph(node, styles: styles)
    if paragraph.hasHiddenText { hidden.add("hidden text") }
    return paragraph
  }
}
