import RelataCore

/// Reduces an SVG to drawing: no script, no style, no foreign content, no links but safe ones.
///
/// What is not on the lists is dropped: unknown elements with everything in them, unknown attributes alone.
enum FigureSanitizer {
  private static let elements: Set<String> = [
    "svg", "g", "title", "desc", "path", "polygon", "polyline", "ellipse", "circle", "rect", "line",
    "text", "tspan", "a",
  ]

  private static let attributes: Set<String> = [
    "id", "class", "transform", "viewBox", "width", "height", "fill", "stroke", "stroke-width",
    "stroke-dasharray", "stroke-opacity", "stroke-linecap", "fill-opacity", "opacity", "points", "d",
    "cx", "cy", "rx", "ry", "r", "x", "y", "x1", "x2", "y1", "y2", "dx", "dy", "text-anchor",
    "font-family", "font-size", "font-weight", "font-style", "text-decoration", "xmlns", "role",
    "aria-label", "aria-labelledby", "aria-roledescription", "aria-hidden", "href",
  ]

  /// - Throws: ``RelataError`` RL5011 if the root is no SVG.
  static func sanitize(_ root: XMLElement) throws(RelataError) -> XMLElement {
    guard root.name == "svg", let clean = clean(root) else {
      throw RelataError(.internal, code: "RL5011", "the renderer returned <\(root.name)>, not an SVG")
    }
    return clean
  }

  private static func clean(_ element: XMLElement) -> XMLElement? {
    guard elements.contains(element.name) else { return nil }
    var result = XMLElement(element.name)
    for (name, value) in element.attributes {
      let name = name == "xlink:href" ? "href" : name
      guard attributes.contains(name), result[name] == nil else { continue }
      if name == "href", !isSafeLink(value) { continue }
      if name != "href", isActive(value) { continue }
      result.attributes.append((name, value))
    }
    result.children = element.children.compactMap { child in
      switch child {
      case .text: child
      case .element(let inner): clean(inner).map { .element($0) }
      }
    }
    return result
  }

  /// Paint servers and images would be fetched; figures use plain colours only.
  private static func isActive(_ value: String) -> Bool {
    value.lowercased().contains("url(")
  }

  /// Whether a figure may link there: an anchor in the page, http, https or mailto.
  static func isSafeLink(_ address: String) -> Bool {
    let bytes = address.utf8
    guard !bytes.isEmpty, bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return false }
    if address.hasPrefix("#") {
      return bytes.dropFirst().allSatisfy {
        (65...90).contains($0) || (97...122).contains($0) || (48...57).contains($0)
          || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
      }
    }
    let lower = address.lowercased()
    return ["https://", "http://", "mailto:"].contains { lower.hasPrefix($0) }
  }
}
