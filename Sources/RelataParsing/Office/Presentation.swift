import RelataReading

/// Reads presentations of Office Open XML: the text of the slides in their order, tables by rows.
enum Presentation {
  static func parse(_ bytes: [UInt8]) throws(ParsingProblem) -> ParsedDocument {
    let archive = try Archive(bytes) {
      $0.hasPrefix("ppt/slides/slide") && $0.hasSuffix(".xml") || $0 == "docProps/core.xml"
    }
    let slides = archive.numbered("ppt/slides/slide")
    guard !slides.isEmpty else { throw ParsingProblem(.damaged, "it holds no slides") }
    var blocks = TextBlocks()
    for slide in slides {
      guard let tree = XMLTree(slide), let root = tree.root else { continue }
      withExtendedLifetime(tree) { read(root, into: &blocks) }
      blocks.endGroup()
    }
    return CoreProperties(archive.files["docProps/core.xml"]).document(text: blocks.text)
  }

  private static func read(_ node: XMLNode, into blocks: inout TextBlocks) {
    for child in node.children where child.isElement {
      switch child.name {
      case "tbl":
        for row in child.elements("tr") {
          blocks.add(row: row.elements("tc").map { $0.all("t").map(\.text).joined(separator: " ") })
        }
        blocks.endGroup()
      case "p": blocks.add(paragraph: words(child))
      default: read(child, into: &blocks)
      }
    }
  }

  private static func words(_ paragraph: XMLNode) -> String {
    paragraph.children.map { node in
      if node.name == "br" { return " " }
      // A raised number points to a note.
      let text = node.all("t").map(\.text).joined()
      let isRaised = node.elements("rPr").first?["baseline"].flatMap(Int.init).map { $0 > 0 }
      return isRaised == true && text.allSatisfy(\.isNumber) ? "" : text
    }.joined()
  }
}
