/// Escapes text for XML and HTML.
public enum XMLText {
  /// Text between tags.
  public static func text(_ text: String) -> String { escape(text, isAttribute: false) }

  /// Text between double quotes; newlines become character references.
  public static func attribute(_ text: String) -> String { escape(text, isAttribute: true) }

  private static func escape(_ text: String, isAttribute: Bool) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out.append(contentsOf: "&amp;".unicodeScalars)
      case "<": out.append(contentsOf: "&lt;".unicodeScalars)
      case ">": out.append(contentsOf: "&gt;".unicodeScalars)
      case "\"" where isAttribute: out.append(contentsOf: "&quot;".unicodeScalars)
      case "'" where isAttribute: out.append(contentsOf: "&#39;".unicodeScalars)
      case "\n" where isAttribute: out.append(contentsOf: "&#10;".unicodeScalars)
      default: if isAllowed(scalar) { out.append(scalar) }
      }
    }
    return String(out)
  }

  /// Whether XML 1.0 may carry the character and it neither controls anything nor reverses text.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: true
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
