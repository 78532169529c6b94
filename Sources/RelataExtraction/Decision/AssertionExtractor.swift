import RelataCore
import RelataLanguage

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
  private let minimumConfidence: Double

  /// The least confidence of an assertion unless asked otherwise: on the development articles three of
  /// four edges above it are right (`relata eval --edges --detailed` lists other thresholds).
  public static let standardConfidence = 0.5

  /// An extractor with the schema and lexicon that ship with Relata.
  ///
  /// - Parameter userRules: Trigger words and patterns to read besides; its names are found by
  ///   ``Watchlist``.
  /// - Parameter minimumConfidence: Less probable assertions are left out; what the user's own patterns
  ///   find stays.
  /// - Throws: RL3009 if a trigger word of the user's cannot be read.
  public init(
    userRules: UserRules? = nil, minimumConfidence: Double = Self.standardConfidence
  ) throws(RelataError) {
    try self.init(
      schema: .standard, lexicon: Lexicon.standard.adding(userRules?.triggers ?? []),
      patterns: userRules?.patterns ?? [], minimumConfidence: minimumConfidence)
  }

  init(
    schema: RelationSchema, lexicon: Lexicon, patterns: [SurfacePattern] = [],
    minimumConfidence: Double = Self.standardConfidence
  ) throws(RelataError) {
    self.minimumConfidence = minimumConfidence
    self.schema = schema
    self.lexicon = lexicon
    confidence = try ConfidenceTable.standard()
    rules = [
      VerbRule(), RoleNounRule(), EventNounRule(), CompoundAdjectiveRule(), PlaceRule(),
      BelongingRule(), PatternRule(patterns: patterns), RelationHeadRule(schema: schema),
    ]
  }

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
        annotated: annotated, index: $0, mentions: mentions[$0], lexicon: lexicon, types: types)
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
    return contexts.filter(isRead)
  }

  private func assertions(
    in context: SentenceContext, explanations: inout [CandidateExplanation]?
  ) -> [Assertion] {
    let moods = MoodReader(context)
    let qualifiers = QualifierReader(context)
    var seen: [Key: Int] = [:]
    var found: [Assertion] = []
    for rule in rules {
      for candidate in rule.candidates(in: context) {
        let verdict = verdict(
          on: candidate, in: context, moods: moods, recordsCues: explanations != nil)
        var outcome = qualified(verdict.outcome, candidate, qualifiers)
        if case .kept(let assertion) = outcome {
          let key = Key(assertion, isSymmetric: schema[assertion.relation]?.isSymmetric ?? false)
          if let earlier = seen[key] {
            if found[earlier].confidence < assertion.confidence,
              assertion.extractor != RelationHeadRule.name
            {
              explanations?.replace(found[earlier], with: .readBy(rule: assertion.extractor))
              found[earlier] = assertion
            } else {
              outcome = .readBy(rule: found[earlier].extractor)
            }
          } else if isReverse(assertion, of: found) {
            outcome = .objected(.otherBearer)
          } else {
            seen[key] = found.count
            found.append(assertion)
          }
        }
        explanations?.append(
          CandidateExplanation(
            candidate, mood: verdict.mood, score: verdict.score, outcome: outcome, in: context))
      }
    }
    return found
  }

  /// Relations that hold in one direction only.
  private static let oneWay: Set<RelationID> = [
    "owns", "leads", "member_of", "employed_by", "founded", "part_of", "located_in", "child_of",
    "successor_of",
    "appointed", "hired", "controls", "spokesperson_for", "represents", "advises",
  ]

  /// Whether the relation head proposes the reverse of what is read more surely.
  private func isReverse(_ assertion: Assertion, of found: [Assertion]) -> Bool {
    assertion.extractor == RelationHeadRule.name && Self.oneWay.contains(assertion.relation)
      && found.contains {
        $0.relation == assertion.relation && $0.subject == assertion.object
          && $0.object == assertion.subject && $0.confidence > assertion.confidence
      }
  }

  /// What becomes of a candidate, and what was asked on the way.
  private struct Verdict {
    var outcome: CandidateExplanation.Outcome
    var mood: Mood?
    var score: ScoreExplanation?
  }

  private func verdict(
    on candidate: Candidate, in context: SentenceContext, moods: MoodReader, recordsCues: Bool
  ) -> Verdict {
    guard let type = schema[candidate.relation] else { return Verdict(outcome: .unknownRelation) }
    guard type.allows(subject: candidate.subject.type, object: candidate.object.type) else {
      return Verdict(outcome: .typesRefused)
    }
    if let objection = candidate.objection { return Verdict(outcome: .objected(objection)) }
    if Self.withoutCollectiveObject.contains(candidate.relation),
      candidate.object.reference == .agent
    {
      return Verdict(outcome: .collectiveObject)
    }
    var mood =
      candidate.isPresupposed && !moods.isNegated(candidate.anchor)
      ? Mood() : moods.mood(of: candidate.anchor, recordsCues: recordsCues)
    if moods.isLeftOut(candidate.subject.token) != moods.isLeftOut(candidate.object.token) {
      // "Norway and Iceland, not Denmark, signed": nothing is said of Norway and Denmark.
      let way = context.tree.way(from: candidate.subject.token, to: candidate.object.token)
      if way.dropFirst().allSatisfy({ context.tree.relation($0) == "conj" || $0 == way.last }),
        !way.contains(candidate.anchor)
      {
        return Verdict(outcome: .unknownToTheText, mood: mood)
      }
      mood.negate(by: nil)
    }
    if mood.isVoid { return Verdict(outcome: .unknownToTheText, mood: mood) }
    // Who accuses somebody in what he says is not said by him to accuse.
    if candidate.relation == "accused", mood.status == .claimed,
      mood.attribution?.entity == candidate.subject.entity
    {
      (mood.status, mood.attribution) = (.asserted, nil)
    }
    if candidate.isFormer { mood.isFormer = true }
    if let status = candidate.status { mood.weaken(to: status) }
    if let scores = context.heads.moods(
      candidate.subject.entity, candidate.relation, candidate.object.entity)
    {
      if candidate.rule == RelationHeadRule.name, mood.isNegated,
        scores.negative < Mood.leastDeniable
      {
        return Verdict(outcome: .objected(.polarity), mood: mood)
      }
      mood.reconcile(
        with: scores,
        isStanding: Self.standing.contains(candidate.relation) && candidate.subject.type != .person)
    }
    let score = confidence.score(candidate, in: context)
    guard score.confidence >= minimumConfidence || candidate.precision != nil else {
      return Verdict(outcome: .belowFloor, mood: mood, score: score)
    }
    let span = context.annotated.sentences[context.index].span
    var assertion = Assertion(
      id: AssertionID(""), subject: candidate.subject.entity, relation: candidate.relation,
      object: candidate.object.entity, predicate: candidate.predicate,
      polarity: mood.isNegated ? .negative : .positive, status: mood.status,
      tense: mood.isFormer ? .former : .current, attribution: mood.attribution,
      confidence: score.confidence, extractor: candidate.rule,
      evidence: Evidence(
        sentence: context.index, span: span, subject: candidate.subject.span,
        object: candidate.object.span, trigger: context.tree.span(candidate.trigger)))
    assertion.support = Assertion.Support(
      rule: candidate.rule == RelationHeadRule.name ? nil : score.ruleScore,
      head: score.headProbability)
    return Verdict(outcome: .kept(assertion), mood: mood, score: score)
  }

  /// The outcome with when, where and how much.
  private func qualified(
    _ outcome: CandidateExplanation.Outcome, _ candidate: Candidate, _ reader: QualifierReader
  ) -> CandidateExplanation.Outcome {
    guard case .kept(var assertion) = outcome, let type = schema[candidate.relation] else {
      return outcome
    }
    let found = reader.qualifiers(of: candidate, family: type.family, status: assertion.status)
    assertion.time = found.time
    assertion.place = found.place
    assertion.amount = found.amount
    assertion.evidence.time = found.timeWords
    assertion.evidence.place = found.placeWords
    assertion.evidence.amount = found.amountWords
    return .kept(assertion)
  }

  /// Relations of places and bodies that hold whatever the clause around them is about.
  private static let standing: Set<RelationID> = ["located_in", "part_of", "other"]

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

    init(_ assertion: Assertion, isSymmetric: Bool) {
      subject = assertion.subject
      relation = assertion.relation
      object = assertion.object
      if isSymmetric, object < subject { swap(&subject, &object) }
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
