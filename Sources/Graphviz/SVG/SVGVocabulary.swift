/// What a drawing may consist of.
///
/// Everything else is removed.
enum SVGVocabulary {
  static let elements: Set<String> = [
    "svg", "g", "a", "title", "desc", "defs", "text", "tspan", "path", "polygon", "polyline",
    "ellipse", "circle", "rect", "line", "linearGradient", "radialGradient", "stop", "clipPath",
    "image", "symbol", "use",
  ]

  /// Attributes whose value is only ever shown or compared.
  static let textAttributes: Set<String> = [
    "class", "role", "tabindex", "xml:space", "xml:lang", "lang", "xlink:title",
  ]

  /// Attributes that position and paint; what they refer to must be in the drawing.
  static let attributes: Set<String> = [
    // Geometry.
    "viewBox", "width", "height", "x", "y", "x1", "y1", "x2", "y2", "dx", "dy", "cx", "cy", "r",
    "rx",
    "ry", "fx", "fy", "d", "points", "transform", "preserveAspectRatio", "offset", "gradientUnits",
    "gradientTransform", "clipPathUnits", "clip-path",
    // Paint.
    "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity",
    "stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin",
    "stroke-miterlimit", "opacity", "color", "stop-color", "stop-opacity", "visibility",
    // Text.
    "text-anchor", "text-decoration", "font-family", "font-size", "font-weight", "font-style",
    "font-stretch", "font-variant", "dominant-baseline", "baseline-shift", "textLength",
    "lengthAdjust", "letter-spacing",
  ]

  static let namespaces = [
    "xmlns": "http://www.w3.org/2000/svg", "xmlns:xlink": "http://www.w3.org/1999/xlink",
  ]

  static let targets: Set<String> = ["_blank", "_self", "_parent", "_top"]

  /// Whether a value may stand in an attribute that is painted with: it refers to nothing outside.
  static func isLocal(_ value: String) -> Bool {
    // Bytes: to a browser, a bracket that carries a combining mark is still a bracket.
    var rest = Array(value.lowercased().utf8)[...]
    guard !rest.contains(UInt8(ascii: "\\")) else { return false }
    let opening = Array("url(".utf8)
    while let place = rest.firstIndex(of: UInt8(ascii: "u")) {
      rest = rest[place...]
      if rest.starts(with: opening) {
        guard rest.dropFirst(opening.count).first == UInt8(ascii: "#") else { return false }
      }
      rest = rest.dropFirst()
    }
    return true
  }

  /// Whether a declaration list only paints: known properties, and no function but a colour.
  static func isPlainStyle(_ value: String) -> Bool {
    value.split(separator: ";").allSatisfy { declaration in
      let parts = declaration.split(separator: ":", maxSplits: 1).map { String($0).trimmingSpaces }
      guard parts.count == 2 else { return parts.isEmpty || parts == [""] }
      let isPlain = parts[1].unicodeScalars.allSatisfy {
        $0.isASCII
          && ($0.properties.isAlphabetic || "0123456789#.,-%() ".unicodeScalars.contains($0))
      }
      let functions = parts[1].split(separator: "(", omittingEmptySubsequences: false).dropLast()
      return isPlain && attributes.contains(parts[0])
        && functions.allSatisfy { $0.hasSuffix("rgb") || $0.hasSuffix("rgba") }
    }
  }

  /// Whether a value is a raster image that is part of the document.
  static func isInlineImage(_ address: String) -> Bool {
    ["png", "jpeg", "gif", "webp"].contains { kind in
      let prefix = "data:image/\(kind);base64,"
      return address.hasPrefix(prefix)
        && address.dropFirst(prefix.count).utf8.allSatisfy {
          (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
            || [0x2B, 0x2F, 0x3D, 0x20].contains($0)
        }
    }
  }
}
