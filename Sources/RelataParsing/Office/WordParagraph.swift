/// The visible words of one paragraph of Office Open XML: its runs, links, insertions and fields.
struct WordParagraph {
  private(set) var text = ""
  /// What stands in text boxes that are anchored here.
  private(set) var boxes: [XMLNode] = []
  private(set) var hasHiddenText = false
  private let styles: WordStyles
  private let style: String?

  init(_ node: XMLNode, styles: WordStyles) {
    self.styles = styles
    style = node.elements("pPr").first?.elements("pStyle").first?["val"]
    append(node)
  }

  private mutating func append(_ node: XMLNode) {
    for child in node.children where child.isElement {
      switch child.name {
      case "t": text += child.text
      case "tab", "br", "cr", "ptab": text += " "
      case "noBreakHyphen": text += "-"
      case "r" where styles.hides(run: child, paragraphStyle: style):
        hasHiddenText = hasHiddenText || child.first("t") != nil
      case "r" where Self.isNoteMark(child): break
      case "AlternateContent":
        // Two ways to say the same thing: one of them is enough.
        if let choice = child.elements("Choice").first ?? child.elements("Fallback").first {
          append(choice)
        }
      case "txbxContent": boxes.append(child)
      case "del", "moveFrom", "delText", "instrText", "pPr", "rPr", "softHyphen",
        "footnoteReference", "endnoteReference", "commentReference", "annotationRef", "rt":
        break
      default: append(child)
      }
    }
  }

  /// A raised number, typed by hand, that points to a note.
  private static func isNoteMark(_ run: XMLNode) -> Bool {
    let text = run.elements("t").map(\.text).joined()
    return run.elements("rPr").first?.elements("vertAlign").first?["val"] == "superscript"
      && !text.isEmpty && text.allSatisfy { $0.isNumber || "[]*†".contains($0) }
  }
}
