/// The visible words of a paragraph of OpenDocument, and what is anchored in it.
struct OpenWords {
  let styles: OpenStyles
  private(set) var text = ""
  /// Bodies of notes, and shapes with text in them.
  private(set) var notes: [XMLNode] = []
  private(set) var hasHiddenText = false

  init(styles: OpenStyles) { self.styles = styles }

  /// Adds what stands below a node; a style nearer to the words overrules one that is farther.
  mutating func append(_ node: XMLNode, isHidden: Bool) {
    for child in node.children {
      if child.isText {
        if !isHidden { text += child.content }
        if isHidden, !child.content.allSatisfy(\.isWhitespace) { hasHiddenText = true }
        continue
      }
      switch child.name {
      case "s", "tab", "line-break": text += " "
      case "note":
        if !isHidden, let body = child.first("note-body") { notes.append(body) }
      case "annotation", "annotation-end", "change", "ruby-text": break
      case "hidden-text": hasHiddenText = true
      case "span": append(child, isHidden: styles.isHidden(child["style-name"], .text) ?? isHidden)
      // A frame or a shape: its paragraphs are none of this one.
      case _ where child.first("p") != nil: if !isHidden { notes.append(child) }
      default: append(child, isHidden: isHidden)
      }
    }
  }
}
