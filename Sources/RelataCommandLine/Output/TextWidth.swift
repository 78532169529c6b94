/// Columns that text takes in a terminal.
enum TextWidth {
  /// Two for East Asian wide letters and pictographs, none for marks and controls, else one.
  static func of(_ text: String) -> Int { text.reduce(0) { $0 + width($1) } }

  private static func width(_ character: Character) -> Int {
    var widest = 0
    for scalar in character.unicodeScalars { widest = max(widest, width(scalar)) }
    return widest
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  /// The text cut to a width, its last column an ellipsis if something was cut.
  static func truncate(_ text: String, to limit: Int) -> String {
    guard of(text) > limit else { return text }
    var used = 0
    var kept = ""
    for character in text {
      let next = width(character)
      if used + next > limit - 1 { break }
      kept.append(character)
      used += next
    }
    return kept + "…"
  }

  /// The words of a text in lines of at most a width; a longer word stands alone.
  static func wrap(_ text: String, to limit: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(whereSeparator: \.isWhitespace) {
      let next = of(String(word))
      if !line.isEmpty, used + 1 + next > limit {
        lines.append(line)
        line = ""
        used = 0
      }
      if !line.isEmpty {
        line += " "
        used += 1
      }
      line += word
      used += next
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// The text made safe for a terminal: control characters, which could move the cursor or set titles,
  /// become visible; white space becomes one space.
  static func printable(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var afterSpace = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        if !afterSpace { out.append(" ") }
        afterSpace = true
        continue
      }
      afterSpace = false
      let isControl =
        scalar.properties.generalCategory == .control
        || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      out.append(isControl ? "\u{FFFD}" : scalar)
    }
    return String(out)
  }
}
