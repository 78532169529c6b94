import RelataLanguage

/// The parts of a person's name as it is written: given names, surname, nickname between quotes.
struct PersonNameParts {
  /// The first name; nil where the form has a surname only.
  var given: String?
  /// Names between the first and the surname.
  var middle: [String] = []
  /// The surname, and the parts of a double one.
  var surnames: [String] = []
  /// "van der" and the like, right before the surname.
  var particles: [String] = []
  /// What stands between quotes or parentheses: "Nell", "the Fox".
  var nicknames: [[String]] = []
  /// First letters of given and middle names, in order, initials included.
  var letters: [String] = []
  /// All words of the name without titles and nicknames, in order.
  var words: [String] = []

  /// - Returns: nil for a form without a name in it.
  init?(_ form: String, as reading: LetterReading = .plain) {
    let text = FoldedText(Array(form.unicodeScalars), as: reading)
    var names: [Int] = []
    var nickname: [String] = []
    var isInside = false
    for (index, word) in text.words.enumerated() where !word.isNumber {
      let gap = text.gap(before: index)
      if isInside, gap.contains(where: Self.closing.contains) {
        nicknames.append(nickname)
        (nickname, isInside) = ([], false)
      }
      // An apostrophe within "O'Neill" opens nothing.
      if gap.last.map(Self.opening.contains) == true, gap.count > 1 || index == 0 {
        isInside = true
      }
      if isInside { nickname.append(word.folded) } else { names.append(index) }
    }
    if !nickname.isEmpty { nicknames.append(nickname) }
    while names.count > 1, NameWord.isTitle(text.words[names[0]].folded) { names.removeFirst() }
    while names.count > 1, NameWord.isSuffix(text.words[names[names.count - 1]].folded) {
      names.removeLast()
    }
    guard !names.isEmpty else { return nil }
    // "Feldt, Nora": the comma turns the name round.
    if let comma = names.indices.dropFirst().first(where: {
      text.gap(before: names[$0]).contains(",")
    }), (1..<comma).allSatisfy({ Self.isOneSurname(names[$0 - 1], names[$0], in: text) }) {
      names = Array(names[comma...] + names[..<comma])
    }
    words = names.map { text.words[$0].folded }
    divide(names, in: text)
  }

  /// Whether two words belong to one surname: "van Berg", "Feldt-Kern".
  private static func isOneSurname(_ first: Int, _ second: Int, in text: FoldedText) -> Bool {
    NameWord.isParticle(text.words[first].folded) || text.gap(before: second).elementsEqual(["-"])
  }

  private mutating func divide(_ names: [Int], in text: FoldedText) {
    var first = names.count - 1
    surnames = [text.words[names[first]].folded]
    // "Feldt-Kern" has two.
    while first > 1, names[first] == names[first - 1] + 1,
      text.gap(before: names[first]).elementsEqual(["-"]),
      !NameWord.isParticle(text.words[names[first - 1]].folded)
    {
      first -= 1
      surnames.append(text.words[names[first]].folded)
    }
    var start = first
    // "E. Feldt" is an initial, "d'Orr" and "O Nellan" are not.
    while start > 0, NameWord.isParticle(text.words[names[start - 1]].folded),
      text.gap(before: names[start - 1] + 1).first != "."
    {
      start -= 1
      particles.insert(text.words[names[start]].folded, at: 0)
    }
    if start == 0, first == 1, text.words[names[0]].isCapital,
      text.gap(before: names[1]).elementsEqual([" "])
    {
      // "Ben Affleck", "Van Morrison": a capital particle before a surname is rather a given name.
      given = particles.removeFirst()
    }
    for position in 0..<start {
      let word = text.words[names[position]].folded
      letters.append(String(word.prefix(1)))
      if position == 0 { given = word } else if word.count > 1 { middle.append(word) }
    }
    if letters.isEmpty, let given { letters = [String(given.prefix(1))] }
  }

  private static let opening: Set<Unicode.Scalar> = ["\"", "“", "(", "«", "„", "‘", "'", "["]
  private static let closing: Set<Unicode.Scalar> = ["\"", "”", ")", "»", "“", "’", "'", "]"]
}

/// Words of people's names that name nobody.
enum NameWord {
  /// A title or form of address.
  static func isTitle(_ word: String) -> Bool { titles.contains(word) }

  /// A form of address, after which even an initial is a name ("Ms F.").
  static func isAddress(_ word: String) -> Bool { courtesy.contains(word) }

  /// A particle of surnames ("van", "al", the "O" of O'Neill).
  static func isParticle(_ word: String) -> Bool {
    NameParts.keyParticles.contains(word) || NameParts.particles.contains(word)
      || elided.contains(word)
  }

  /// What tells generations apart ("jr").
  static func isSuffix(_ word: String) -> Bool { NameParts.generations.contains(word) }

  private static let courtesy = folded(Titles.courtesy)
  private static let titles = folded(Titles.words).union(Titles.keyWords).union(courtesy)
  /// Before an apostrophe, or written apart.
  private static let elided: Set<String> = ["o", "d", "l", "e", "y", "mac", "mc"]

  /// Without their full stops.
  private static func folded(_ words: Set<String>) -> Set<String> {
    Set(words.map { TextFolding.folded($0).replacing(".", with: "") })
  }
}
