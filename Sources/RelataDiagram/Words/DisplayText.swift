import Foundation

/// Makes text from documents fit to be shown: in labels, titles and reports.
public enum DisplayText {
  /// Drops control characters and bidirectional overrides, and joins white space into single
  /// spaces.
  ///
  /// An override could make a name read as another one; letters, joiners and marks of every script
  /// stay.
  public static func clean(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        pendingSpace = !scalars.isEmpty
      } else if isShown(scalar) {
        if pendingSpace { scalars.append(" ") }
        pendingSpace = false
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB, 0xFFFE,
      0xFFFF:
      false
    case let value where value & 0xFFFE == 0xFFFE: false
    default: true
    }
  }

  /// Cuts at a space so that the result has at most `limit` characters, "…" included.
  public static func shorten(_ text: String, to limit: Int) -> String {
    guard text.count > limit, limit > 1 else { return text }
    let head = text.prefix(limit - 1)
    let atSpace = head.lastIndex(of: " ").map { head[..<$0] } ?? head
    let kept = atSpace.count * 2 > limit ? atSpace : head
    var trimmed = String(kept)
    while let last = trimmed.last, " ,;:–-".contains(last) { trimmed.removeLast() }
    return trimmed + "…"
  }

  /// In quotation marks, unless the text begins with one.
  public static func quoted(_ text: String) -> String {
    let marks: Set<Character> = ["“", "”", "\"", "„", "«", "‘"]
    return text.first.map { marks.contains($0) } == true ? text : "“\(text)”"
  }

  /// Breaks at spaces into lines of at most `width` characters; a longer word is shortened.
  ///
  /// - Parameter limit: Lines at most; the last one then ends in "…".
  public static func wrap(_ text: String, width: Int, lines limit: Int = .max) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let word = word.count > width ? String(word.prefix(width - 1)) + "…" : String(word)
      if line.isEmpty {
        line = word
      } else if line.count + 1 + word.count <= width {
        line += " " + word
      } else {
        lines.append(line)
        line = word
      }
    }
    if !line.isEmpty { lines.append(line) }
    guard lines.count > limit, limit > 0 else { return lines }
    let rest = lines[(limit - 1)...].joined(separator: " ")
    let last = shorten(rest, to: width)
    return Array(lines[..<(limit - 1)]) + [last]
  }

  /// Breaks as ``wrap(_:width:lines:)`` does into lines of about equal length, so that no word stands alone.
  static func balanced(_ text: String, width: Int) -> [String] {
    let lines = wrap(text, width: width)
    guard lines.count > 1 else { return lines }
    let longest = text.split(separator: " ").map(\.count).max() ?? 0
    for narrower in min(longest, width)..<max(width, longest + 1) {
      let other = wrap(text, width: narrower)
      if other.count == lines.count, !other.contains(where: { $0.hasSuffix("…") }) { return other }
    }
    return lines
  }

  /// Lower-case ASCII letters and digits joined by "-"; "figure" if nothing remains.
  public static func slug(_ text: String, limit: Int = 40) -> String {
    var slug = ""
    for scalar in text.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
      if scalar.properties.canonicalCombiningClass != .notReordered { continue }
      if scalar.isASCII, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        slug.unicodeScalars.append(scalar)
      } else if !slug.hasSuffix("-"), !slug.isEmpty {
        slug += "-"
      }
    }
    slug = String(slug.prefix(limit))
    while slug.hasSuffix("-") { slug.removeLast() }
    return slug.isEmpty ? "figure" : slug
  }
}
