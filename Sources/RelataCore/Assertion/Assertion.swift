/// Whether the text states a relation or its absence.
public enum Polarity: String, Sendable, Codable, CaseIterable, Comparable {
  /// That it is so, that it is not.
  case positive, negative

  /// Orders by name, so that lists have one order.
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

  /// Orders by name, so that lists have one order.
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// Whether a relation holds at the time of writing or held before.
public enum TenseClass: String, Sendable, Codable, CaseIterable, Comparable {
  /// At the time of writing, and before.
  case current, former

  /// Orders by name, so that lists have one order.
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// Subject – relation – object as one text states it.
///
/// Its coded form is the published one, in the order of its fields.
public struct Assertion: Hashable, Sendable, Codable {
  /// Local to the document: "a1".
  public var id: AssertionID
  /// Who does it, one of the document's entities.
  public var subject: EntityID
  /// What it is, a relation of the schema.
  public var relation: RelationID
  /// To whom or what, one of the document's entities.
  public var object: EntityID
  /// The open predicate phrase, lemmatised only by case: "hired", "fled to".
  public var predicate: String
  /// Whether the text says that it is so or that it is not.
  public var polarity: Polarity
  /// How firmly the text says so.
  public var status: AssertionStatus
  /// Whether it holds at the time of writing or held before.
  public var tense: TenseClass
  /// Who claims it; nil where the text speaks in its own voice.
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
  /// What the confidence was made of; nil where it is not known.
  public var support: Support?
  /// The words that say so.
  public var evidence: Evidence

  /// The scores behind a confidence.
  public struct Support: Hashable, Sendable, Codable {
    /// The rule's measured precision with its deductions; nil for what the relation head alone proposed.
    public var rule: Double?
    /// The relation head's probability; nil where it did not look at the pair.
    public var head: Double?

    /// Scores of both, where there are any.
    public init(rule: Double?, head: Double?) {
      self.rule = rule
      self.head = head
    }
  }

  /// An assertion with its fields, without `support`.
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
