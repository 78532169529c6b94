import RelataCore
import RelataLanguage

/// What the words around a person's name say of its bearer: sex, titles, and whose relative they are.
///
/// Read from the words, because trees are least certain in appositions.
struct PersonContext {
  /// How the text brings in somebody's relative.
  enum Kinship {
    /// Not as a relative.
    case none
    /// Beside a relative of the same name: "His sister, Paula Hale, left".
    case named
    /// In passing, or as dead: "son of the late Max Kern"; bare surnames mean others.
    case passing
  }

  /// Of the title, or of the kinship noun before the name: "his wife, Lady Hale".
  private(set) var stated: Gender?
  /// Titles that are offices, in lower case: "president".
  private(set) var titles: Set<String> = []
  private(set) var kinship = Kinship.none
  /// Whether a kinship noun introduces the name itself.
  private(set) var isIntroduced = false
  /// Whether "elder", "late" or "older" stands before the name, or "younger".
  private(set) var isElder = false
  private(set) var isYounger = false

  init(_ words: Range<Int>, in tokens: [Token]) {
    var first = words.lowerBound
    while first > 0, Self.isTitle(tokens[first - 1]) {
      first -= 1
      let title = tokens[first].form.lowercased()
      if stated == nil { stated = Gender(title: title) }
      if !Titles.courtesy.contains(title), !Titles.modifiers.contains(title) || title == "president"
      {
        titles.insert(title)
      }
    }
    if words.lowerBound > 0 {
      let before = tokens[words.lowerBound - 1].form.lowercased()
      isElder = ["elder", "late", "older"].contains(before)
      isYounger = before == "younger"
    }
    readKinship(words, titled: first, tokens)
  }

  private static func isTitle(_ token: Token) -> Bool {
    let form = token.form.lowercased()
    // "his father, …" is kinship, "Father Brown" a title.
    if PersonNouns.kin.contains(form), token.form == form { return false }
    return Titles.words.contains(form) || Titles.modifiers.contains(form)
  }

  private mutating func readKinship(_ words: Range<Int>, titled first: Int, _ tokens: [Token]) {
    // "His sister, Paula Hale" and "his sister Paula Hale".
    var i = first - 1
    // "her uncle, the politician Josphat Hale".
    var noun = i
    while noun > 0, i - noun < 4, tokens[noun].form != ",",
      [.noun, .adj, .det].contains(tokens[noun].upos),
      !PersonNouns.kin.contains(tokens[noun].form)
    { noun -= 1 }
    let isApart = noun > 0 && tokens[noun].form == ","
    if isApart { i = noun - 1 }
    if i >= 0, PersonNouns.kin.contains(tokens[i].form), isApart || Self.isOwned(i, tokens) {
      stated = stated ?? Gender(noun: tokens[i].form)
      isIntroduced = true
      kinship =
        Self.isLate(before: i, tokens) || Self.dies(behind: words, tokens) ? .passing : .named
      return
    }
    if Self.isPassing(words, tokens) {
      kinship = .passing
      return
    }
    // "Paula Hale, his sister,".
    let next = words.upperBound
    if next + 2 < tokens.count, tokens[next].form == ",",
      ["his", "her", "their"].contains(tokens[next + 1].form),
      let kin = tokens[(next + 2)..<min(next + 5, tokens.count)].first(where: { $0.upos == .noun }),
      PersonNouns.kin.contains(kin.form)
    {
      stated = stated ?? Gender(noun: kin.form)
      kinship = .named
    }
  }

  /// Whether it is said whose a noun is: "his younger sister", "Hale's wife".
  private static func isOwned(_ noun: Int, _ tokens: [Token]) -> Bool {
    for i in stride(from: noun - 1, through: max(0, noun - 3), by: -1) {
      let form = tokens[i].form.lowercased()
      if ["his", "her", "their", "'s", "’s"].contains(form) { return true }
      guard tokens[i].upos == .adj else { return false }
    }
    return false
  }

  private static let late: Set<String> = ["late", "slain", "deceased"]

  private static func isLate(before noun: Int, _ tokens: [Token]) -> Bool {
    tokens[max(0, noun - 3)..<noun].contains { late.contains($0.form.lowercased()) }
  }

  private static let dying: Set<String> = ["die", "perish"]
  private static let killing: Set<String> = ["kill", "murder", "assassinate", "execute", "slay"]

  /// Whether the verb behind the name says that its bearer is dead: "His father, Max Kern, was killed".
  private static func dies(behind words: Range<Int>, _ tokens: [Token]) -> Bool {
    let behind = words.upperBound..<min(words.upperBound + 5, tokens.count)
    guard let verb = behind.first(where: { tokens[$0].upos == .verb }) else { return false }
    if dying.contains(tokens[verb].lemma) { return true }
    return killing.contains(tokens[verb].lemma)
      && tokens[words.upperBound..<verb].contains { $0.lemma == "be" }
  }

  /// Whether the words to the left, up to a comma or verb, say that somebody is only a relative, or late: "the
  /// son of the late Northern Alliance leader Ahmad Shah Massoud".
  private static func isPassing(_ words: Range<Int>, _ tokens: [Token]) -> Bool {
    var i = words.lowerBound - 1
    let farthest = max(0, i - 8)
    while i >= farthest {
      let form = tokens[i].form.lowercased()
      if late.contains(form) { return true }
      if form == "of" { return i > 0 && PersonNouns.kin.contains(tokens[i - 1].form.lowercased()) }
      switch tokens[i].upos {
      case .noun, .propn, .adj, .det, .pron, .num, .part: break
      case .punct where form == "-" || form == "'s" || form == "’s": break
      default: return false
      }
      if i < words.lowerBound - 1, PersonNouns.kin.contains(form) { return false }
      i -= 1
    }
    return false
  }
}
