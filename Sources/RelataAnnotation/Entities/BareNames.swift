import RelataLanguage

/// Decides, from the first bare name of a document to the last, whom each means.
///
/// Titles, sex and generation leave out who is not meant. A surname of several belongs to whom the text is
/// about: not to somebody mentioned only in passing or as dead, nor to somebody named later. After two
/// bearers have just been named it is nobody's, unless one is named far more often.
struct BareNames {
  private let people: [PersonResolver.Person]
  private let index: PersonIndex
  private let mentions: [NamedMention]
  private let contexts: [Int: PersonContext]
  /// Mentions by full name, ascending.
  private let fulls: [[Int]]
  private var bares: [Int]
  private var lastBare: [Int?]
  /// People whom a given name alone brings in as somebody's relative: "his brother Godfrey".
  private var introduced: Set<Int> = []
  /// For each sentence the number of its paragraph.
  private let paragraphs: [Int]

  /// Sentences back in which a full name is still in mind.
  private static let focus = 2
  /// Somebody named so often, and so many times as often as others, is whom the text is about.
  private static let often = 3
  private static let times = 2

  init(_ resolver: PersonResolver) {
    people = resolver.people
    index = resolver.index
    mentions = resolver.mentions
    contexts = resolver.contexts
    fulls = people.map { $0.members.sorted() }
    bares = people.map { _ in 0 }
    lastBare = people.map { _ in nil }
    paragraphs = resolver.paragraphs
  }

  /// Takes note of a bare name's owner.
  mutating func count(_ mention: Int, as person: Int) {
    bares[person] += 1
    lastBare[person] = mention
    if contexts[mention]?.isIntroduced == true { introduced.insert(person) }
  }

  /// Whom a bare name means at its place, nil if nobody (or nobody certain).
  func owner(of name: PersonName, at i: Int, mayBeGiven: Bool) -> Int? {
    let fits = { (found: [Int], test: (PersonName) -> Bool) in
      found.filter { p in !people[p].members.isEmpty && people[p].names.contains(where: test) }
    }
    let family = fits(index.people(endingWith: name), name.isTail)
    let bearers = sameSex(family.filter { mayBe($0, i) }, i)
    if !bearers.isEmpty { return choose(bearers, i) }
    // "Madam Wong" may be Wong Mei Lin, though Peter Wong is named too.
    guard mayBeGiven, family.isEmpty || contexts[i]?.stated != nil else { return nil }
    let given =
      fits(index.people(beginningWith: name), name.isGivenName)
      + fits(index.people(nicknamed: name), name.isNickname)
    let called = Set(given).filter { mayBe($0, i) || people[$0].first > i && isOfSex($0, i) }
    return called.count == 1 ? called.first : nil
  }

  /// Those whose sex is known to be the one that the text states, if there are any; else all.
  private func sameSex(_ found: [Int], _ i: Int) -> [Int] {
    guard let stated = contexts[i]?.stated else { return found }
    let same = found.filter { people[$0].gender == stated }
    return same.isEmpty ? found : same
  }

  private func isOfSex(_ p: Int, _ i: Int) -> Bool {
    guard let stated = contexts[i]?.stated, let gender = people[p].gender else { return true }
    return gender == stated
  }

  /// Whether neither sex nor kinship speaks against it.
  ///
  /// "His wife, Mrs. Hale": not he, nor anybody who is not brought in as a relative.
  private func mayBe(_ p: Int, _ i: Int) -> Bool {
    isOfSex(p, i) && (contexts[i]?.isIntroduced != true || isRelative(p))
  }

  private func isRelative(_ p: Int) -> Bool {
    people[p].kinship != .none || introduced.contains(p)
  }

  private func choose(_ bearers: [Int], _ i: Int) -> Int? {
    if bearers.count == 1 { return bearers.first }
    if let one = byStanding(bearers, i) { return one }
    let alive = bearers.filter { people[$0].kinship != .passing }
    let pool = alive.isEmpty ? bearers : alive
    if pool.count == 1 { return pool.first }
    let before = pool.filter { people[$0].first < i }
    // A headline's surname is whom the text goes on to be about.
    guard !before.isEmpty else { return pool.max { rank($0) < rank($1) } }
    if before.count == 1 { return before.first }
    if let main = main(before, i) { return main }
    let near = before.filter { isInMind($0, i) }
    switch near.count {
    case 0:
      let own = before.filter { !isRelative($0) }
      return (own.isEmpty ? before : own).max { rank($0) < rank($1) }
    case 1:
      // Whoever is brought in as a relative keeps the other in mind.
      return near.first { !isRelative($0) }
    default: return nil
    }
  }

  /// By the title before the name, or "elder" and "younger".
  private func byStanding(_ bearers: [Int], _ i: Int) -> Int? {
    guard let context = contexts[i] else { return nil }
    let titled = bearers.filter { !people[$0].titles.isDisjoint(with: context.titles) }
    if titled.count == 1 { return titled.first }
    if context.isElder {
      let relatives = bearers.filter { people[$0].kinship == .passing }
      if relatives.count == 1 { return relatives.first }
    }
    guard context.isElder || context.isYounger else { return nil }
    let older = bearers.filter { people[$0].name.generation == "sr" }
    let younger = bearers.filter { people[$0].name.generation.map { $0 != "sr" } ?? false }
    if context.isYounger { return younger.count == 1 ? younger.first : nil }
    if older.count == 1 { return older.first }
    let others = bearers.filter { !younger.contains($0) }
    return others.count == 1 ? others.first : nil
  }

  /// Who has been named far more often than every other bearer.
  private func main(_ bearers: [Int], _ i: Int) -> Int? {
    let counts = bearers.map { ($0, mentionsBefore(i, of: $0)) }
    guard let top = counts.max(by: { ($0.1, $1.0) < ($1.1, $0.0) }), top.1 >= Self.often,
      counts.allSatisfy({ $0.0 == top.0 || $0.1 * Self.times <= top.1 })
    else { return nil }
    return top.0
  }

  private func mentionsBefore(_ i: Int, of p: Int) -> Int { fullsBefore(i, of: p) + bares[p] }

  private func fullsBefore(_ i: Int, of p: Int) -> Int {
    fulls[p].partitioningIndex { $0 >= i }
  }

  private func isInMind(_ p: Int, _ i: Int) -> Bool {
    let count = fullsBefore(i, of: p)
    let last = max(count > 0 ? fulls[p][count - 1] : -1, lastBare[p] ?? -1)
    guard last >= 0 else { return false }
    let (here, there) = (mentions[i].sentence, mentions[last].sentence)
    // A relative's part ends with the paragraph.
    if isRelative(p), paragraphs[here] != paragraphs[there] { return false }
    return here - there <= Self.focus
  }

  private func rank(_ p: Int) -> (Int, Int, Int) {
    (people[p].subjects, -people[p].first, -p)
  }
}
