import RelataCore
import RelataInference

/// Reads from the pair heads what pronouns and descriptions stand for, and which relations the sentences state.
///
/// Goes through the document once, in order. Names keep the entities that `EntityResolver` gave them; a
/// pronoun or description takes the entity of its antecedent where the head is sure enough and
/// gender and type allow it.
struct Coreference {
  private let sentences: [Sentence]
  private let mentions: [Mention]
  private let types: [EntityID: EntityType]
  private let scorer: PairScorer
  private let relations: [RelationID]
  private let genders: [EntityID: Gender]

  private var vocabulary = PairFeatures.Vocabulary()
  /// Sentences read so far.
  private var sentencesRead = 0
  private var candidates: [MentionCandidate] = []
  /// How many sentences were read before each candidate's.
  private var orders: [Int] = []
  private var entities: [EntityID?] = []
  /// First candidate of each candidate's cluster.
  private var roots: [Int] = []
  /// The person named in each cluster, by root.
  private var people: [Int: EntityID] = [:]
  private var lastName: [EntityID: Int] = [:]
  private(set) var references: [Mention] = []
  private(set) var scores: [ScoredRelation] = []

  /// A link must be this probable to give a pronoun its entity, or a description.
  static let leastProbability = 0.5
  static let leastProbabilityOfDescription = 0.7

  init(
    sentences: [Sentence], mentions: [Mention], entities: [DocumentEntity], scorer: PairScorer,
    relations: [RelationID]
  ) {
    self.sentences = sentences
    self.mentions = mentions
    self.scorer = scorer
    self.relations = relations
    let people = Set(entities.filter { $0.type == .person }.map(\.id))
    genders = Dictionary(grouping: mentions.filter { $0.kind == .name && $0.entity != nil }) {
      $0.entity ?? EntityID("")
    }.filter { people.contains($0.key) }.compactMapValues { named in
      Gender.of(named.map { ($0, sentences[$0.sentence]) })
    }
    types = Dictionary(entities.map { ($0.id, $0.type) }, uniquingKeysWith: { first, _ in first })
  }

  /// Reads one sentence; sentences come in order of the text, furniture among them left out.
  ///
  /// - Parameters:
  ///   - number: Its index in the document.
  ///   - own: Numbers of the document's mentions in it.
  mutating func read(
    sentence number: Int, own: [Int], vectors: UnsafePointer<Float>
  ) {
    defer { sentencesRead += 1 }
    let sentence = sentences[number]
    var found = MentionCandidate.all(
      in: sentence, number: number, mentions: own.map { ($0, mentions[$0]) },
      words: &vocabulary)
    guard !found.isEmpty else { return }
    for i in found.indices {
      found[i].gender =
        found[i].mention.flatMap { mentions[$0].entity }.flatMap { genders[$0] }
        ?? Gender.of(found[i], in: sentence)
    }
    let first = candidates.count
    candidates += found
    orders += [Int](repeating: sentencesRead, count: found.count)
    let inputs = found.map {
      MentionInput(
        words: $0.words, form: $0.form, head: $0.head,
        role: PairFeatures.relationRole(sentence.tokens[$0.head].deprel))
    }
    let (all, orders) = (candidates, orders)
    let links = scorer.antecedents(vectors: vectors, mentions: inputs) { later, earlier, values in
      PairFeatures.write(
        all[later], later, all[earlier], earlier, sentences: orders[later] - orders[earlier],
        in: sentence, into: &values)
      guard let gender = all[later].gender, let other = all[earlier].gender else { return true }
      return gender == other
    }
    let children = MentionCandidate.children(of: sentence)
    for (i, link) in links.enumerated() {
      settle(first + i, link, in: sentence, children: children, own: own)
    }
    addRelations(from: first, inputs, sentence: number, vectors: vectors)
  }

  // MARK: Links

