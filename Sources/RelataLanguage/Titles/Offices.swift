/// Tells the offices apart that a person holds at one body.
package enum Offices {
  private static let names: [String: String] = {
    var names: [String: String] = [:]
    for row in TableRows(PackageResources.offices_tsv) where row.count == 2 {
      names[String(row[0])] = String(row[1])
    }
    return names
  }()

  /// The names under which offices are known.
  private static let known = Set(names.values)

  /// Titles that say nothing of the office: "former", "then".
  private static let passing: Set<String> = ["former", "then", "current", "late", "outgoing"]

  /// The office that a sentence names, in its words: "head of lending", "deputy chairman".
  ///
  /// - Parameters:
  ///   - quote: The sentence.
  ///   - trigger: Where the word stands that states it, in scalars of the quote; nil where it is not known.
  ///   - predicate: What the sentence was read to say of its subject.
  /// - Returns: Lower case; nil where no noun of an office states it, as in "runs".
  package static func title(in quote: String, trigger: Range<Int>?, predicate: String) -> String? {
    var words = predicate.lowercased().split(separator: " ").map(String.init)
    let scalars = Array(quote.unicodeScalars)
    if let trigger, !trigger.isEmpty, trigger.lowerBound >= 0, trigger.upperBound <= scalars.count {
      let stated = Self.words(scalars[trigger])
      if stated.count > words.count || words.isEmpty { words = stated }
      guard let last = words.last, stated.last.map({ isForm($0, of: last) }) != false else {
        return isOffice(words) ? trimmed(words) : nil
      }
      let before = Self.words(scalars[..<trigger.lowerBound])
      var index = before.count - (words.count - stated.count)
      while index > 0, words.count < 4, modifies(before[index - 1], words) {
        index -= 1
        words.insert(before[index], at: 0)
      }
      guard isOffice(words) else { return nil }
      return trimmed(words) + part(scalars[trigger.upperBound...])
    }
    return isOffice(words) ? trimmed(words) : nil
  }

  /// Under which an office is known, whatever it is called: "chair" for a chairman and a chairwoman.
  package static func key(_ title: String) -> String {
    let form = title.lowercased().split(separator: " ").joined(separator: " ")
    if known.contains(form) { return form }
    if let name = names[form], name != "-" { return name }
    var words = form.split(separator: " ").map(String.init)
    if let last = words.last, let name = names[last], name != "-", words.count > 1 {
      words[words.count - 1] = name
    }
    return words.joined(separator: " ")
  }

  // MARK: Words

  private static func words(_ scalars: ArraySlice<Unicode.Scalar>) -> [String] {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text).lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
  }

  private static func isForm(_ word: String, of noun: String) -> Bool {
    word.hasPrefix(noun) || noun.hasPrefix(word)
  }

  /// Whether words end in a noun that gives its bearer a role.
  private static func isOffice(_ words: [String]) -> Bool {
    guard let last = words.last else { return false }
    let nouns = RoleNouns.standard.frames
    if nouns[last] != nil || Titles.words.contains(last) { return true }
    return words.count > 1 && nouns[words.suffix(2).joined(separator: " ")] != nil
  }

  /// Whether a word before an office belongs to its title.
  private static func modifies(_ word: String, _ words: [String]) -> Bool {
    Titles.modifiers.contains(word) || Titles.shown.contains(word)
      || RoleNouns.standard.frames["\(word) \(words[0])"] != nil
  }

  private static func trimmed(_ words: [String]) -> String {
    let kept = words.drop { passing.contains($0) }
    return kept.isEmpty ? words.joined(separator: " ") : kept.joined(separator: " ")
  }

  /// " of lending" behind "head": up to two words in lower case that name a part.
  private static func part(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars.prefix(60))
    let words = String(text).split(separator: " ", omittingEmptySubsequences: false)
    guard words.count > 2, words[0].isEmpty, words[1] == "of" else { return "" }
    var part: [Substring] = []
    for word in words.dropFirst(2).prefix(2) {
      let plain = word.prefix { $0.isLetter || $0 == "-" }
      guard let first = plain.first, first.isLowercase, names[String(plain)] != "-",
        part.isEmpty || !isJoint(plain)
      else { break }
      part.append(plain)
      if plain.endIndex != word.endIndex { break }
    }
    return part.isEmpty ? "" : " of " + part.joined(separator: " ")
  }

  /// Whether a word ends the name of a part: "head of lending at the bank".
  private static func isJoint(_ word: Substring) -> Bool {
    word.count <= 3 || ["from", "until", "since", "when", "with", "under", "during"].contains(word)
  }
}
