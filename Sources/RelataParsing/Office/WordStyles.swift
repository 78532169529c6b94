/// Which styles of a word processor file of Office Open XML hide their text.
struct WordStyles {
  private struct Style {
    var base: String?
    var isHidden: Bool?
  }

  private var styles: [String: Style] = [:]
  /// Styles based on one another beyond this depth stand in a circle.
  private static let deepest = 20

  /// From `word/styles.xml`; nothing from no bytes.
  init(_ bytes: [UInt8]?) {
    guard let tree = bytes.flatMap({ XMLTree($0) }) else { return }
    withExtendedLifetime(tree) {
      for style in tree.root?.elements("style") ?? [] {
        guard let id = style["styleId"] else { continue }
        styles[id] = Style(
          base: style.elements("basedOn").first?["val"],
          isHidden: Self.vanish(style.elements("rPr").first))
      }
    }
  }

  /// Whether text of a style is hidden, by itself or by the one that it is based on.
  func hides(_ id: String?) -> Bool {
    var next = id
    for _ in 0..<Self.deepest {
      guard let style = next.flatMap({ styles[$0] }) else { return false }
      if let isHidden = style.isHidden { return isHidden }
      next = style.base
    }
    return false
  }

  /// Whether a run is hidden: what it says itself counts; of its two styles, each undoes what the other does.
  func hides(run: XMLNode, paragraphStyle: String?) -> Bool {
    let properties = run.elements("rPr").first
    return Self.vanish(properties)
      ?? (hides(paragraphStyle) != hides(properties?.elements("rStyle").first?["val"]))
  }

  private static func vanish(_ properties: XMLNode?) -> Bool? {
    properties?.elements("vanish").first.map { !["0", "false", "off"].contains($0["val"] ?? "") }
  }
}
