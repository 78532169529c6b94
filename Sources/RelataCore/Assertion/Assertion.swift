/// Whether the text states a relation or its absence.
public enum Polarity: String, Sendable, Codable, CaseIterable, Comparable {
  case positive, negative
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// How firmly a relation is stated.
public enum AssertionStatus: String, Sendable, Codable, CaseIterable, Comparable {
  /// By the text in its own voice.
  case asserted
  /// By somebody the text quotes, or by unnamed sources.
  case claimed
  /// As something that is to happen.
  case planned
  /// As something that might be, was sought, threatened or asked.
  case hypothetical
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// Whether a relation holds at the time of writing or held before.
public enum TenseClass: String, Sendable, Codable, CaseIterable, Comparable {
  case current, former
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// Who claims a relation.
public struct Attribution: Hashable, Sendable, Codable {
  /// The claimant if it is one of the entities.
  public var entity: EntityID?
  /// The claimant in the text's words ("two former officials"); nil only if an entity stands for it.
  public var text: String?
  /// The word that attributes: "said", "according to".
  public var cue: String
  /// Who passes the claim on, from the inside out: for "The Post reported that officials said …" the
  /// claimant is the officials, passed on by the Post.
  public var via: [Reporter]

  /// Somebody who reports what another claims; the fields are those of a claimant.
  public struct Reporter: Hashable, Sendable, Codable {
    public var entity: EntityID?
    public var text: String?
    public var cue: String

    public init(entity: EntityID?, text: String?, cue: String) {
      self.entity = entity
      self.text = text
      self.cue = cue
    }
  }

  public init(entity: EntityID?, text: String?, cue: String, via: [Reporter] = []) {
    self.entity = entity
    self.text = text
    self.cue = cue
    self.via = via
  }
}

/// The exact words that say so.
public struct Evidence: Hashable, Sendable, Codable {
  /// Index of the sentence in the document.
  public var sentence: Int
  /// The quoted span, normally the whole sentence.
  public var span: Span
  /// The words that stand for each end; nil where the sentence has none for it.
  public var subject: Span?
  public var object: Span?
  /// The words that carry the relation.
  public var trigger: Span?
  /// The words that say when, where and how much, where they belong to the same predicate.
  public var time: Span?
  public var place: Span?
  public var amount: Span?

  public init(
    sentence: Int, span: Span, subject: Span?, object: Span?, trigger: Span?, time: Span? = nil,
    place: Span? = nil, amount: Span? = nil
  ) {
    self.sentence = sentence
    self.span = span
    self.subject = subject
    self.object = object
    self.trigger = trigger
    self.time = time
    self.place = place
    self.amount = amount
  }
}

/// Subject – relation – object as one text states it.
public struct Assertion: Hashable, Sendable {
  public var id: AssertionID
  public var subject: EntityID
  public var relation: RelationID
  public var object: EntityID
  /// The open predicate phrase, lemmatised only by case: "hired", "fled to".
  public var predicate: String
  public var polarity: Polarity
  public var status: AssertionStatus
  public var tense: TenseClass
  public var attribution: Attribution?
  /// When, as an ISO 8601 date of any precision (`2021-09-06`, `2021-09`, `2021`) or an interval of two
  /// (`2010/2015`, open as `2019/..`); nil where it is not stated, or stated only relative to a date of
  /// publication that is not known.
  public var time: String?
  /// Where, as the document names the place.
  public var place: String?
  /// How much, in the text's words: "$4.5 million", "49 percent".
  public var amount: String?
  /// Calibrated, 0…1.
  public var confidence: Double
  /// Rule or head with its version: "rule.passive.v1".
  public var extractor: String
  /// What the confidence was made of; nil for assertions read back from a file.
  public var support: Support?
  public var evidence: Evidence

  /// The scores behind a confidence.
  public struct Support: Hashable, Sendable {
    /// The rule's measured precision with its deductions; nil for what the relation head alone proposed.
    public var rule: Double?
    /// The relation head's probability; nil where it did not look at the pair.
    public var head: Double?

    public init(rule: Double?, head: Double?) {
      self.rule = rule
      self.head = head
    }
  }

  public init(
    id: AssertionID, subject: EntityID, relation: RelationID, object: EntityID, predicate: String,
    polarity: Polarity = .positive, status: AssertionStatus = .asserted,
    tense: TenseClass = .current, attribution: Attribution? = nil, time: String? = nil,
    place: String? = nil, amount: String? = nil, confidence: Double, extractor: String,
    evidence: Evidence
  ) {
    self.id = id
    self.subject = subject
    self.relation = relation
    self.object = object
    self.predicate = predicate
    self.polarity = polarity
    self.status = status
    self.tense = tense
    self.attribution = attribution
    self.time = time
    self.place = place
    self.amount = amount
    self.confidence = confidence
    self.extractor = extractor
    self.evidence = evidence
  }
}
