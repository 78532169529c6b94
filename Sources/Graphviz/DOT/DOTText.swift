/// Encodes text so that Graphviz shows it exactly as it stands.
///
/// Graphviz reads a value up to three times: as a quoted token (`\"`), as an escape string (`\N`,
/// `\n`) and as text with XML entities (`&amp;`). Labels and tooltips differ in how often, so each has
/// its own encoding. Every function returns what the library stores; `quoted(_:)` adds the quoting
/// of the DOT language. No function throws: what has no representation is dropped.
public enum DOTText {
  /// Longest line inside a quoted token, in bytes: from 16,383 on the DOT scanner gives up.
  private static let longestLine = 8_000

  /// Drops what neither DOT nor XML can carry: control characters except the newline, and the
  /// noncharacters U+FFFE and U+FFFF.
  ///
  /// CR LF and CR become LF, a tab becomes four spaces.
  public static func clean(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var previousWasReturn = false
    for scalar in text.unicodeScalars {
      defer { previousWasReturn = scalar == "\r" }
      switch scalar.value {
      case 0x0A: if !previousWasReturn { result.append("\n") }
      case 0x0D: result.append("\n")
      case 0x09: result.append(contentsOf: "    ".unicodeScalars)
      case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Encodes the text of a label, whose lines are centred.
  public static func label(_ text: String) -> String {
    mapScalars(of: clean(text)) { scalar in
      switch scalar {
      case "&": "&amp;"
      case "\\": "\\\\"
      case "\n": "\\n"
      default: nil
      }
    }
  }

  /// Encodes the text of a tooltip, which is unescaped twice.
  public static func tooltip(_ text: String) -> String {
    mapScalars(of: clean(text)) { scalar in
      switch scalar {
      case "&": "&amp;"
      case "\\": "\\\\\\\\"
      case "\"": "&quot;"
      case "\n": "&#10;"
      default: nil
      }
    }
  }

  /// Encodes the text of one field of a record label, whose `{ | } < >` mean something.
  public static func recordField(_ text: String) -> String {
    mapScalars(of: label(text)) { "{|}<> ".unicodeScalars.contains($0) ? "\\\($0)" : nil }
  }

  /// Encodes a value that Graphviz does not interpret, such as a colour or a class.
  static func verbatim(_ text: String) -> String { representable(clean(text)) }

  /// Makes a stored value expressible in DOT: no NUL, and no odd run of backslashes before a quote,
  /// a newline or the end, which the language cannot write.
  static func representable(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "\\") || $0 == 0 }) else { return text }
    var result = String.UnicodeScalarView()
    var backslashes = 0
    for scalar in text.unicodeScalars where scalar != "\0" {
      if scalar == "\\" {
        backslashes += 1
      } else {
        if backslashes % 2 == 1, scalar == "\"" || scalar == "\n" { result.append("\\") }
        backslashes = 0
      }
      result.append(scalar)
    }
    if backslashes % 2 == 1 { result.append("\\") }
    return String(result)
  }

  /// Writes a stored value as a quoted DOT token, broken into lines that the scanner accepts.
  ///
  /// - Precondition: `stored` is ``representable(_:)``; the encoders above see to it.
  static func quoted(_ stored: String) -> String {
    var result = "\""
    var lineLength = 1
    var backslashIsOpen = false
    for scalar in stored.unicodeScalars {
      if lineLength >= longestLine, !backslashIsOpen {
        result += "\\\n"
        lineLength = 0
      }
      if scalar == "\"" { result += "\\" }
      result.unicodeScalars.append(scalar)
      lineLength = scalar == "\n" ? 0 : lineLength + UTF8.width(scalar) + (scalar == "\"" ? 1 : 0)
      backslashIsOpen = scalar == "\\" && !backslashIsOpen
    }
    return result + "\""
  }

  private static func mapScalars(
    of text: String, _ replacement: (Unicode.Scalar) -> String?
  ) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if let replaced = replacement(scalar) {
        result += replaced
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension UTF8 {
  static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case ..<0x80: 1
    case ..<0x800: 2
    case ..<0x10000: 3
    default: 4
    }
  }
}
