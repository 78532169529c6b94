import RelataCore

/// The written form of a name, cut into comparable parts.
package struct NameForm: Hashable {
  /// As written, white space collapsed, without article, possessive and corporate suffix.
  package let text: String
  /// Folded parts between spaces and hyphens; never empty for a name with letters or digits.
  package let parts: [String]
  /// Parts joined: what makes two forms the same.
  package var key: String { parts.joined(separator: " ") }

  /// The form of a name as written; an empty text has no parts.
  package init(_ text: String) {
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    if words.count > 1, ["the", "The", "THE", "a", "an"].contains(words[0]),
      words[1] != "Hague"
    {
      words.removeFirst()
    }
    // "Ex-Norsk Bank chief", not "Ex-Im Bank".
    if words.count > 1, words[0].lowercased().hasPrefix("ex-"), words[0].count > 5 {
      words[0] = String(words[0].dropFirst(3))
    }
    self.text = Self.withoutPossessive(words.joined(separator: " "))
    parts = Self.parts(self.text)
  }

  /// The form of a name without the marks of footnotes: "Brandt²"; a person has no number, so "Brandt1" too.
  package init(_ text: String, withoutNoteMarksOf type: EntityType) {
    let superscripts = "¹²³⁰⁴⁵⁶⁷⁸⁹*†‡".unicodeScalars
    self.init(
      text.split(whereSeparator: \.isWhitespace).map { word in
        var scalars = word.unicodeScalars
        while let last = scalars.last, superscripts.contains(last), scalars.count > 2 {
          scalars.removeLast()
        }
        let letters = scalars.reversed().drop(while: ScalarClass.isDigit)
        if type == .person, scalars.count - letters.count <= 2, letters.count > 2,
          letters.allSatisfy({ !ScalarClass.isDigit($0) })
        {
          scalars = String.UnicodeScalarView(letters.reversed())[...]
        }
        return String(String.UnicodeScalarView(scalars))
      }.joined(separator: " "))
  }

  /// Lower case, without stops, apostrophes turned plain: "U.S." → "us".
  package static func fold(_ text: String) -> String { parts(text).joined(separator: " ") }

  private static func parts(_ text: String) -> [String] {
    var parts: [String] = []
    var part = String.UnicodeScalarView()
    func close() {
      if !part.isEmpty { parts.append(String(part)) }
      part = String.UnicodeScalarView()
    }
    for s in text.lowercased().unicodeScalars {
      if ScalarClass.isSpace(s) || ScalarClass.isDash(s) || s == "," || s == "/" {
        close()
      } else if ScalarClass.isApostrophe(s) {
        part.append("'")
      } else if s != "." && s != "\"" && s != "“" && s != "”" {
        part.append(s)
      }
    }
    close()
    return parts
  }

  private static func withoutPossessive(_ text: String) -> String {
    for suffix in ["'s", "’s", "'S", "’S"] where text.hasSuffix(suffix) {
      return String(text.dropLast(2))
    }
    return text
  }

  /// Parts without "Inc.", "Ltd." and the like at the end.
  package var withoutCorporateSuffix: [String] {
    var rest = parts[...]
    while rest.count > 1, let last = rest.last,
      NameParts.corporateEndings.contains(last) || NameParts.legalForms.contains(last)
        || last == "&"
    {
      rest.removeLast()
    }
    return Array(rest)
  }

  /// Initials of the parts that count in an acronym ("African Union" → "au").
  package var initials: String {
    String(
      String.UnicodeScalarView(
        parts.filter { !Self.unspoken.contains($0) }.compactMap(\.unicodeScalars.first)))
  }

  private static let unspoken: Set<String> = [
    "of", "the", "and", "for", "in", "on", "to", "&", "de",
  ]

  /// Whether the form is written like an acronym: two to seven capitals, perhaps with stops.
  package var isAcronym: Bool {
    guard parts.count == 1, (2...7).contains(parts[0].unicodeScalars.count) else { return false }
    let capitals = text.unicodeScalars.filter(ScalarClass.isUpper).count
    return capitals >= 2
      && text.unicodeScalars.allSatisfy { !ScalarClass.isLower($0) || capitals >= 3 }
  }

  /// How much a form says: parts, then length, mixed case before capitals.
  package var fullness: (Int, Int, Int) {
    let mixed = text.unicodeScalars.contains(where: ScalarClass.isLower) ? 1 : 0
    return (parts.count, mixed, text.unicodeScalars.count)
  }
}
