import RelataCore
import RelataLanguage

/// Finds which person names of a document are the same person's.
///
/// Two full names in one sentence are two people, and so are names that differ in sex or generation, unless
/// the text says that somebody has both names. What a bare name means, ``BareNames`` decides.
struct PersonResolver {
  struct Person {
    var name: PersonName
    /// All full names, the first is the one that the text uses first.
    var names: [PersonName]
    var keys: Set<String>
    var members: [Int]
    /// Mentions by full name, and how many of them are subjects.
    var subjects: Int
    /// How the first mention brings the person in.
    var kinship: PersonContext.Kinship
    /// By titles and kinship, else by pronouns and given name.
    var gender: Gender?
    var isGenderStated: Bool
    var titles: Set<String>
    /// The earliest of ``members``.
    var first: Int
    /// The given name of somebody named by it alone beside a relative, and the relative's full name.
    var shared: (given: Int, relative: Int)?

    mutating func add(_ mention: Int) {
      members.append(mention)
      first = min(first, mention)
    }
  }

  /// One person's mentions.
  struct Cluster {
    /// Mention numbers in order of the text.
    var members: [Int]
    /// Two mentions that together make the full name: "Omar" and "Lena Duarte".
    var shared: (given: Int, relative: Int)?
  }

  let mentions: [NamedMention]
  let contexts: [Int: PersonContext]
  let sentences: [Sentence]
  let stated: [(name: Int, other: Int)]
  private let shared: SharedFamilyNames
  private let indices: [Int]
  /// For each sentence the number of its paragraph.
  let paragraphs: [Int]
  var people: [Person] = []
  var personOf: [String: Int] = [:]
  var index = PersonIndex()
  /// People of bare mentions that the text says are somebody's.
  var known: [Int: Int] = [:]

  init(_ resolver: EntityResolver) {
    mentions = resolver.mentions
    sentences = resolver.sentences
    indices = mentions.indices.filter { resolver.mentions[$0].type == .person }
    contexts = Dictionary(
      uniqueKeysWithValues: indices.map { i in
        let mention = resolver.mentions[i]
        return (i, PersonContext(mention.words, in: resolver.sentences[mention.sentence].tokens))
      })
    var paragraph = 0
    paragraphs = resolver.sentences.indices.map { i in
      if i > 0, resolver.breaksParagraph(before: i) { paragraph += 1 }
      return paragraph
    }
    shared = SharedFamilyNames(indices, mentions, sentences)
    stated = resolver.stated.filter { pair in
      resolver.mentions[pair.name].type == .person && resolver.mentions[pair.other].type == .person
    }
  }

  /// The mentions of each person.
  func clusters() -> [Cluster] {
    var resolver = self
    return resolver.resolve()
  }

  private mutating func resolve() -> [Cluster] {
    let places = sentencesOfKeys()
    var bare: [(mention: Int, name: PersonName)] = []
    for i in indices {
      guard let name = PersonName(mentions[i].form) else { continue }
      if !name.isBare {
        addFull(i, name, key: mentions[i].form.key, places)
      } else if let relative = shared.relative[i], let full = PersonName(mentions[relative].form) {
        let whole = PersonName(given: name, familyOf: full)
        addFull(i, whole, key: whole.parts.joined(separator: " "), places)
        if let p = personOf[whole.parts.joined(separator: " ")], people[p].shared == nil {
          people[p].shared = (i, relative)
        }
      } else {
        bare.append((i, name))
      }
    }
    joinStated()
    for (p, person) in people.enumerated() where !person.members.isEmpty {
      for name in person.names { index.addParts(p, name) }
    }
    joinStatedBare()
    joinParts()
    return clusters(of: bare)
  }

  private func clusters(of bare: [(mention: Int, name: PersonName)]) -> [Cluster] {
    var names = BareNames(self)
    var loose: [String: [Int]] = [:]
    var order: [String] = []
    var members = people.map(\.members)
    for (i, name) in bare {
      if let person = known[i]
        ?? names.owner(of: name, at: i, mayBeGiven: !shared.unsure.contains(i))
      {
        names.count(i, as: person)
        members[person].append(i)
      } else {
        // "Mrs. Hale" is not who "Mr. Hale" is.
        let sex = contexts[i]?.stated.map { $0 == .female ? " f" : " m" } ?? ""
        let key = name.core.joined(separator: " ") + sex + (name.generation.map { " \($0)" } ?? "")
        if loose[key] == nil { order.append(key) }
        loose[key, default: []].append(i)
      }
    }
    return zip(people, members).filter { !$0.1.isEmpty }.map { person, members in
      Cluster(
        members: members.sorted(),
        // Named in full elsewhere, it needs no other's family name.
        shared: person.keys.count > 1 || members.contains { mentions[$0].form.parts.count > 1 }
          ? nil : person.shared)
    } + order.compactMap { loose[$0].map { Cluster(members: $0) } }
  }

  /// The sentences of each full name: two in one sentence are two people.
  private func sentencesOfKeys() -> [String: Set<Int>] {
    var places: [String: Set<Int>] = [:]
    for i in indices where mentions[i].form.parts.count > 1 {
      places[mentions[i].form.key, default: []].insert(mentions[i].sentence)
    }
    return places
  }

  private mutating func addFull(
    _ i: Int, _ name: PersonName, key: String, _ places: [String: Set<Int>]
  ) {
    let context = contexts[i]
    let isRelative = context?.kinship == .passing
    let subject = mentions[i].isSubject && !isRelative ? 1 : 0
    guard let p = person(called: name, key: key, at: i, places) else {
      // The same words for a man and a woman are two: the later one keeps the words.
      personOf[key] = people.count
      index.add(people.count, name)
      people.append(
        Person(
          name: name, names: [name], keys: [key], members: [i], subjects: subject,
          kinship: context?.kinship ?? .none, gender: context?.stated ?? gender(of: name, at: i),
          isGenderStated: context?.stated != nil, titles: context?.titles ?? [], first: i))
      return
    }
    personOf[key] = p
    people[p].keys.insert(key)
    people[p].add(i)
    people[p].subjects += subject
    people[p].titles.formUnion(context?.titles ?? [])
    if let stated = context?.stated, !people[p].isGenderStated {
      people[p].gender = stated
      people[p].isGenderStated = true
    }
    if !people[p].names.contains(name) { people[p].names.append(name) }
    if name.parts.count > people[p].name.parts.count {
      people[p].name = name
      index.add(p, name)
    }
  }

  /// The person already named so, or by a name that agrees.
  private func person(
    called name: PersonName, key: String, at i: Int, _ places: [String: Set<Int>]
  ) -> Int? {
    let own = places[key] ?? []
    let stated = contexts[i]?.stated
    func mayBe(_ p: Int) -> Bool {
      if let stated, people[p].isGenderStated, people[p].gender != stated { return false }
      return !people[p].keys.contains { $0 != key && places[$0]?.isDisjoint(with: own) == false }
    }
    if let p = personOf[key], mayBe(p), people[p].name.generation == name.generation { return p }
    let near = index.people(agreeingWith: name)
    if let p = near.last(where: { people[$0].name.agrees(with: name) && mayBe($0) }) { return p }
    // A middle name left out, where nobody else is meant and neither is only a relative of the other.
    guard contexts[i]?.kinship == PersonContext.Kinship.none else { return nil }
    let fuller = near.filter { people[$0].name.differsByMiddleNames(from: name) }
    guard fuller.count == 1, let p = fuller.first, people[p].kinship == .none, mayBe(p) else {
      return nil
    }
    return p
  }
}
