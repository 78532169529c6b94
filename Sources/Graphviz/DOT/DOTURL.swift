/// An address that a diagram may link to: `http`, `https`, `mailto`, a fragment or a relative path.
///
/// Anything else, above all `javascript:` and `data:`, is refused: Graphviz writes addresses into SVG
/// without escaping them.
public struct DOTURL: Hashable, Sendable {
  /// The address as given, white space around it removed.
  public let address: String

  /// Nil when the address is empty, holds control characters or has a scheme that is not allowed.
  public init?(_ address: String) {
    let trimmed = address.trimmingSpaces
    guard !trimmed.isEmpty, trimmed.unicodeScalars.allSatisfy(Self.isAllowed),
      Self.hasAllowedScheme(trimmed)
    else { return nil }
    self.address = trimmed
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    !(scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || scalar.value == 0xFFFE
      || scalar.value == 0xFFFF)
  }

  /// Whether an address, as a browser would read it, is relative or has an allowed scheme.
  ///
  /// Looks at scalars: a colon that carries a combining mark is still a colon to a browser.
  private static func hasAllowedScheme(_ address: String) -> Bool {
    let scalars = address.unicodeScalars
    // A scheme ends at the first colon, unless a slash, question mark or hash comes earlier.
    let head = scalars.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard let colon = head.firstIndex(of: ":") else {
      // Another host under the scheme of the page; a browser takes backslashes for slashes.
      return !scalars.prefix(2).allSatisfy { $0 == "/" || $0 == "\\" } || scalars.count < 2
    }
    return ["http", "https", "mailto"].contains(String(head[..<colon]).lowercased())
  }

  /// The address as the library stores it: percent-encoded where it would break out of an XML
  /// attribute, and with `&` written as an entity.
  var encoded: String {
    var result = ""
    for scalar in address.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "\"": result += "%22"
      case "'": result += "%27"
      case "<": result += "%3C"
      case ">": result += "%3E"
      case " ": result += "%20"
      case "\\": result += "%5C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension String {
  var trimmingSpaces: String {
    let isSpace: (Character) -> Bool = { $0.isWhitespace }
    guard let first = firstIndex(where: { !isSpace($0) }),
      let last = lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(self[first...last])
  }
}
