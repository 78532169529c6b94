/// Which styles of OpenDocument hide what is set in them: text, tables, slides.
struct OpenStyles {
  /// What a style is for: names are unique within a family only.
  enum Family: String {
    case text, paragraph, table
    case slide = "drawing-page"
  }

  private struct Style {
    var base: String?
    var isHidden: Bool?
  }

  private var styles: [String: Style] = [:]
  /// Styles based on one another beyond this depth stand in a circle.
  private static let deepest = 20

  /// From the roots of `content.xml` and `styles.xml`.
  init(_ roots: [XMLNode]) {
    for style in roots.flatMap({ $0.all("style") }) {
      guard let name = style["name"], let family = style["family"] else { continue }
      styles[family + " " + name] = Style(
        base: style["parent-style-name"], isHidden: Self.isHidden(style))
    }
  }

  private static func isHidden(_ style: XMLNode) -> Bool? {
    if let display = style.elements("text-properties").first?["display"] {
      return display == "none"
    }
    if let display = style.elements("table-properties").first?["display"] {
      return display == "false"
    }
    return style.elements("drawing-page-properties").first?["visibility"].map { $0 == "hidden" }
  }

  /// Whether a style hides, by itself or by the one that it is based on.
  func hides(_ name: String?, _ family: Family) -> Bool { isHidden(name, family) ?? false }

  /// The same; nil for a style that says nothing of it, so that what is around it counts.
  func isHidden(_ name: String?, _ family: Family) -> Bool? {
    var next = name
    for _ in 0..<Self.deepest {
      guard let style = next.flatMap({ styles[family.rawValue + " " + $0] }) else { return nil }
      if let isHidden = style.isHidden { return isHidden }
      next = style.base
    }
    return nil
  }
}
