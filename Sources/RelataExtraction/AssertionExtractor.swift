import RelataCore

/// Reads assertions from an annotated document by rules over its dependency trees.
///
/// Rules propose; this type decides status, polarity and claimant, enforces domain and range, removes
/// duplicates and scores. A value type without state: safe to share between threads; the same
/// document always gives the same assertions in the same order. Time is linear in the sentences.
public struct AssertionExtractor: Sendable {
  private let schema: RelationSchema
  private let lexicon: Lexicon
  private let confidence: ConfidenceTable
  private let rules: [any ExtractionRule]

  /// An extractor with the schema and lexicon that ship with Relata.
  ///
  /// - Throws: nothing today; a lexicon of the user's own may fail to parse.
  public init() throws(RelataError) {
    try self.init(schema: .standard, lexicon: .standard)
  }

  init(schema: RelationSchema, lexicon: Lexicon) throws(RelataError) {
    self.schema = schema
    self.lexicon = lexicon
    confidence = try ConfidenceTable.standard()
    rules = [
      VerbRule(), RoleNounRule(), EventNounRule(), CompoundAdjectiveRule(), PlaceRule(),
      BelongingRule(),
    ]
  }

  /// Extracts the assertions of a document and fills in the roles of its entities.
  ///
  /// A document without entities, or whose sentences are all furniture, gives none.
  public func extract(_ annotated: AnnotatedDocument) -> ExtractedDocument {
    let types = Dictionary(
      annotated.entities.map { ($0.id, $0.type) }, uniquingKeysWith: { first, _ in first })
    let contexts = sentenceContexts(annotated, types: types)
    var drafts: [Assertion] = []
    for context in contexts {
      drafts += assertions(in: context)
    }
    drafts.sort(by: Self.order)
    for i in drafts.indices { drafts[i].id = AssertionID("a\(i + 1)") }
    var withRoles = annotated
    let roles = RoleReader.roles(in: contexts)
    for i in withRoles.entities.indices {
      withRoles.entities[i].roles = roles[withRoles.entities[i].id] ?? []
    }
    return ExtractedDocument(annotated: withRoles, assertions: drafts)
  }

  private func sentenceContexts(
    _ annotated: AnnotatedDocument, types: [EntityID: EntityType]
  ) -> [SentenceContext] {
    var mentions = [[Int]](repeating: [], count: annotated.sentences.count)
    for (m, mention) in annotated.mentions.enumerated()
    where mentions.indices.contains(mention.sentence) {
      mentions[mention.sentence].append(m)
    }
    var contexts = annotated.sentences.indices.map {
      SentenceContext(
        annotated: annotated, index: $0, mentions: mentions[$0], lexicon: lexicon, types: types)
    }
    let references = ReferenceResolver.references(
      in: annotated, trees: contexts.map(\.tree), heads: contexts.map(\.names), types: types,
      roles: RoleReader.nouns(in: contexts.filter { !annotated.sentences[$0.index].isFurniture }))
    for i in contexts.indices { contexts[i].references = references[i] }
    return contexts.filter {
      !annotated.sentences[$0.index].isFurniture && $0.tree.count > 0
    }
  }

  private func assertions(in context: SentenceContext) -> [Assertion] {
    let moods = MoodReader(context)
    var seen: [Key: Int] = [:]
    var found: [Assertion] = []
    for rule in rules {
      for candidate in rule.candidates(in: context) {
        guard let assertion = assertion(from: candidate, in: context, moods: moods) else { continue }
        let key = Key(assertion)
        if let earlier = seen[key] {
          if found[earlier].confidence < assertion.confidence { found[earlier] = assertion }
        } else {
          seen[key] = found.count
          found.append(assertion)
        }
      }
    }
    return found
  }

  private func assertion(
    from candidate: Candidate, in context: SentenceContext, moods: MoodReader
  ) -> Assertion? {
    guard let type = schema[candidate.relation],
      type.allows(subject: candidate.subject.type, object: candidate.object.type)
    else { return nil }
    if Self.withoutCollectiveObject.contains(candidate.relation),
      candidate.object.reference == .agent
    {
      return nil
    }
    var mood = candidate.isPresupposed ? Mood() : moods.mood(of: candidate.anchor)
    if mood.isVoid { return nil }
    if candidate.isFormer { mood.isFormer = true }
    if let status = candidate.status { mood.weaken(to: status) }
    let tree = context.tree
    let span = context.annotated.sentences[context.index].span
    let score = confidence.score(candidate, mood: mood, in: context)
    guard score >= ConfidenceTable.floor else { return nil }
    return Assertion(
      id: AssertionID(""), subject: candidate.subject.entity, relation: candidate.relation,
      object: candidate.object.entity, predicate: candidate.predicate,
      polarity: mood.isNegated ? .negative : .positive, status: mood.status,
      tense: mood.isFormer ? .former : .current, attribution: mood.attribution,
      confidence: score, extractor: candidate.rule,
      evidence: Evidence(
        sentence: context.index, span: span, subject: candidate.subject.span,
        object: candidate.object.span, trigger: tree.span(candidate.trigger)))
  }

  /// Relations that troops and officials do not stand for their state in: one travels to a country, not
  /// to its troops; forces are engaged in battle, firms for a fee.
  private static let withoutCollectiveObject: Set<RelationID> = [
    "travelled_to", "left", "located_in", "based_in", "controls", "born_in", "hired",
  ]

  /// One assertion per statement of a sentence; two rules that read the same thing agree on this key.
  private struct Key: Hashable {
    var subject: EntityID
    var relation: RelationID
    var object: EntityID

    init(_ assertion: Assertion) {
      subject = assertion.subject
      relation = assertion.relation
      object = assertion.object
    }
  }

  private static func order(_ a: Assertion, _ b: Assertion) -> Bool {
    let left = (a.evidence.span, a.evidence.trigger?.start ?? 0)
    let right = (b.evidence.span, b.evidence.trigger?.start ?? 0)
    if left.0 != right.0 { return left.0 < right.0 }
    if left.1 != right.1 { return left.1 < right.1 }
    return (a.subject, a.relation, a.object) < (b.subject, b.relation, b.object)
  }
}
