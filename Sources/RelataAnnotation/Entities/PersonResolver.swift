import RelataCore
import RelataLanguage

/// Finds which person names of a document are the same person's.
///
/// Two full names in one sentence are two people. A bare surname belongs to the person the text is
/// about: not to somebody mentioned only as a relative or as late, then to who was named before, more often
/// as subject, and introduced first. "The elder Massoud" is the relative.
struct PersonResolver {
  private struct Person {
    var name: PersonName
    var keys: Set<String>
    var members: [Int]
    /// Mentions by full name, and how many of them are subjects.
    var subjects: Int
    /// Whether the text introduces the person as a relative or as late ("son of the late …"): bare
    /// surnames mean others first.
    var isRelative: Bool
    /// The earliest of ``members``.
    var first: Int

    mutating func add(_ mention: Int) {
      members.append(mention)
      first = min(first, mention)
    }
  }

  private let mentions: [NamedMention]
  private let sentences: [Sentence]
  private var people: [Person] = []
  private var personOf: [String: Int] = [:]
  private var index = PersonIndex()

  init(_ resolver: EntityResolver) {
    mentions = resolver.mentions
    sentences = resolver.sentences
  }

  /// Mention numbers of each person, in order of the text.
  func clusters() -> [[Int]] {
    var resolver = self
    return resolver.resolve()
  }

  private mutating func resolve() -> [[Int]] {
    let indices = mentions.indices.filter { mentions[$0].type == .person }
    let places = sentencesOfKeys(indices)
    var bare: [(mention: Int, name: PersonName)] = []
    for i in indices {
      guard let name = PersonName(mentions[i].form) else { continue }
      if name.isBare {
        bare.append((i, name))
      } else {
        addFull(i, name, places)
      }
    }
    // Tails of several parts ("Shah Massoud") join the one fuller name they end.
    joinTails()
    var loose: [String: [Int]] = [:]
    var order: [String] = []
    for (i, name) in bare {
      if let person = owner(of: name, at: i) {
        people[person].add(i)
      } else {
        let key = name.core.joined(separator: " ")
        if loose[key] == nil { order.append(key) }
        loose[key, default: []].append(i)
      }
    }
    return people.map { $0.members.sorted() }.filter { !$0.isEmpty }
      + order.compactMap { loose[$0] }
  }

  /// The sentences of each full name: two in one sentence are two people.
  private func sentencesOfKeys(_ indices: [Int]) -> [String: Set<Int>] {
    var places: [String: Set<Int>] = [:]
    for i in indices where mentions[i].form.parts.count > 1 {
      places[mentions[i].form.key, default: []].insert(mentions[i].sentence)
    }
    return places
  }

  private mutating func addFull(_ i: Int, _ name: PersonName, _ places: [String: Set<Int>]) {
    let key = mentions[i].form.key
    let relative = isRelative(mentions[i])
    let subject = mentions[i].isSubject && !relative ? 1 : 0
    let own = places[key] ?? []
    let known =
      personOf[key]
      ?? index.people(agreeingWith: name).last { p in
        people[p].name.agrees(with: name)
          && !people[p].keys.contains { $0 != key && (places[$0]?.isDisjoint(with: own) == false) }
      }
    guard let p = known else {
      personOf[key] = people.count
      index.add(people.count, name)
      people.append(
        Person(
          name: name, keys: [key], members: [i], subjects: subject, isRelative: relative,
          first: i))
      return
    }
    personOf[key] = p
    people[p].keys.insert(key)
    people[p].add(i)
    people[p].subjects += subject
    if name.parts.count > people[p].name.parts.count {
      people[p].name = name
      index.add(p, name)
    }
  }

  private mutating func joinTails() {
    index.addTails(people.map(\.name))
    for (p, person) in people.enumerated() {
      let fuller = index.people(endingWith: person.name).filter {
        $0 != p && person.name.isTail(of: people[$0].name)
      }
      guard fuller.count == 1, let f = fuller.first else { continue }
      people[f].members += person.members
      people[f].first = min(people[f].first, person.first)
      people[f].subjects += person.subjects
      people[f].keys.formUnion(person.keys)
      people[p].members = []
    }
  }

  /// Whether the mention is only somebody's relative, or late.
  ///
  /// As in "the son of the late Northern Alliance
  /// leader Ahmad Shah Massoud". Read from the words to the left, up to a comma or verb, because trees are
  /// least certain in such phrases.
  private func isRelative(_ mention: NamedMention) -> Bool {
    let tokens = sentences[mention.sentence].tokens
    var i = mention.words.lowerBound - 1
    let farthest = max(0, i - 8)
    // "His father, Ahmad Shah Massoud," and "Hale's wife, Sandra Hale".
    if i > 0, tokens[i].form == ",", PersonNouns.kin.contains(tokens[i - 1].form.lowercased()) {
      return true
    }
    while i >= farthest {
      let form = tokens[i].form.lowercased()
      if form == "late" || form == "slain" || form == "deceased" { return true }
      if form == "of" { return i > 0 && PersonNouns.kin.contains(tokens[i - 1].form.lowercased()) }
      switch tokens[i].upos {
      case .noun, .propn, .adj, .det, .pron, .num, .part: break
      case .punct where form == "-" || form == "'s" || form == "’s": break
      default: return false
      }
      if i < mention.words.lowerBound - 1, PersonNouns.kin.contains(form) { return false }
      i -= 1
    }
    return false
  }

  /// Whom a bare name means at its place, nil if nobody (or nobody certain).
  private func owner(of name: PersonName, at i: Int) -> Int? {
    let family = index.people(endingWith: name).filter {
      !people[$0].members.isEmpty && name.isTail(of: people[$0].name)
    }
    if !family.isEmpty { return choose(family, i) }
    let given = index.people(called: name).filter {
      !people[$0].members.isEmpty && name.isGivenName(of: people[$0].name)
    }
    return given.count == 1 ? given.first : nil
  }

  private func choose(_ candidates: [Int], _ i: Int) -> Int? {
    if candidates.count == 1 { return candidates.first }
    if isElder(i) {
      let relatives = candidates.filter { people[$0].isRelative }
      if relatives.count == 1 { return relatives.first }
    }
    let primary = candidates.filter { !people[$0].isRelative }
    let pool = primary.isEmpty ? candidates : primary
    if pool.count == 1 { return pool.first }
    let before = pool.filter { people[$0].first < i }
    return (before.isEmpty ? pool : before).max { a, b in
      rank(a) < rank(b)
    }
  }

  private func rank(_ p: Int) -> (Int, Int, Int) {
    (people[p].subjects, -people[p].first, -p)
  }

  /// Whether "elder" or "late" stands before a bare name.
  private func isElder(_ i: Int) -> Bool {
    let mention = mentions[i]
    guard mention.words.lowerBound > 0 else { return false }
    let word = sentences[mention.sentence].tokens[mention.words.lowerBound - 1].form.lowercased()
    return ["elder", "late", "older"].contains(word)
  }
}
