import RelataReading

/// What the styles of OpenDocument say of what is set in them: which texts, tables and slides they hide, what a paragraph is.
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
    for name in names(name, family) {
      guard let style = styles[family.rawValue + " " + name] else { return nil }
      if let isHidden = style.isHidden { return isHidden }
    }
    return nil
  }

  /// What a paragraph or a heading is.
  func mark(of node: XMLNode) -> BlockMark {
    if node.name == "h" {
      return BlockMark(.heading, level: node["outline-level"].flatMap(Int.init))
    }
    for name in names(node["style-name"], .paragraph) {
      switch name {
      case "Title", "Subtitle": return BlockMark(.heading, level: 1)
      case "Quotations": return BlockMark(.quotation)
      case "Caption", "Illustration", "Figure", "Table": return BlockMark(.caption)
      default: continue
      }
    }
    return BlockMark(.paragraph)
  }

  /// A style and those that it is based on, one after the other.
  private func names(_ name: String?, _ family: Family) -> some Sequence<String> {
    sequence(state: name) { next -> String? in
      defer { next = next.flatMap { styles[family.rawValue + " " + $0]?.base } }
      return next
    }.prefix(Self.deepest)
  }
}
