import RelataCore
import RelataLanguage

/// The identity of a name: the type and the form under which spelling variants are the same name.
///
/// Case, diacritics, punctuation, a leading "the", honorifics of people and legal suffixes of companies
/// do not count. Two names with different keys are two names, however similar.
package struct NameKey: Hashable, Sendable, Comparable {
  package let type: EntityType
  /// Folded words separated by single spaces; never empty.
  package let form: String

  package init(_ name: String, type: EntityType) {
    self.type = type
    let words = Self.words(of: name, type: type)
    form = words.isEmpty ? TextFolding.folded(name) : words.joined(separator: " ")
  }

  /// A key of a form that another key had.
  package init(type: EntityType, form: String) { (self.type, self.form) = (type, form) }

  /// Restores a key from its text form.
  package init?(text: String) {
    guard let colon = text.firstIndex(of: ":"),
      let type = EntityType(rawValue: String(text[..<colon]))
    else { return nil }
    self.type = type
    form = String(text[text.index(after: colon)...])
  }

  /// The key as one string, such as "PERSON:ahmad massoud".
  package var text: String { "\(type.rawValue):\(form)" }

  package var words: [Substring] { form.split(separator: " ") }

  package static func < (a: Self, b: Self) -> Bool { (a.type, a.form) < (b.type, b.form) }

  /// Whether the name says by itself whom it means, so that an alias of this form may join entities.
  ///
  /// For a person: at least two words that are no title, particle, initial or suffix, so neither
  /// "Massoud" nor "Gen. Massoud", "bin Laden" or "J. Smith". For all else: at least two words.
  package var isFullForm: Bool {
    guard type == .person else { return words.count > 1 }
    return words.count { Self.isNameWord(String($0)) } > 1
  }

  /// Whether a folded word of a person's name is more than a title, particle, initial or suffix.
  package static func isNameWord(_ word: String) -> Bool {
    word.unicodeScalars.count > 1 && !Titles.keyWords.contains(word)
      && !NameParts.keyParticles.contains(word)
      && !NameParts.generations.contains(word)
  }

  /// Whether two full names of people, said to be one person's, are not rather two relatives'.
  ///
  /// "Donald Trump" is not "Donald Trump Jr.", and of one surname "Bill Clinton" is not "Hillary
  /// Clinton"; "Joe" may be "Joseph Biden", as the first letters agree.
  package func mayBeSamePerson(as other: NameKey) -> Bool {
    let (mine, theirs) = (words.map { String($0) }, other.words.map { String($0) })
    let isSuffix = { (word: String) in NameParts.generations.contains(word) }
    guard mine.filter(isSuffix) == theirs.filter(isSuffix) else { return false }
    let (a, b) = (mine.filter { !isSuffix($0) }, theirs.filter { !isSuffix($0) })
    guard let last = a.last, last == b.last else { return true }
    return a.first?.unicodeScalars.first == b.first?.unicodeScalars.first
  }

  /// Whether a written form is an acronym: two to eight capitals or digits, full stops aside ("NRF").
  package static func isAcronym(_ name: String) -> Bool {
    let letters = name.unicodeScalars.filter { $0 != "." }
    return (2...8).contains(letters.count)
      && letters.allSatisfy { $0.properties.isUppercase || $0.properties.numericType != nil }
      && letters.contains { $0.properties.isUppercase }
  }

  // MARK: - Normalization

  private static func words(of name: String, type: EntityType) -> [String] {
    var words = foldedWords(name)
    if type != .person, words.count > 1, words.first == "the" { words.removeFirst() }
    switch type {
    case .person:
      // "President Joe Biden" is Joe Biden; "King Charles" and "Prince Charles" are left apart.
      let bare = words.drop { Titles.keyWords.contains($0) }
      if bare.count > 1 { words = Array(bare) }
    case .organization:
      while words.count > 1, NameParts.keyLegalForms.contains(words[words.count - 1]) {
        words.removeLast()
      }
    case .location:
      if let country = CountryTable.shared.graphKey(of: words.joined(separator: " ")) {
        return [country]
      }
    case .group:
      // "Afghan" and "Afghans" are one people.
      if let last = words.last, last.utf8.count > 3, last.hasSuffix("s"), !last.hasSuffix("ss") {
        words[words.count - 1] = String(last.dropLast())
      }
    default: break
    }
    return words
  }

  /// Folded words of a name: full stops and apostrophes vanish ("U.S." is "us"), a possessive is cut,
  /// "&" reads "and", everything else that is neither letter nor digit separates.
  package static func foldedWords(_ name: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    func close() {
      if !word.isEmpty { words.append(String(word)) }
      word = String.UnicodeScalarView()
    }
    var text = TextFolding.folded(name)
    for possessive in ["'s", "’s"] where text.hasSuffix(possessive) && text.count > 2 {
      text.removeLast(2)
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case ".", "'", "’", "ʼ", "`": continue
      case "&":
        close()
        words.append("and")
      default:
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || scalar.properties.generalCategory == .nonspacingMark
        {
          word.append(scalar)
        } else {
          close()
        }
      }
    }
    close()
    return words
  }

}
