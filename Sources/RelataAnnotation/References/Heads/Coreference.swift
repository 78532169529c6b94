import RelataCore
import RelataInference
import RelataLanguage

/// Reads from the pair heads what pronouns and descriptions stand for, and which relations the sentences state.
///
/// Goes through the document once, in order. Names keep the entities that `EntityResolver` gave them; a
/// pronoun or description takes the entity of its antecedent where the head is sure enough and
/// gender and type allow it. A name that means an earlier description ("A pastor … Terry Jones") gives it
/// its entity; relations are therefore read ``delay`` sentences behind.
struct Coreference {
  private let sentences: [Sentence]
  private let mentions: [Mention]
  private let types: [EntityID: EntityType]
  private let scorer: PairScorer
  private let relations: [RelationID]
  private let people: DescribedPeople
  private let speech: SpeechReferences
  private let descriptions: DescriptionScope

  private var vocabulary = PairFeatures.Vocabulary()
  /// Sentences read so far.
  private var sentencesRead = 0
  private var candidates: [MentionCandidate] = []
  /// How many sentences were read before each candidate's.
  private var orders: [Int] = []
  private var entities: [EntityID?] = []
  /// First candidate of each candidate's cluster.
  private var roots: [Int] = []
  /// The sex of each cluster's pronouns, by root.
  private var clusterGenders: [Int: Gender] = [:]
  /// The person named in each cluster, by root.
  private var persons: [Int: EntityID] = [:]
  private var lastName: [EntityID: Int] = [:]
  /// First candidate of the chain of sure links that each candidate is in, the chain, and its entity.
  private var chains: [Int] = []
  private var chainMembers: [Int: [Int]] = [:]
  private var chainEntities: [Int: EntityID] = [:]
  private var waiting: [Waiting] = []
  /// Descriptions of each cluster that a name modifies ("the Tajik capital"), by root.
  private var modified: [Int: Set<Modification>] = [:]
  private(set) var references: [Mention] = []
  private(set) var scores: [ScoredRelation] = []

  /// A link must be this probable to give a pronoun its entity, or a description.
  static let leastProbability = 0.5
  static let leastProbabilityOfDescription = 0.7
  /// A name's link to an earlier description must be this probable to name it.
  static let leastProbabilityOfNaming = 0.5
  /// How surely "I" means the one who is named beside the quotation.
  static let probabilityOfSpeaker = 0.95
  /// Sentences between a description and the name that may come for it.
  static let delay = 4

  /// The noun of a description and the entities of the names before it.
  private struct Modification: Hashable {
    var noun: String
    var by: Set<EntityID>
  }

  /// A sentence whose relations are still to be read.
  private struct Waiting {
    var sentence: Int
    var order: Int
    /// Its first candidate.
    var first: Int
    var inputs: [MentionInput]
    var vectors: [Float]
  }

  init(
    _ document: AnnotatedDocument, source: ReferenceSource, scorer: PairScorer,
    relations: [RelationID]
  ) {
    sentences = document.sentences
    mentions = document.mentions
    self.scorer = scorer
    self.relations = relations
    people = source.people
    speech = source.speech
    descriptions = DescriptionScope(sentences: source.sentences, people: people)
    types = Dictionary(
      document.entities.map { ($0.id, $0.type) }, uniquingKeysWith: { first, _ in first })
  }

