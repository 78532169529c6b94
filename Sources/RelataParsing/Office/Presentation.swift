import RelataReading

/// Reads presentations of Office Open XML: the text of the slides in their order, tables by rows.
///
/// Slides that are not shown are left out.
struct Presentation {
  private var blocks = TextBlocks()
  private var hidden = HiddenParts()

  static func parse(_ bytes: [UInt8]) throws(ParsingProblem) -> ParsedDocument {
    let archive = try Archive(bytes) {
      $0.hasPrefix("ppt/") && ($0.hasSuffix(".xml") || $0.hasSuffix(".rels"))
        || $0 == "docProps/core.xml"
    }
    let slides = slides(of: archive)
    guard !slides.isEmpty else { throw ParsingProblem(.damaged, "it holds no slides") }
    var reader = Presentation()
    for path in slides {
      guard let tree = archive.files[path].flatMap({ XMLTree($0) }) else { continue }
      withExtendedLifetime(tree) { reader.read(tree.root) }
    }
    var document = CoreProperties(archive.files["docProps/core.xml"]).document(
      text: reader.blocks.text)
    document.leftOut = reader.hidden.note
    return document
  }

  /// Paths of the slides in the order in which they are shown.
  private static func slides(of archive: Archive) -> [String] {
    let folder = "ppt"
    let targets = Relations(archive.files["ppt/_rels/presentation.xml.rels"], folder: folder)
    let tree = archive.files["ppt/presentation.xml"].flatMap { XMLTree($0) }
    let listed = withExtendedLifetime(tree) {
      (tree?.root?.first("sldIdLst")?.elements("sldId") ?? []).compactMap { slide in
        slide.relation.flatMap { targets[$0] }
      }.filter { archive.files[$0] != nil }
    }
    return listed.isEmpty ? archive.numberedPaths("ppt/slides/slide") : listed
  }

  private mutating func read(_ slide: XMLNode?) {
    guard let slide else { return }
    if ["0", "false"].contains(slide["show"] ?? "") {
      hidden.add("hidden slide")
    } else {
      readShapes(slide)
    }
    blocks.endGroup()
  }

  private mutating func readShapes(_ node: XMLNode) {
    for child in node.children where child.isElement {
      switch child.name {
      case "tbl":
        for row in child.elements("tr") {
          blocks.add(row: row.elements("tc").map { $0.all("t").map(\.text).joined(separator: " ") })
        }
        blocks.endGroup()
      case "p": blocks.add(paragraph: Self.words(child))
      default: readShapes(child)
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
