import RelataDiagram

/// Makes text stand in Markdown as it is.
enum MarkdownText {
  /// Escapes what CommonMark or GitHub's dialect would read as markup, in running text and table
  /// cells.
  static func escape(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in DisplayText.clean(text).unicodeScalars {
      switch scalar {
      case "&": out.append(contentsOf: "&amp;".unicodeScalars)
      case "<": out.append(contentsOf: "&lt;".unicodeScalars)
      case ">": out.append(contentsOf: "&gt;".unicodeScalars)
      case "\\", "`", "*", "_", "[", "]", "|", "~", "$", "!", "#":
        out.append("\\")
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
