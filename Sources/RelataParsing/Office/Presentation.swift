import RelataReading

/// Reads presentations of Office Open XML: the text of the slides in their order, tables by rows.
///
/// A speaker's notes stand behind their slide; slides that are not shown are left out.
struct Presentation {
  private var blocks = TextBlocks()
  private var hidden = HiddenParts()

  static func parse(_ bytes: [UInt8]) throws(ParsingProblem) -> ParsedDocument {
    let archive = try Archive(bytes) {
      $0.hasPrefix("ppt/slides/") || $0.hasPrefix("ppt/notesSlides/notes")
        || ["ppt/presentation.xml", "ppt/_rels/presentation.xml.rels", "docProps/core.xml"]
          .contains($0)
    }
    let slides = slides(of: archive)
    guard !slides.isEmpty else { throw ParsingProblem(.damaged, "it holds no slides") }
    var reader = Presentation()
    for path in slides {
      guard let tree = archive.files[path].flatMap({ XMLTree($0) }) else { continue }
      let notes = notes(of: path, in: archive)
      withExtendedLifetime((tree, notes)) { reader.read(tree.root, notes: notes?.root) }
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

  /// The file of the notes under a slide.
  private static func notes(of slide: String, in archive: Archive) -> XMLTree? {
    let parts = slide.split(separator: "/")
    let folder = parts.dropLast().joined(separator: "/")
    let relations = Relations(
      archive.files["\(folder)/_rels/\(parts.last ?? "").rels"], folder: folder)
    return relations.first("notesSlide").flatMap { archive.files[$0] }.flatMap { XMLTree($0) }
  }

  private mutating func read(_ slide: XMLNode?, notes: XMLNode?) {
    guard let slide else { return }
    if ["0", "false"].contains(slide["show"] ?? "") {
      hidden.add("hidden slide")
    } else {
      readShapes(slide)
      // The other shapes of the page of notes hold the slide's picture and number.
      let shapes = (notes?.all("sp") ?? []).filter { $0.first("ph")?["type"] == "body" }
      blocks.add(speakerNotes: shapes.flatMap { $0.all("p").map(Self.words) })
    }
    blocks.endGroup()
  }

  private mutating func readShapes(_ node: XMLNode, isTitle: Bool = false) {
    for child in node.children where child.isElement {
      switch child.name {
      case "tbl":
        for row in child.elements("tr") {
          blocks.add(row: row.elements("tc").map { $0.all("t").map(\.text).joined(separator: " ") })
        }
        blocks.endGroup()
      case "p": blocks.add(Self.words(child), as: BlockMark(isTitle ? .heading : .paragraph))
      case "sp":
        let place = child.first("ph")?["type"] ?? ""
        readShapes(child, isTitle: ["title", "ctrTitle"].contains(place))
      default: readShapes(child, isTitle: isTitle)
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
