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

  private let sentences: [SentenceNames?]
  private let types: [EntityID: EntityType]
  private let nominals: NominalReferences
  private let offices: Offices

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
    var mentions = [[Mention]](repeating: [], count: document.sentences.count)
    for mention in document.mentions where mentions.indices.contains(mention.sentence) {
      mentions[mention.sentence].append(mention)
    }
    let sentences = document.sentences.enumerated().map { i, sentence in
      sentence.isFurniture || sentence.tokens.isEmpty
        ? nil : SentenceNames(SentenceTree(sentence), mentions[i])
    }
    let read = sentences.compactMap { $0 }
    let roles = RoleReader(nouns: nouns).roles(in: read)
    for i in document.entities.indices {
      document.entities[i].roles = roles[document.entities[i].id] ?? []
    }
    let resolver = ReferenceResolver(
      sentences: sentences,
      types: Dictionary(
        document.entities.map { ($0.id, $0.type) }, uniquingKeysWith: { first, _ in first }),
      nominals: NominalReferences(roles: RoleReader.nouns(roles)),
      offices: Offices(read, roles: nouns))
    document.resolved = merged(resolver.byRule(), document.references)
  }

  /// For each sentence whom its words stand for by rule.
  private func byRule() -> [[Int: [EntityID]]] {
    var result = [[Int: [EntityID]]](repeating: [:], count: sentences.count)
    var history: [[Salient]] = []
    for (s, names) in sentences.enumerated() {
      guard let names else { continue }
      let tree = names.tree
      var context = ReferenceContext(
        tree: tree, types: types,
        here: names.names.compactMap { name in
          name.mention.entity.map { Salient($0, at: name.head, in: tree) }
        }, history: history)
      for i in tree.tokens.indices {
        let entities = entities(of: i, names, context)
        guard !entities.isEmpty else { continue }
        result[s][i] = entities
        context.here += entities.map { Salient($0, at: i, in: tree) }
      }
      history.append(
        context.here.sorted { ($0.rank, $0.token) < ($1.rank, $1.token) })
      // No rule looks farther back.
      if history.count > 3 { history.removeFirst() }
    }
    return result
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