  private mutating func settle(
    _ i: Int, _ link: (mention: Int, probability: Double)?, in sentence: Sentence, children: [[Int]],
    own named: [Int]
  ) {
    let candidate = candidates[i]
    let own = candidate.mention.flatMap { mentions[$0].entity } ?? beside(i, in: sentence, children, named)
    entities.append(own)
    roots.append(i)
    if let own, types[own] == .person { people[i] = own }
    // Names that are one entity are one cluster, whatever the head says.
    if candidate.mention != nil, let own {
      let earlier = lastName.updateValue(i, forKey: own)
      if let earlier {
        join(i, earlier)
        return
      }
    }
    guard let link else { return }
    let root = roots[link.mention]
    if let mine = people[i], let theirs = people[root], mine != theirs { return }
    let entity = entities[link.mention]
    if let entity, own == nil, candidate.mention == nil {
      guard allows(candidate, entity) else { return }
      let least =
        candidate.isDescription ? Self.leastProbabilityOfDescription : Self.leastProbability
      if link.probability >= least {
        entities[i] = entity
        addReference(i, entity, link.probability, in: sentence)
      }
    }
    join(i, link.mention)
  }

  private mutating func join(_ i: Int, _ earlier: Int) {
    roots[i] = roots[earlier]
    if let person = people[i], people[roots[earlier]] == nil { people[roots[earlier]] = person }
  }

  /// The entity of the name beside a description: "the prime minister, Tony Blair", "Blair, the prime minister".
  private func beside(
    _ i: Int, in sentence: Sentence, _ children: [[Int]], _ named: [Int]
  ) -> EntityID? {
    let candidate = candidates[i]
    guard candidate.isDescription else { return nil }
    let token = sentence.tokens[candidate.head]
    let neighbours =
      children[candidate.head].filter { sentence.tokens[$0].deprel == "appos" }
      + (token.deprel == "appos" ? [token.head] : [])
    for neighbour in neighbours {
      let name = named.first { m in
        mentions[m].kind == .name && mentions[m].tokens.contains(neighbour)
          && mentions[m].entity != nil
      }
      if let name { return mentions[name].entity }
    }
    return nil
  }

  /// Whether a word of this kind can mean an entity of this type.
  private func allows(_ candidate: MentionCandidate, _ entity: EntityID) -> Bool {
    let type = types[entity]
    switch candidate.reference {
    case .he, .she, .firstPerson: return type == .person
    case .it: return type != .person
    // "a Japanese official" is somebody new.
    case .you, .demonstrativePronoun, .indefinite: return false
    default: return true
    }
  }

  private mutating func addReference(
    _ i: Int, _ entity: EntityID, _ probability: Double, in sentence: Sentence
  ) {
    let candidate = candidates[i]
    references.append(
      Mention(
        id: "r\(references.count + 1)", span: MentionExtent.span(of: candidate, in: sentence),
        sentence: candidate.sentence, tokens: candidate.words, type: types[entity] ?? .other,
        kind: candidate.isDescription ? .nominal : .pronoun, entity: entity,
        score: (probability * 1000).rounded() / 1000))
  }

  // MARK: Relations

  private mutating func addRelations(
    from first: Int, _ inputs: [MentionInput], sentence: Int, vectors: UnsafePointer<Float>
  ) {
    let ends = inputs.indices.filter { entities[first + $0] != nil }
    guard ends.count > 1 else { return }
    let found = scorer.relations(
      vectors: vectors, tree: sentences[sentence].tokens.map(\.head),
      mentions: ends.map { inputs[$0] }
    ) { s, o in
      entities[first + ends[s]] != entities[first + ends[o]]
    }
    for score in found {
      let (s, o) = (first + ends[score.subject], first + ends[score.object])
      guard let subject = entities[s], let object = entities[o] else { continue }
      self.scores.append(
        ScoredRelation(
          sentence: sentence, subject: subject, subjectTokens: candidates[s].words, object: object,
          objectTokens: candidates[o].words, relation: relations[score.relation],
          probability: (score.probability * 10000).rounded() / 10000, trigger: score.trigger))
    }
  }

  // MARK: Clusters

  /// Clusters of two or more mentions, each in order of the text, by their first mention.
  func clusters() -> [[Span]] {
    var members: [Int: [Span]] = [:]
    var seen: Set<Span> = []
    for (i, root) in roots.enumerated() {
      let span = MentionExtent.span(of: candidates[i], in: sentences[candidates[i].sentence])
      // A name inside another may have its extent; it keeps the cluster it was first put into.
      if seen.insert(span).inserted { members[root, default: []].append(span) }
    }
    return members.filter { $0.value.count > 1 }.values.map { $0.sorted() }
      .sorted { ($0.first ?? Span(0, 0)) < ($1.first ?? Span(0, 0)) }
  }
}
