import RelataCore
import RelataLanguage

/// Reads assertions from an annotated document: proposers propose, gates decide.
///
/// Every sentence's candidates come from the `Proposer`s and go through the gates of `Gate/order`. A value
/// type without state: safe to share between threads; the same document always gives the same assertions in
/// the same order. Time is linear in the sentences.
public struct AssertionExtractor: Sendable {
  private let schema: RelationSchema
  private let lexicon: Lexicon
  private let confidence: ConfidenceTable
  private let proposers: [any Proposer]
  private let minimumConfidence: Double

  /// The least confidence of an assertion unless asked otherwise: on the development articles three of
  /// four edges above it are right (`relata eval --edges --detailed` lists other thresholds).
  public static let standardConfidence = 0.5

  /// An extractor with the lexicon that ships with Relata and what a user adds to it.
  ///
  /// - Parameters:
  ///   - schema: The relations to read. One that it adds to the shipped schema is read by the triggers and
  ///     patterns of `userRules`; what it leaves out is not read.
  ///   - userRules: Trigger words and patterns to read besides, parsed with the same schema; its names are
  ///     found by `Watchlist`.
  ///   - minimumConfidence: Less probable assertions are left out; what the user's own triggers and patterns
  ///     find stays.
  ///   - model: Which model read the references and relations that will be decided on: each has its own
  ///     table of how far it is to be trusted.
  /// - Throws: `RelataError` where the shipped table of confidences cannot be read.
  public init(
    schema: RelationSchema = .standard, userRules: UserRules? = nil,
    minimumConfidence: Double = Self.standardConfidence, model: ReadingModel = .small
  ) throws(RelataError) {
    self.schema = schema
    lexicon = Lexicon.standard.adding(userRules?.triggers ?? [])
    self.minimumConfidence = minimumConfidence
    confidence = try ConfidenceTable.standard(for: model)
    proposers =
      Self.proposers + [
        PatternRule(patterns: userRules?.patterns ?? []), RelationHeadRule(),
      ]
  }

  /// The constructions, in the order in which they are asked: of equally sure readings of one statement the
  /// first is kept.
  static let proposers: [any Proposer] = [
    VerbRule(), RoleNounRule(), EventNounRule(), CompoundAdjectiveRule(), AdjectiveRule(),
    BodyPlaceRule(), PresenceNounRule(), PresenceVerbRule(), PersonPlaceRule(), PlacePhraseRule(),
    AddressRule(), PlaceDescriptionRule(), PlaceGenitiveRule(), OwnerRule(), OfPlaceRule(),
    CompanyRule(), OwnFirmRule(), OfBodyRule(), NationalityRule(), PeopleRule(), LineRule(),
  ]

  /// Extracts the assertions of a document.
  ///
  /// A document without entities, or whose sentences are all furniture, gives none.
  public func extract(_ annotated: AnnotatedDocument) -> ExtractedDocument {
    read(annotated, explains: false).document
  }

  /// Extracts the assertions of a document and says of every sentence why it was read so.
  ///
  /// - Returns: The same document as ``extract(_:)`` gives, and one explanation a sentence, in order.
  public func explain(
    _ annotated: AnnotatedDocument
  ) -> (document: ExtractedDocument, sentences: [SentenceExplanation]) {
    read(annotated, explains: true)
  }

  private func read(
    _ annotated: AnnotatedDocument, explains: Bool
  ) -> (document: ExtractedDocument, sentences: [SentenceExplanation]) {
    let types = Dictionary(
      annotated.entities.map { ($0.id, $0.type) }, uniquingKeysWith: { first, _ in first })
    let contexts = sentenceContexts(annotated, types: types)
    var drafts: [Assertion] = []
    var candidates: [Int: [CandidateExplanation]] = [:]
    for context in contexts {
      var explanations: [CandidateExplanation]? = explains ? [] : nil
      drafts += assertions(in: context, explanations: &explanations)
      candidates[context.index] = explanations
    }
    drafts.sort(by: Self.order)
    for i in drafts.indices { drafts[i].id = AssertionID("a\(i + 1)") }
    let sentences =
      explains
      ? ExplanationAssembly(annotated: annotated, assertions: drafts)
        .sentences(contexts, candidates: candidates) : []
    return (ExtractedDocument(annotated: annotated, assertions: drafts), sentences)
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
        annotated: annotated, index: $0, mentions: mentions[$0], lexicon: lexicon, schema: schema,
        types: types)
    }
    let isRead = { (context: SentenceContext) in
      !annotated.sentences[context.index].isFurniture && context.tree.count > 0
    }
    let scores = Dictionary(grouping: annotated.relations, by: \.sentence)
    var stand = [[Mention]](repeating: [], count: contexts.count)
    for reference in annotated.references where stand.indices.contains(reference.sentence) {
      stand[reference.sentence].append(reference)
    }
    for reference in annotated.resolved where contexts.indices.contains(reference.sentence) {
      contexts[reference.sentence].references[reference.token] = reference.entities
    }
    for i in contexts.indices {
      contexts[i].heads = HeadScores(
        (scores[i] ?? []).map { OfficeConvention.applied(to: $0, in: contexts[i]) },
        names: mentions[i].map { annotated.mentions[$0] }, references: stand[i], schema: schema)
    }
    let speakers = Quotations.speakers(contexts)
    for i in contexts.indices { contexts[i].quoted = speakers[i] }
    LineReader.read(&contexts)
    contexts = contexts.filter(isRead)
    contexts.noteClearances()
    return contexts
  }

  private func assertions(
    in context: SentenceContext, explanations: inout [CandidateExplanation]?
  ) -> [Assertion] {
    let bench = Bench(
      context: context, moods: MoodReader(context), qualifiers: QualifierReader(context),
      confidence: confidence, minimumConfidence: minimumConfidence,
      recordsCues: explanations != nil)
    var kept = KeptAssertions(schema: schema)
    for proposer in proposers {
      for candidate in proposer.candidates(in: context) {
        var deliberation = Deliberation(candidate, bench, kept: kept)
        let (outcome, gate) = deliberation.decide()
        if case .kept(let assertion) = outcome, let replaced = kept.keep(assertion) {
          explanations?.replace(replaced, with: .readBy(rule: assertion.extractor))
        }
        explanations?.append(
          CandidateExplanation(
            candidate, mood: deliberation.mood, score: deliberation.score, outcome: outcome,
            gate: gate, in: context))
      }
    }
    return kept.assertions
  }

  private static func order(_ a: Assertion, _ b: Assertion) -> Bool {
    let left = (a.evidence.span, a.evidence.trigger?.start ?? 0)
    let right = (b.evidence.span, b.evidence.trigger?.start ?? 0)
    if left.0 != right.0 { return left.0 < right.0 }
    if left.1 != right.1 { return left.1 < right.1 }
    return (a.subject, a.relation, a.object) < (b.subject, b.relation, b.object)
  }
}
