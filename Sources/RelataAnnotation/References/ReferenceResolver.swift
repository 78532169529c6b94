import RelataCore
import RelataLanguage

/// Decides, where it is safe, whom pronouns and descriptions stand for: the one place that does.
///
/// Rules over the trees read personal pronouns, groups named together, body nouns and titles, and offices, in
/// this order; a word that the coreference head links goes to the head's entity where no rule decided, or
/// where one entity stands against one and the head is sure. The rules alone know groups of several.
package struct ReferenceResolver {
  /// A link of this probability overrules what the rules say of the word.
  static let sureLink = 0.8
  /// How often a rule decides right.
  static let ruleScore = 0.7
  /// How often the speaker is the one named beside the quotation.
  static let speakerScore = 0.95

  private let sentences: [SentenceNames?]
  private let types: [EntityID: EntityType]
  private let nominals: NominalReferences
  private let offices: Offices
  private let speech: SpeechReferences
  private var people: DescribedPeople
  private let roles: RoleNouns
  /// The words that the head found an entity for.
  private let linked: Set<Place>

  /// A word of a document.
  private struct Place: Hashable {
    var sentence: Int
    var token: Int
  }

  /// Fills in what follows from the names of a document: the roles of its entities, and whom its pronouns
  /// and descriptions mean.
  ///
  /// Mentions, entities and the head's links must be final; what stood in `roles` and `resolved` is
  /// replaced. Furniture refers to nothing.
  ///
  /// - Parameters:
  ///   - document: Annotated but for roles and references.
  ///   - nouns: Those that give somebody a role.
  /// - Complexity: O(words); a sentence costs the square of its length.
  package static func resolve(
    _ document: inout AnnotatedDocument, roles nouns: RoleNouns = .standard
  ) {
    resolve(&document, from: ReferenceSource(document), roles: nouns)
  }

  /// The same from what has been read of the document already.
  static func resolve(
    _ document: inout AnnotatedDocument, from source: ReferenceSource,
    roles nouns: RoleNouns = .standard
  ) {
    let sentences = source.sentences
    let read = sentences.compactMap { $0 }
    let roles = RoleReader(nouns: nouns).roles(in: read)
    for i in document.entities.indices {
      document.entities[i].roles = roles[document.entities[i].id] ?? []
    }
    var resolver = ReferenceResolver(
      sentences: sentences,
      types: Dictionary(
        document.entities.map { ($0.id, $0.type) }, uniquingKeysWith: { first, _ in first }),
      nominals: NominalReferences(roles: RoleReader.nouns(roles)),
      offices: Offices(read, roles: nouns),
      speech: source.speech,
      people: source.people, roles: nouns,
      linked: Set(
        document.references.compactMap { link in
          link.tokens.first.map { Place(sentence: link.sentence, token: $0) }
        }))
    let links = document.references.filter(resolver.isPossible)
    resolver.people = resolver.people.learning(from: sureSexes(links, document.sentences))
    document.resolved = resolver.spoken(merged(resolver.byRule(), links))
    let pairs = ScoredPairs(sentences, resolved: document.resolved, roles: nouns)
    document.relations.removeAll { !pairs.agree($0) }
  }

  /// Whom the head calls "he" or "she", where it is sure.
  private static func sureSexes(
    _ links: [Mention], _ sentences: [Sentence]
  ) -> [(person: EntityID, gender: Gender)] {
    links.compactMap { link in
      guard link.kind == .pronoun, link.score >= sureLink, let person = link.entity,
        let token = link.tokens.first,
        let gender = Gender(pronoun: sentences[link.sentence].tokens[token].form)
      else { return nil }
      return (person, gender)
    }
  }

  /// For each sentence whom its words stand for by rule.
  private func byRule() -> [[Int: [EntityID]]] {
    var result = [[Int: [EntityID]]](repeating: [:], count: sentences.count)
    var history: [[Salient]] = []
    var strangers: [[Stranger]] = []
    var known: Set<Gender> = []
    for (s, names) in sentences.enumerated() {
      guard let names else { continue }
      let tree = names.tree
      var context = ReferenceContext(
        tree: tree, types: types,
        here: names.names.compactMap { name in
          name.mention.entity.map { Salient($0, at: name.head, in: tree) }
        }, history: history,
        strangers: Stranger.all(in: names, roles: roles) {
          linked.contains(Place(sentence: s, token: $0))
        },
        earlierStrangers: strangers, speakers: speakers(s, tree),
        quoted: tree.tokens.indices.map { speech.speeches.isQuoted(s, $0) }, people: people,
        known: known)
      for i in tree.tokens.indices {
        let entities = entities(of: i, names, context)
        guard !entities.isEmpty else { continue }
        result[s][i] = entities
        context.here += entities.map { Salient($0, at: i, in: tree) }
        context.strangers.removeAll { $0.token == i }
      }
      known.formUnion(context.here.compactMap { people.gender(of: $0.entity) })
      history.append(
        context.here.sorted { ($0.rank, $0.token) < ($1.rank, $1.token) })
      // No rule looks farther back.
      if history.count > 3 { history.removeFirst() }
      strangers.append(context.strangers)
      if strangers.count > 3 { strangers.removeFirst() }
    }
    return result
  }

  private func speakers(_ s: Int, _ tree: SentenceTree) -> [Int: EntityID] {
    tree.tokens.indices.reduce(into: [:]) { $0[$1] = speech.speaker(s, $1) }
  }

  /// Whether the head's link can be right: nobody speaks of himself as "he", and "I" is for the speech to say.
  private func isPossible(_ link: Mention) -> Bool {
    guard let i = link.tokens.first, let names = sentences[link.sentence] else { return true }
    if speech.isFirstPerson(i, names.tree) { return false }
    let isPerson = ["he", "she", "him", "her", "his", "hers", "himself", "herself"].contains(
      names.tree.form(i).lowercased())
    return !isPerson || speech.speaker(link.sentence, i) != link.entity
      || link.entity == nil
  }

  /// The references with those of the words by which speakers mean themselves.
  private func spoken(_ found: [ResolvedReference]) -> [ResolvedReference] {
    let known = Dictionary(
      found.map { (Place(sentence: $0.sentence, token: $0.token), $0.entities) },
      uniquingKeysWith: { first, _ in first })
    var own: [ResolvedReference] = []
    for (s, names) in sentences.enumerated() {
      guard let tree = names?.tree else { continue }
      for i in tree.tokens.indices {
        guard let spoken = speech.speeches.speaker(s, i) else { continue }
        let others = known[Place(sentence: spoken.sentence, token: spoken.token)]
        let speaker = speech.speaker(s, i) ?? (others?.count == 1 ? others?.first : nil)
        guard let entity = speech.entity(of: i, in: s, speaker: speaker) else { continue }
        own.append(
          ResolvedReference(
            sentence: s, token: i, entities: [entity], method: .rule, score: Self.speakerScore))
      }
    }
    let places = Set(own.map { Place(sentence: $0.sentence, token: $0.token) })
    return (found.filter { !places.contains(Place(sentence: $0.sentence, token: $0.token)) } + own)
      .sorted { ($0.sentence, $0.token) < ($1.sentence, $1.token) }
  }

  private func entities(
    of i: Int, _ names: SentenceNames, _ context: ReferenceContext
  ) -> [EntityID] {
    if let one = PronounRules(context: context).entity(of: i) { return [one] }
    let group = GroupReferences(context: context).entities(of: i)
    if !group.isEmpty { return group }
    let described = nominals.entity(of: i, in: context)
      .flatMap { offices.isElsewhere(i, from: $0, names) ? nil : $0 }
    return (described ?? offices.holder(i, names)).map { [$0] } ?? []
  }

  private static func merged(
    _ byRule: [[Int: [EntityID]]], _ byHead: [Mention]
  ) -> [ResolvedReference] {
    var links: [Int: [Int: Mention]] = [:]
    for link in byHead {
      if let token = link.tokens.first, link.entity != nil {
        links[link.sentence, default: [:]][token] = link
      }
    }
    return byRule.enumerated().flatMap { s, rules in
      Set(rules.keys).union((links[s] ?? [:]).keys).sorted().compactMap { token in
        let rule = rules[token]
        if let link = links[s]?[token], let entity = link.entity,
          rule.map({ $0.count == 1 && link.score >= sureLink }) ?? true
        {
          return ResolvedReference(
            sentence: s, token: token, entities: [entity], method: .head, score: link.score)
        }
        return rule.map {
          ResolvedReference(
            sentence: s, token: token, entities: $0, method: .rule, score: ruleScore)
        }
      }
    }
  }
}
