import RelataDiagram

/// Makes text stand in Markdown as it is.
enum MarkdownText {
  /// Escapes what CommonMark or GitHub's dialect would read as markup, wherever the text stands: in
  /// a line, at the start of one, or in a cell.
  ///
  /// Addresses do not become links.
  static func escape(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    let scalars = Array(DisplayText.clean(text).unicodeScalars)
    let digits = scalars.prefix { ("0"..."9").contains($0) }.count
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "&": out.append(contentsOf: "&amp;".unicodeScalars)
      case "<": out.append(contentsOf: "&lt;".unicodeScalars)
      case ">": out.append(contentsOf: "&gt;".unicodeScalars)
      case "\\", "`", "*", "_", "[", "]", "|", "~", "$", "!", "#", "@":
        out.append("\\")
        out.append(scalar)
      // Lists and underlined headings begin a line; "1." and "1)" too.
      case "-", "+", "=", ".", ")":
        let isOrdered = digits > 0 && index == digits && (scalar == "." || scalar == ")")
        let isList = isOrdered || index == 0 && scalar != "." && scalar != ")"
        let isAddress =
          scalar == "." && index >= 3
          && scalars[(index - 3)..<index].allSatisfy { $0 == "w" || $0 == "W" }
        if isList || isAddress { out.append("\\") }
        out.append(scalar)
      case ":":
        if scalars[(index + 1)...].starts(with: ["/", "/"]) { out.append("\\") }
        out.append(scalar)
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  /// A path or address as the target of a link: percent-encoded where it could end the link.
  static func target(_ path: String) -> String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~/#".utf8)
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      if plain.contains(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// An identifier in fixed width: a code span, or an element where the text could end a span or a
  /// cell.
  static func code(_ text: String) -> String {
    let text = DisplayText.clean(text)
    guard !text.isEmpty else { return "" }
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || " -_.:/,()@+=".unicodeScalars.contains($0)
    }
    return isPlain ? "`\(text)`" : "<code>\(escape(text))</code>"
  }
}
