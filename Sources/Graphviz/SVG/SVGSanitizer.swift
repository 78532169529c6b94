/// Makes an SVG drawing safe to embed in a page, and checks that it is well-formed.
///
/// Graphviz writes link addresses, font names and style sheets into SVG without escaping, and a control
/// character anywhere makes the file unreadable while it reports success. This keeps only known elements
/// and attributes; drops scripts, event handlers, foreign objects, style sheets, external images, and
/// links that ``DOTURL`` would refuse; and leaves out prolog, document type and comments, which also
/// makes the output independent of the Graphviz version that is named there.
public struct SVGSanitizer: Hashable, Sendable {
  /// How large a drawing says it is.
  public enum Sizing: Hashable, Sendable {
    /// Keeps width and height as Graphviz wrote them.
    case natural
    /// Fills the column up to the natural width, in the natural proportions.
    case responsive
  }

  /// Put before every id, so that several drawings can share a page.
  ///
  /// Letters, digits, `-` and `_`.
  public var idPrefix: String
  /// How large the drawing says it is.
  public var sizing: Sizing

  /// A sanitizer; the defaults keep ids and size.
  public init(idPrefix: String = "", sizing: Sizing = .natural) {
    self.idPrefix = idPrefix
    self.sizing = sizing
  }

  /// Cleans a drawing.
  ///
  /// - Throws: ``GraphvizError/unsafeOutput(reason:)`` where it is not well-formed or not SVG;
  ///   ``GraphvizError/invalidInput(reason:)`` for a prefix that cannot be part of an id.
  public func sanitize(_ svg: String) throws(GraphvizError) -> String {
    try sanitizeReporting(svg).svg.xml + "\n"
  }

  /// Cleans a drawing and lists what was removed, such as `script` or `onclick`: sorted, each once.
  public func sanitizeReporting(
    _ svg: String
  ) throws(GraphvizError) -> (svg: SVGElement, removed: [String]) {
    guard Self.isValid(prefix: idPrefix) else {
      throw .invalidInput(reason: "'\(idPrefix)' cannot begin an id")
    }
    let root = try SVGElement(parsing: svg)
    guard root.name == "svg" else { throw .unsafeOutput(reason: "the root element is not svg") }
    var removed = Set<String>()
    var result = clean(root, &removed)
    result["xmlns"] = SVGVocabulary.namespaces["xmlns"]
    if sizing == .responsive { makeResponsive(&result) }
    return (result, removed.sorted())
  }

  private static func isValid(prefix: String) -> Bool {
    prefix.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
      && prefix.first?.isNumber != true
  }

  private func clean(_ element: SVGElement, _ removed: inout Set<String>) -> SVGElement {
    var result = SVGElement(name: element.name)
    for attribute in element.attributes {
      if let value = clean(attribute, of: element.name) {
        result.attributes.append(.init(name: attribute.name, value: value))
      } else {
        removed.insert(attribute.name)
      }
    }
    if result.name == "a", result["target"] == "_blank" { result["rel"] = "noopener noreferrer" }
    for child in element.children {
      switch child {
      case .text: result.children.append(child)
      case .element(let inner):
        // The made-up name of a graph without one, which counts up within a process.
        if inner.name == "title", Self.isMadeUp(inner.text) { continue }
        let isKnown = SVGVocabulary.elements.contains(inner.name) && inner.name != "svg"
        let isExternal = inner.name == "image" && !isInlineImage(inner)
        if isKnown, !isExternal {
          result.children.append(.element(clean(inner, &removed)))
        } else {
          removed.insert(inner.name)
        }
      }
    }
    return result
  }

  private static func isMadeUp(_ name: String) -> Bool {
    name.utf8.first == UInt8(ascii: "%") && name.utf8.count > 1
      && name.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
  }

  private func isInlineImage(_ image: SVGElement) -> Bool {
    [image["xlink:href"], image["href"]].compactMap { $0 }
      .allSatisfy(SVGVocabulary.isInlineImage)
  }

  /// The value to keep, or nil to drop the attribute.
  private func clean(_ attribute: SVGElement.Attribute, of element: String) -> String? {
    let value = attribute.value
    switch attribute.name {
    case "xmlns", "xmlns:xlink":
      return SVGVocabulary.namespaces[attribute.name] == value ? value : nil
    case "href", "xlink:href": return clean(address: value, of: element)
    case "id": return idPrefix + value
    case "aria-labelledby", "aria-describedby":
      return value.split(separator: " ").map { idPrefix + $0 }.joined(separator: " ")
    case "target": return SVGVocabulary.targets.contains(value) ? value : nil
    case "style": return SVGVocabulary.isPlainStyle(value) ? value : nil
    case let name where name.hasPrefix("aria-") || SVGVocabulary.textAttributes.contains(name):
      return value
    case let name where SVGVocabulary.attributes.contains(name):
      return SVGVocabulary.isLocal(value) ? prefixReferences(in: value) : nil
    default: return nil
    }
  }

  private func clean(address: String, of element: String) -> String? {
    switch element {
    case "image": return SVGVocabulary.isInlineImage(address) ? address : nil
    case "a":
      guard let url = DOTURL(address) else { return nil }
      // A fragment that names a part of this drawing is indistinguishable from one of the page: the
      // caller chose it, so it is kept.
      return url.address
    default:
      guard address.hasPrefix("#") else { return nil }
      return "#" + idPrefix + address.dropFirst()
    }
  }

  /// Rewrites `url(#id)`.
  private func prefixReferences(in value: String) -> String {
    guard !idPrefix.isEmpty, value.contains("#") else { return value }
    var result = ""
    var rest = value[...]
    while let place = rest.range(of: "url(#") {
      result += rest[..<place.upperBound] + idPrefix
      rest = rest[place.upperBound...]
    }
    return result + rest
  }

  private func makeResponsive(_ svg: inout SVGElement) {
    guard let width = svg["width"], let points = Double(width.prefix { $0.isNumber || $0 == "." }),
      svg["viewBox"] != nil
    else { return }
    // Graphviz writes points; 3 pt are 4 px.
    let pixels = width.hasSuffix("pt") ? (points * 4 / 3).rounded(.up) : points
    svg["width"] = nil
    svg["height"] = nil
    svg["style"] = "width:100%;max-width:\(pixels.plainDecimal)px;height:auto"
  }
}