  /// Reads one sentence; sentences come in order of the text, furniture among them left out.
  ///
  /// `number` is its index in the document, `own` are the numbers of the document's mentions in it.
  mutating func read(
    sentence number: Int, own named: [Int], vectors: UnsafePointer<Float>
  ) {
    defer { sentencesRead += 1 }
    let sentence = sentences[number]
    var found = MentionCandidate.all(
      in: sentence, number: number, mentions: named.map { ($0, mentions[$0]) },
      words: &vocabulary)
    guard !found.isEmpty else { return }
    for i in found.indices {
      found[i].gender =
        found[i].mention.flatMap { mentions[$0].entity }.flatMap(people.gender)
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
    let children = MentionCandidate.children(of: sentence)
    scorer.begin(vectors: vectors, mentions: inputs)
    for i in found.indices {
      let owner = possessor(of: found[i], children: children, in: found).map { roots[first + $0] }
      let own = modification(of: found[i], children: children, in: found)
      let link = scorer.antecedent { later, earlier, values in
        if let owner, roots[earlier] == owner { return false }
        if isSpeaker(of: candidates[later], earlier) { return false }
        if let own,
          modified[roots[earlier]]?.contains(where: {
            $0.noun == own.noun && $0.by.isDisjoint(with: own.by)
          }) == true
        {
          return false
        }
        PairFeatures.write(
          candidates[later], later, candidates[earlier], earlier,
          sentences: orders[later] - orders[earlier], in: sentence, into: &values)
        guard let gender = candidates[later].gender,
          let other = candidates[earlier].gender ?? clusterGenders[roots[earlier]]
        else { return true }
        return gender == other
      }
      settle(first + i, link, in: sentence, children: children, own: named)
      if let own { modified[roots[first + i], default: []].insert(own) }
    }
    let width = scorer.vectorWidth
    waiting.append(
      Waiting(
        sentence: number, order: sentencesRead, first: first, inputs: inputs,
        vectors: Array(UnsafeBufferPointer(start: vectors, count: sentence.tokens.count * width))))
    while let next = waiting.first, sentencesRead - next.order >= Self.delay { readRelations() }
  }

  /// Reads what is still waiting; no sentence comes after.
  mutating func finish() {
    while !waiting.isEmpty { readRelations() }
    references.sort { ($0.span, $0.id) < ($1.span, $1.id) }
    for i in references.indices { references[i].id = "r\(i + 1)" }
  }

  private mutating func readRelations() {
    let next = waiting.removeFirst()
    next.vectors.withUnsafeBufferPointer { vectors in
      if let base = vectors.baseAddress {
        addRelations(from: next.first, next.inputs, sentence: next.sentence, vectors: base)
      }
    }
  }

  /// Whether somebody would speak of himself as "he", or of whom he speaks to.
  private func isSpeaker(of candidate: MentionCandidate, _ earlier: Int) -> Bool {
    guard [.he, .she].contains(candidate.reference) else { return false }
    let other = candidates[earlier]
    if sentences[other.sentence].tokens[other.head].deprel == "vocative" { return true }
    guard let speaker = speech.speaker(candidate.sentence, candidate.head) else { return false }
    return entities[earlier] == speaker || persons[roots[earlier]] == speaker
  }

  /// Whom a word of a speech means by its speaker.
  private func spoken(_ candidate: MentionCandidate) -> EntityID? {
    guard candidate.reference.isSpoken else { return nil }
    return speech.entity(
      of: candidate.head, in: candidate.sentence,
      speaker: speech.speaker(candidate.sentence, candidate.head))
  }

  /// The mention that owns a description, before it: "his" of "his counterpart", who is somebody else.
  private func possessor(
    of description: MentionCandidate, children: [[Int]], in found: [MentionCandidate]
  ) -> Int? {
    guard description.isDescription else { return nil }
    let tokens = sentences[description.sentence].tokens
    guard let owner = children[description.head].first(where: { tokens[$0].deprel == "nmod:poss" }),
      owner < description.head
    else { return nil }
    return found.firstIndex {
      $0.words.contains(owner) && $0.words.lowerBound < description.words.lowerBound
    }
  }

  /// The noun of a description and the entities of the names before it; nil without such names.
  ///
  /// "the American capital" is not "the Tajik capital".
  private func modification(
    of description: MentionCandidate, children: [[Int]], in found: [MentionCandidate]
  ) -> Modification? {
    guard description.isDescription else { return nil }
    let tokens = sentences[description.sentence].tokens
    let entities = children[description.head].filter {
      ["amod", "compound", "nmod:poss"].contains(tokens[$0].deprel)
    }.flatMap { child in
      found.filter { $0.words.contains(child) }.compactMap {
        $0.mention.flatMap { mentions[$0].entity }
      }
    }
    return entities.isEmpty
      ? nil : Modification(noun: tokens[description.head].lemma.lowercased(), by: Set(entities))
  }

  /// Whether a description may be named later: one of several, and a source that is only quoted, stays unnamed.
  private func mayBeNamed(_ i: Int) -> Bool {
    let candidate = candidates[i]
    guard candidate.isDescription else { return true }
    let tokens = sentences[candidate.sentence].tokens
    let head = tokens[candidate.head]
    if head.deprel == "conj"
      || tokens.contains(where: { $0.head == candidate.head && $0.deprel == "conj" })
    {
      return false
    }
    let governor = head.head >= 0 ? tokens[head.head].lemma.lowercased() : ""
    return
      !(head.deprel == "nsubj"
      && ["say", "tell", "add", "report", "claim", "confirm", "note"].contains(governor))
  }

  // MARK: Links

  private mutating func settle(
    _ i: Int, _ link: (mention: Int, probability: Double)?, in sentence: Sentence,
    children: [[Int]],
    own named: [Int]
  ) {
    let candidate = candidates[i]
    let spoken = spoken(candidate)
    let own =
      candidate.mention.flatMap { mentions[$0].entity } ?? beside(i, in: sentence, children, named)
      ?? spoken
    if let spoken { addReference(i, spoken, Self.probabilityOfSpeaker, in: sentence) }
    entities.append(own)
    roots.append(i)
    clusterGenders[i] = candidate.isDescription || candidate.mention != nil ? nil : candidate.gender
    chains.append(i)
    chainMembers[i] = [i]
    if let own { chainEntities[i] = own }
    if let own, types[own] == .person { persons[i] = own }
    // Names that are one entity are one cluster, whatever the head says; so are names and what stands beside them.
    if let own {
      let earlier = lastName.updateValue(i, forKey: own)
      if let earlier {
        join(i, earlier)
        return
      }
    }
    guard let link else { return }
    let root = roots[link.mention]
    if let mine = persons[i], let theirs = persons[root], mine != theirs { return }
    let chain = chains[link.mention]
    if let own {
      if link.probability >= Self.leastProbabilityOfNaming, chainEntities[chain] == nil {
        name(chain, own, of: i, link.probability)
      }
    } else {
      if let entity = chainEntities[chain], !allows(candidate, entity) {
        // "I" of the writer and descriptions stay together, without a name.
        if candidate.reference == .firstPerson
          || candidate.isDescription && candidate.reference != .indefinite
        {
          join(i, link.mention)
        }
        return
      }
      let least =
        candidate.isDescription ? Self.leastProbabilityOfDescription : Self.leastProbability
      if link.probability >= least { extend(chain, by: i, link.probability, in: sentence) }
    }
    join(i, link.mention)
  }

  /// Puts a pronoun or description into a chain; it takes its entity.
  private mutating func extend(
    _ chain: Int, by i: Int, _ probability: Double, in sentence: Sentence
  ) {
    chains[i] = chain
    chainMembers[chain, default: []].append(i)
    chainMembers[i] = nil
    if let entity = chainEntities[chain] {
      entities[i] = entity
      addReference(i, entity, probability, in: sentence)
    }
  }

  /// Gives a chain without an entity that of a name that comes for it, where all of it is near and fits.
  private mutating func name(_ chain: Int, _ entity: EntityID, of i: Int, _ probability: Double) {
    let members = chainMembers[chain] ?? []
    guard
      members.allSatisfy({
        orders[i] - orders[$0] < Self.delay && mayBeNamed($0)
          && allows(candidates[$0], entity, asNew: true)
          && !owns(candidates[$0], nameOf: candidates[i])
      })
    else { return }
    chainEntities[chain] = entity
    for member in members {
      entities[member] = entity
      addReference(
        member, entity, probability, in: sentences[candidates[member].sentence])
    }
  }

  private mutating func join(_ i: Int, _ earlier: Int) {
    roots[i] = roots[earlier]
    if let gender = clusterGenders[i] { clusterGenders[roots[earlier]] = gender }
    if let person = persons[i], persons[roots[earlier]] == nil { persons[roots[earlier]] = person }
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

  /// Whether a word of this kind can mean an entity of this type; `asNew`: one that is named later.
  private func allows(
    _ candidate: MentionCandidate, _ entity: EntityID, asNew: Bool = false
  ) -> Bool {
    let type = types[entity]
    switch candidate.reference {
    case .he, .she: return type == .person
    case .firstPerson: return false
    case .it: return type != .person
    // "a Japanese official" is somebody new.
    case .indefinite: return asNew
    case .you, .demonstrativePronoun: return false
    default:
      return !candidate.isDescription
        || descriptions.allows(candidate.sentence, candidate.head, entity, type)
    }
  }

  /// "his son, Paul": he is not Paul.
  private func owns(_ owner: MentionCandidate, nameOf name: MentionCandidate) -> Bool {
    guard owner.sentence == name.sentence else { return false }
    let tokens = sentences[name.sentence].tokens
    guard tokens[owner.head].deprel == "nmod:poss" else { return false }
    let noun = tokens[owner.head].head
    return noun == name.head || tokens[name.head].head == noun
      || noun >= 0 && tokens[noun].head == name.head
  }

  private mutating func addReference(
    _ i: Int, _ entity: EntityID, _ probability: Double, in sentence: Sentence
  ) {
    let candidate = candidates[i]
    references.append(
      Mention(
        id: "r\(i)", span: MentionExtent.span(of: candidate, in: sentence),
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
          probability: (score.probability * 10000).rounded() / 10000, trigger: score.trigger,
          moods: MoodScores(score.moods)))
    }
  }

  // MARK: Clusters

  /// Clusters of two or more mentions, each in order of the text, by their first mention.
  ///
  /// Mentions as in OntoNotes: with the possessive mark, and with an apposition as one mention.
  func clusters() -> [[Span]] {
    var members: [Int: [Span]] = [:]
    var seen: Set<Span> = []
    for (i, root) in roots.enumerated() where !isApposition(i) {
      let span = MentionExtent.span(
        of: candidates[i], in: sentences[candidates[i].sentence], withMark: true)
      // A name inside another may have its extent; it keeps the cluster it was first put into.
      if seen.insert(span).inserted { members[root, default: []].append(span) }
    }
    return members.filter { $0.value.count > 1 }.values.map { $0.sorted() }
      .sorted { ($0.first ?? Span(0, 0)) < ($1.first ?? Span(0, 0)) }
  }

  /// Whether a mention explains another one of its cluster that holds it: "the mayor, Ana Ruiz".
  private func isApposition(_ i: Int) -> Bool {
    let tokens = sentences[candidates[i].sentence].tokens
    let head = candidates[i].head
    guard tokens[head].deprel == "appos" else { return false }
    let near = max(0, i - 30)..<min(candidates.count, i + 30)
    return near.contains {
      candidates[$0].sentence == candidates[i].sentence
        && candidates[$0].words.contains(tokens[head].head)
        && roots[$0] == roots[i]
    }
  }
}
