import Foundation

/// Makes text from documents fit to be shown: in labels, titles and reports.
public enum DisplayText {
  /// Marks and joiners that may follow one letter.
  ///
  /// What stream-safe text allows (UAX #15, section 13), far more than any script needs. More only hide what stands beneath, and make a letter of a megabyte.
  private static let longestRun = 30

  /// Scalars that a character may have on average where text is cut: a family of emoji has seven.
  private static let scalarsOfCharacter = 16

  /// Drops control characters and bidirectional overrides, marks beyond thirty on one letter, and joins
  /// white space into single spaces.
  ///
  /// An override could make a name read as another one; letters, joiners and marks of every script
  /// stay.
  ///
  /// - Complexity: O(n).
  public static func clean(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var pendingSpace = false
    var run = 0
    var isJoined = false
    for scalar in text.unicodeScalars {
      let isMark = scalar.value >= 0x300 && scalar.properties.isGraphemeExtend
      let isJoiner = scalar.value == 0x200D
      run = isMark || isJoiner || isJoined ? run + 1 : 0
      isJoined = isJoiner
      if run > longestRun {
        // What a dropped joiner would have joined begins anew.
        isJoined = false
      } else if scalar.properties.isWhitespace {
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

  /// Text as it is shown in one place: cleaned, and cut as ``shorten(_:to:)`` does.
  ///
  /// What does not fit is not looked at, so that a name of a megabyte costs as much as a long one.
  ///
  /// - Complexity: O(`limit`).
  public static func clipped(_ text: String, to limit: Int) -> String {
    // Twice as much as can be shown, since cleaning takes away.
    let head = text.unicodeScalars.prefix(2 * limit * scalarsOfCharacter)
    let clean = clean(String(head))
    let short = shorten(clean, to: limit)
    guard head.endIndex < text.endIndex, !short.hasSuffix("…") else { return short }
    return shorten(clean + " …", to: limit)
  }

  /// Text to compare and sort by: whole, unless it is longer than anything honest.
  ///
  /// Comparing text looks at all of its marks in order, which takes minutes for a megabyte of them.
  package static func key(_ text: String) -> String {
    text.utf8.count <= 2_000 ? text : clipped(text, to: 500)
  }

  /// The first scalars of a text, without a character that they cut in two.
  private static func beginning(of text: String, scalars limit: Int) -> Substring {
    guard
      let end = text.unicodeScalars.index(
        text.startIndex, offsetBy: limit, limitedBy: text.endIndex), end < text.endIndex
    else { return text[...] }
    let head = text[..<end]
    let last = head.index(before: head.endIndex)
    return last > head.startIndex ? head[..<last] : head
  }

  /// Cuts at a space so that the result has at most `limit` characters, "…" included, and no more than
  /// sixteen scalars for each on average.
  ///
  /// Never between a letter and its marks, unless that letter alone is longer. Limits below 2 cut nothing.
  ///
  /// - Complexity: O(`limit`).
  public static func shorten(_ text: String, to limit: Int) -> String {
    guard limit > 1 else { return text }
    let bounded = beginning(of: text, scalars: limit * scalarsOfCharacter)
    let end = bounded.index(bounded.startIndex, offsetBy: limit, limitedBy: bounded.endIndex)
    guard bounded.endIndex < text.endIndex || end.map({ $0 < bounded.endIndex }) == true else {
      return text
    }
    let head = bounded.prefix(limit - 1)
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
  /// Where that makes more lines than `limit`, the last one ends in "…".
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
    // A word that is a little too long may have its line; a much longer one is cut.
    for narrower in min(longest, width)..<max(width, min(longest + 1, 2 * width)) {
      let other = wrap(text, width: narrower)
      if other.count == lines.count, !other.contains(where: { $0.hasSuffix("…") }) { return other }
    }
    return lines
  }

  /// Lower-case ASCII letters and digits joined by "-"; "figure" if nothing remains.
  ///
  /// - Complexity: O(`limit`).
  public static func slug(_ text: String, limit: Int = 40) -> String {
    var slug = ""
    let text = clean(String(beginning(of: text, scalars: limit * scalarsOfCharacter)))
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
