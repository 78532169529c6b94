import RelataCore

/// One sentence that supports a relation, with everything needed to cite it.
public struct EvidenceRecord: Hashable, Sendable {
  public var document: DocumentID
  /// The outlet or file of that document.
  public var source: String
  public var title: String?
  public var published: String?
  /// Index of the sentence, and its span in scalars of the document's text.
  public var sentence: Int
  public var span: Span
  /// The words of `span`.
  public var quote: String
  public var subject: Span?
  public var object: Span?
  public var trigger: Span?
  /// The claimant in words, with the cue ("Ali Maisam Nazary, said"); nil in the text's own voice.
  public var attribution: EvidenceAttribution?
  public var time: String?
  public var place: String?
  /// How much, in the text's words.
  public var amount: String?
  public var confidence: Double
  public var extractor: String

  public init(
    document: DocumentID, source: String, title: String? = nil, published: String? = nil,
    sentence: Int, span: Span, quote: String, subject: Span? = nil, object: Span? = nil,
    trigger: Span? = nil, attribution: EvidenceAttribution? = nil, time: String? = nil,
    place: String? = nil, amount: String? = nil, confidence: Double, extractor: String
  ) {
    self.document = document
    self.source = source
    self.title = title
    self.published = published
    self.sentence = sentence
    self.span = span
    self.quote = quote
    self.subject = subject
    self.object = object
    self.trigger = trigger
    self.attribution = attribution
    self.time = time
    self.place = place
    self.amount = amount
    self.confidence = confidence
    self.extractor = extractor
  }
}

/// Who claims it, resolved to the graph.
public struct EvidenceAttribution: Hashable, Sendable {
  /// The claimant's entity, if it is one.
  public var entity: EntityID?
  /// The claimant as shown to readers: the entity's name or the text's words.
  public var name: String
  public var cue: String
  /// Who passes the claim on, in words, from the inside out.
  public var via: [String]

  public init(entity: EntityID?, name: String, cue: String, via: [String] = []) {
    self.entity = entity
    self.name = name
    self.cue = cue
    self.via = via
  }
}

/// All assertions of one kind between two entities, with their evidence: an edge of the graph.
///
/// Assertions merge when subject, type, object, polarity, status and tense agree; for the type `other`
/// the predicate must agree too.
public struct Relation: Hashable, Sendable, Identifiable {
  public var id: AssertionID
  public var subject: EntityID
  public var type: RelationID
  public var object: EntityID
  /// The open predicate of the best evidence.
  public var predicate: String
  public var polarity: Polarity
  public var status: AssertionStatus
  public var tense: TenseClass
  /// 1 − Π(1 − c) over the best evidence of each source, at most 0.99.
  public var confidence: Double
  /// At least one; sorted by document, then span.
  public var evidence: [EvidenceRecord]

  public init(
    id: AssertionID, subject: EntityID, type: RelationID, object: EntityID, predicate: String,
    polarity: Polarity, status: AssertionStatus, tense: TenseClass, confidence: Double,
    evidence: [EvidenceRecord]
  ) {
    self.id = id
    self.subject = subject
    self.type = type
    self.object = object
    self.predicate = predicate
    self.polarity = polarity
    self.status = status
    self.tense = tense
    self.confidence = confidence
    self.evidence = evidence
  }

  /// Distinct sources, sorted.
  public var sources: [String] { Set(evidence.map(\.source)).sorted() }
}
