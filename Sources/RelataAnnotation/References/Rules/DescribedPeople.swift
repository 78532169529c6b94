import RelataCore
import RelataLanguage

/// What the words beside the names of people say of them: their sex, and the nouns they bear.
struct DescribedPeople {
  private var genders: [EntityID: Gender] = [:]
  private var nouns: [EntityID: Set<String>] = [:]

  /// A title or a noun ("his mother, Helen Prosser") says it surer than a given name.
  init(_ mentions: [Mention], _ sentences: [Sentence]) {
    let people = Dictionary(
      grouping: mentions.filter { $0.kind == .name && $0.type == .person && $0.entity != nil }
    ) { $0.entity ?? EntityID("") }
    for (person, named) in people {
      let pairs = named.map { ($0, sentences[$0.sentence]) }
      let beside = pairs.map { Self.nouns(beside: $0.0, in: $0.1) }
      let own = beside.flatMap(\.own)
      nouns[person] = Set(own + beside.flatMap(\.titles))
      let sexes = Set(own.compactMap { Gender(noun: $0) })
      let titled = pairs.compactMap { mention, sentence -> Gender? in
        let before = mention.tokens.lowerBound - 1
        return before >= 0 ? Gender(title: sentence.tokens[before].form) : nil
      }.first
      genders[person] =
        titled ?? (sexes.count == 1 ? sexes.first : Self.kin(pairs) ?? Gender.of(pairs))
    }
  }

  /// The sex that kinship nouns give, read from the words alone: trees are least certain in appositions.
  private static func kin(_ named: [(Mention, Sentence)]) -> Gender? {
    let stated = Set(
      named.compactMap { PersonContext($0.tokens, in: $1.tokens).stated })
    return stated.count == 1 ? stated.first : nil
  }

  /// The same with the sex of those whom sure links call "he" or "she" throughout, where nothing else says it.
  func learning(from links: [(person: EntityID, gender: Gender)]) -> DescribedPeople {
    var result = self
    for (person, found) in Dictionary(grouping: links, by: \.person)
    where genders[person] == nil {
      let sexes = Set(found.map(\.gender))
      if sexes.count == 1 { result.genders[person] = sexes.first }
    }
    return result
  }

  /// Nil where both sexes are possible.
  func gender(of person: EntityID) -> Gender? { genders[person] }

  /// Whether the text gives somebody the noun; nil where it gives no noun at all.
  func bears(_ person: EntityID, _ noun: String) -> Bool? {
    guard let known = nouns[person], !known.isEmpty else { return nil }
    return known.contains(noun)
  }

  /// The lemmas of singular nouns in apposition to a name or before it; `titles` are those that the
  /// sex is not read from.
  private static func nouns(
    beside mention: Mention, in sentence: Sentence
  ) -> (own: [String], titles: [String]) {
    let tokens = sentence.tokens
    let head = MentionCandidate.headWord(of: mention.tokens, in: sentence)
    var own: [Int] = []
    var titles: [Int] = []
    for (i, token) in tokens.enumerated()
    where token.head == head && !mention.tokens.contains(i) {
      if ["appos", "nmod:desc"].contains(token.deprel) { own.append(i) }
      if token.deprel == "compound" { titles.append(i) }
    }
    let governor = tokens[head].head
    if tokens[head].deprel == "appos", tokens.indices.contains(governor) { own.append(governor) }
    // "Paul Weiss is a banker": the head's subject.
    if tokens[head].deprel == "nsubj", tokens.indices.contains(governor),
      tokens.contains(where: { $0.head == governor && $0.deprel == "cop" })
    {
      own.append(governor)
    }
    func lemmas(_ found: [Int]) -> [String] {
      found.filter { tokens[$0].upos == .noun && tokens[$0].xpos != "NNS" }
        .map { tokens[$0].lemma.lowercased() }
    }
    return (lemmas(own), lemmas(titles))
  }
}
