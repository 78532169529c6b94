/// A line of a text file with its own ending, so that files are written back as they were.
struct MarkdownLine: Hashable {
  /// Without the ending.
  var text: String
  /// "\n", "\r\n", "\r", or empty at the end of the file.
  var ending: String

  /// Splits a text; joining ``raw`` of all lines gives it back byte for byte.
  static func split(_ text: String) -> [MarkdownLine] {
    var lines: [MarkdownLine] = []
    var current = String.UnicodeScalarView()
    var scalars = text.unicodeScalars.makeIterator()
    var held = scalars.next()
    while let scalar = held {
      held = scalars.next()
      switch scalar {
      case "\r" where held == "\n":
        held = scalars.next()
        lines.append(MarkdownLine(text: String(current), ending: "\r\n"))
        current = String.UnicodeScalarView()
      case "\n", "\r":
        lines.append(MarkdownLine(text: String(current), ending: String(Character(scalar))))
        current = String.UnicodeScalarView()
      default: current.append(scalar)
      }
    }
    if !current.isEmpty { lines.append(MarkdownLine(text: String(current), ending: "")) }
    return lines
  }

  var raw: String { text + ending }

  var isBlank: Bool { text.unicodeScalars.allSatisfy { $0 == " " || $0 == "\t" } }

  /// Leading spaces; a tab counts as four, since it begins indented code.
  var indent: Int {
    var width = 0
    for scalar in text.unicodeScalars {
      if scalar == " " { width += 1 } else if scalar == "\t" { width += 4 } else { break }
    }
    return width
  }

  /// The text without spaces and tabs at its ends.
  var trimmed: String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, first == " " || first == "\t" { scalars.removeFirst() }
    while let last = scalars.last, last == " " || last == "\t" { scalars.removeLast() }
    return String(scalars)
  }
}
