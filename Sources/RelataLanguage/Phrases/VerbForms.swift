/// The forms of one English verb, third person singular where a person counts.
struct VerbForms: Hashable, Sendable {
  var base: String
  var third: String
  var past: String
  var participle: String

  /// Finds a verb by its third person ("leads") or past ("hired").
  ///
  /// Listed verbs are exact; others are guessed from regular endings. Nil for words that do not
  /// look like either form.
  static func parse(_ word: String) -> (forms: VerbForms, isPast: Bool)? {
    if let forms = byThird[word] { return (forms, false) }
    if let forms = byPast[word] { return (forms, true) }
    guard word.count > 3, word.allSatisfy({ $0.isASCII && ($0.isLetter || $0 == "-") }) else {
      return nil
    }
    if word.hasSuffix("ed"), let base = guessedBase(ofPast: word) {
      return (
        VerbForms(base: base, third: thirdPerson(of: base), past: word, participle: word), true
      )
    }
    return nil
  }

  /// The base of a listed verb in any of its forms: "fleeing", "flees", "fled" → "flee".
  static func base(of word: String) -> String? { byForm[word] }

  /// Whether the word is the past participle of a listed verb or ends like one.
  static func isParticiple(_ word: String) -> Bool {
    participles.contains(word) || (word.count > 3 && word.hasSuffix("ed"))
  }

  /// A verb whose last consonant doubles: "ban", "banned".
  private static func doubling(_ base: String) -> VerbForms {
    let past = base + base.suffix(1) + "ed"
    return VerbForms(base: base, third: thirdPerson(of: base), past: past, participle: past)
  }

  /// A verb with regular forms and no doubled consonant.
  private static func regular(_ base: String) -> VerbForms {
    let past: String
    if base.hasSuffix("e") {
      past = base + "d"
    } else if base.hasSuffix("y"), let before = base.dropLast().last, !"aeiou".contains(before) {
      past = base.dropLast() + "ied"
    } else {
      past = base + "ed"
    }
    return VerbForms(base: base, third: thirdPerson(of: base), past: past, participle: past)
  }

  private static func thirdPerson(of base: String) -> String {
    if base.hasSuffix("y"), let before = base.dropLast().last, !"aeiou".contains(before) {
      return base.dropLast() + "ies"
    }
    let sibilant = ["s", "x", "z", "ch", "sh", "o"].contains { base.hasSuffix($0) }
    return base + (sibilant ? "es" : "s")
  }

  /// A regular past without its ending: "tied" → "tie" is not guessed, only listed.
  private static func guessedBase(ofPast word: String) -> String? {
    let stem = String(word.dropLast(2))
    if word.hasSuffix("ied") { return String(word.dropLast(3)) + "y" }
    if endings[.whole].contains(where: { stem.hasSuffix($0) }) { return stem }
    if endings[.silent].contains(where: { stem.hasSuffix($0) }) { return stem + "e" }
    let letters = Array(stem)
    if letters.count > 2, letters[letters.count - 1] == letters[letters.count - 2],
      !"lsfz".contains(letters[letters.count - 1])
    {
      return String(stem.dropLast())
    }
    return stem
  }

  // MARK: Lists

  /// What `verbs.tsv` says of a verb; its head says it in full.
  enum Class: String, CaseIterable, Hashable, Sendable { case regular, doubling, irregular }

  static let table = WordTable<Class>(PackageResources.verbs_tsv)

  /// How an ending without "ed" is read; the table's head says it in full.
  enum Ending: String, CaseIterable, Hashable, Sendable { case silent, whole }

  static let endings = WordTable<Ending>(PackageResources.verb_endings_tsv)

  private static let all: [VerbForms] = {
    let irregular = TableRows(PackageResources.verbs_tsv).compactMap { row -> VerbForms? in
      guard row.count == 5, row[1] == Class.irregular.rawValue else { return nil }
      return VerbForms(
        base: String(row[0]), third: String(row[2]), past: String(row[3]),
        participle: String(row[4]))
    }
    return irregular + table[.doubling].sorted().map(doubling)
      + table[.regular].sorted().map(regular)
  }()
  private static let byThird = Dictionary(
    all.map { ($0.third, $0) }, uniquingKeysWith: { a, _ in a })
  // "found" is the past of "find" and the base of "founded"; only past forms are keys here.
  private static let byPast = Dictionary(all.map { ($0.past, $0) }, uniquingKeysWith: { a, _ in a })
  private static let participles = Set(all.map(\.participle))

  private static let byForm: [String: String] = {
    var bases: [String: String] = [:]
    for forms in all {
      let base = forms.base
      let isDoubling = table[.doubling].contains(base) || ["run", "win", "quit"].contains(base)
      let stem =
        isDoubling
        ? base + base.suffix(1)
        : base.hasSuffix("e") && !base.hasSuffix("ee") ? String(base.dropLast()) : base
      for form in [base, forms.third, forms.past, forms.participle, stem + "ing"]
      where bases[form] == nil {
        bases[form] = base
      }
    }
    return bases
  }()
}
