import RelataReading

/// What the styles of a word processor file of Office Open XML say of their text: whether it is hidden, what it is.
struct WordStyles {
  private struct Style {
    var base: String?
    var isHidden: Bool?
    /// What it is called in every language: "heading 2", "Quote".
    var name: String
    /// In the outline of the document, from 0; 9 for text.
    var level: Int?
    var isItem: Bool
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
          isHidden: Self.vanish(style.elements("rPr").first),
          name: style.elements("name").first?["val"]?.lowercased() ?? "",
          level: Self.level(style.elements("pPr").first),
          isItem: Self.isItem(style.elements("pPr").first) == true)
      }
    }
  }

  /// Whether text of a style is hidden, by itself or by the one that it is based on.
  func hides(_ id: String?) -> Bool { first(id) { $0.isHidden } ?? false }

  /// What a paragraph is, by its own properties or by its style.
  func mark(ofParagraph node: XMLNode) -> BlockMark {
    let properties = node.elements("pPr").first
    let style = properties?.elements("pStyle").first?["val"]
    let level = Self.level(properties) ?? first(style) { $0.level }
    if let level, (0..<9).contains(level) { return BlockMark(.heading, level: level + 1) }
    if let isItem = Self.isItem(properties) { return BlockMark(isItem ? .item : .paragraph) }
    let named = first(style) { style -> BlockMark? in
      switch style.name {
      case "title": BlockMark(.heading, level: 1)
      case "quote", "intense quote": BlockMark(.quotation)
      case "caption": BlockMark(.caption)
      default: style.isItem ? BlockMark(.item) : nil
      }
    }
    return named ?? BlockMark(.paragraph)
  }

  /// Whether a paragraph is numbered, by bullets too; nil where it says nothing of it.
  ///
  /// Number 0 takes the style's away.
  private static func isItem(_ properties: XMLNode?) -> Bool? {
    properties?.elements("numPr").first.map { $0.elements("numId").first?["val"] != "0" }
  }

  private static func level(_ properties: XMLNode?) -> Int? {
    properties?.elements("outlineLvl").first?["val"].flatMap(Int.init)
  }

  /// What a style says, or the next of those that it is based on that says anything.
  private func first<Value>(_ id: String?, _ read: (Style) -> Value?) -> Value? {
    var next = id
    for _ in 0..<Self.deepest {
      guard let style = next.flatMap({ styles[$0] }) else { return nil }
      if let value = read(style) { return value }
      next = style.base
    }
    return nil
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
