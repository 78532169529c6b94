/// An HTML-like label, built from typed parts so that text never becomes markup.
///
/// ```swift
/// let label = HTMLLabel(.bold("Maria López"), .lineBreak, .font(size: 9, "Chief executive"))
/// let table = HTMLLabel(table: HTMLTable(rows: [[HTMLCell("Acme"), HTMLCell("12 %")]]))
/// ```
public struct HTMLLabel: Hashable, Sendable {
  /// What stands between the outer angle brackets.
  public let markup: String

  /// A label of running text.
  ///
  /// Without any visible part it is an empty label.
  public init(_ parts: HTMLText...) { self.init(parts) }

  /// Parts one after the other.
  public init(_ parts: [HTMLText]) {
    let rendered = parts.map(\.markup).joined()
    // The grammar has no empty text: an empty cell stands for it.
    markup = rendered.isEmpty ? #"<TABLE BORDER="0"><TR><TD></TD></TR></TABLE>"# : rendered
  }

  /// A label that is a table.
  public init(table: HTMLTable) { markup = table.markup }

  /// Takes markup as it stands, for labels that were read or written by hand.
  ///
  /// - Warning: Never put text from outside into it.
  public init(uncheckedMarkup: String) { markup = uncheckedMarkup }

  /// Whether the brackets close as the DOT scanner counts them.
  var isBalanced: Bool {
    var depth = 0
    for byte in markup.utf8 {
      if byte == UInt8(ascii: "<") { depth += 1 }
      if byte == UInt8(ascii: ">") { depth -= 1 }
      if depth < 0 || byte == 0 { return false }
    }
    return depth == 0
  }
}

/// A run of text in an HTML-like label.
public indirect enum HTMLText: Hashable, Sendable, ExpressibleByStringLiteral {
  /// Text, escaped; newlines break the line.
  case text(String)
  /// Breaks the line; the line before it is centred, as in `<BR/>`.
  case lineBreak
  case bold(HTMLText)
  case italic(HTMLText)
  case underlined(HTMLText)
  /// Size in points, at least 1.
  ///
  /// Colour and face lose characters that no such name has.
  case font(color: String? = nil, size: Double? = nil, face: String? = nil, HTMLText)
  case sequence([HTMLText])

  /// Text, shown as it stands.
  public init(stringLiteral value: String) { self = .text(value) }

  var markup: String {
    switch self {
    case .text(let text): return HTMLEscaping.text(text)
    case .lineBreak: return "<BR/>"
    case .bold(let inner): return Self.wrap(inner, "B")
    case .italic(let inner): return Self.wrap(inner, "I")
    case .underlined(let inner): return Self.wrap(inner, "U")
    case .sequence(let parts): return parts.map(\.markup).joined()
    case .font(let color, let size, let face, let inner):
      var attributes = ""
      if let color { attributes += " COLOR=\"\(HTMLEscaping.name(color))\"" }
      if let face { attributes += " FACE=\"\(HTMLEscaping.name(face))\"" }
      if let size, size.isFinite {
        attributes += " POINT-SIZE=\"\(min(max(size, 1), 500).plainDecimal)\""
      }
      return attributes.isEmpty ? inner.markup : Self.wrap(inner, "FONT", attributes)
    }
  }

  private static func wrap(_ inner: HTMLText, _ tag: String, _ attributes: String = "") -> String {
    let content = inner.markup
    return content.isEmpty ? "" : "<\(tag)\(attributes)>\(content)</\(tag)>"
  }
}

enum HTMLEscaping {
  static func text(_ text: String) -> String {
    var result = ""
    for scalar in DOTText.clean(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n": result += "<BR/>"
      // Graphviz expands \N, \G and their like here too.
      case "\\": result += "\\\\"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Keeps what occurs in colour names, colour values, font lists and identifiers.
  static func name(_ text: String) -> String {
    String(
      text.unicodeScalars.filter {
        $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0))
          || " ,-_#:;.".unicodeScalars.contains($0)
      }.map(Character.init))
  }
}
