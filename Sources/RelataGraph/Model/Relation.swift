import RelataCore

/// What a person decided about a relation.
public enum RelationDecision: String, Sendable, Codable, CaseIterable {
  /// Somebody holds it to be right.
  case confirmed
  /// It is wrongly read, or wrong.
  case rejected
  /// It, or one of its ends, is not to be shown.
  case hidden
}

/// All assertions of one kind between two entities, with their evidence: an edge of the graph.
///
/// Assertions merge when subject, type, object, polarity, status and tense agree; for the type `other`
/// the predicate must agree too.
public struct Relation: Hashable, Sendable, Codable, Identifiable {
  /// What ties the two, a relation of the schema.
  public var type: RelationID
  /// Made from what its assertions agree in.
  public var id: AssertionID
  /// Who does it; of a symmetric relation the end that its first quote names first.
  public var subject: EntityID
  /// To whom or what.
  public var object: EntityID
  /// The open predicate of the best evidence.
  public var predicate: String
  /// Whether the texts say that it is so or that it is not.
  public var polarity: Polarity
  /// How firmly they say so.
  public var status: AssertionStatus
  /// Whether it holds or held before.
  public var tense: TenseClass
  /// How surely it was read: 1 − Π(1 − c) over the surest sentence of each independent report, at most 0.99.
  public var confidence: Double
  /// How well it is supported; nil where the graph was loaded without evidence.
  public var corroboration: Corroboration?
  /// At least one; sorted by document, then span.
  ///
  /// Empty where a graph was loaded without evidence.
  public var evidence: [EvidenceRecord]
  /// What a person decided about it; nil where nobody did.
  public var decision: RelationDecision?
  /// What people noted about it, in order.
  public var notes: [String]
  /// How it is known to hold at the time that was asked for; nil where none was.
  public var holding: Holding?

  /// Its members in the order in which they are published.
  private enum CodingKeys: String, CodingKey {
    case id, subject
    case type = "relation"
    case object, predicate, polarity, status, tense, confidence, corroboration, decision, notes,
      holding, evidence
  }

  /// Distinct sources, sorted.
  public var sources: [String] { Set(evidence.map(\.source)).sorted() }
}

extension Relation {
  // In an extension, and in another order, so that the memberwise initialiser stays: rewriting texts by
  // it does not compile before a new field is decided.

  /// A relation with its fields; a graph that takes it in counts who says so, where that is not given.
  public init(
    id: AssertionID, subject: EntityID, type: RelationID, object: EntityID, predicate: String,
    polarity: Polarity, status: AssertionStatus, tense: TenseClass, confidence: Double,
    corroboration: Corroboration? = nil, evidence: [EvidenceRecord],
    decision: RelationDecision? = nil, notes: [String] = [], holding: Holding? = nil
  ) {
    self.init(
      type: type, id: id, subject: subject, object: object, predicate: predicate,
      polarity: polarity, status: status, tense: tense, confidence: confidence,
      corroboration: corroboration, evidence: evidence, decision: decision, notes: notes,
      holding: holding)
  }
}

extension Relation {
  /// Reads the published form; one of before people decided has no such members.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      type: try container.decode(RelationID.self, forKey: .type),
      id: try container.decode(AssertionID.self, forKey: .id),
      subject: try container.decode(EntityID.self, forKey: .subject),
      object: try container.decode(EntityID.self, forKey: .object),
      predicate: try container.decode(String.self, forKey: .predicate),
      polarity: try container.decode(Polarity.self, forKey: .polarity),
      status: try container.decode(AssertionStatus.self, forKey: .status),
      tense: try container.decode(TenseClass.self, forKey: .tense),
      confidence: try container.decode(Double.self, forKey: .confidence),
      corroboration: try container.decodeIfPresent(Corroboration.self, forKey: .corroboration),
      evidence: try container.decode([EvidenceRecord].self, forKey: .evidence),
      decision: try container.decodeIfPresent(RelationDecision.self, forKey: .decision),
      notes: try container.decodeIfPresent([String].self, forKey: .notes) ?? [],
      holding: try container.decodeIfPresent(Holding.self, forKey: .holding))
  }
}

extension Relation {
  /// A symmetric relation with its ends in the order of its first quote.
  ///
  /// Stored with the first id first, so that both sides give one relation; shown as the text has it, because who
  /// promised to fight whom is not to be turned round. Another relation, and one without spans, stays as it is.
  func asWritten(in schema: RelationSchema) -> Relation {
    guard schema[type]?.isSymmetric == true, let first = evidence.first,
      let one = first.subject, let other = first.object, other.start < one.start
    else { return self }
    var turned = self
    (turned.subject, turned.object) = (object, subject)
    for i in turned.evidence.indices {
      (turned.evidence[i].subject, turned.evidence[i].object) = (
        evidence[i].object, evidence[i].subject
      )
    }
    return turned
  }
}

extension Relation {
  /// The two ends, of a symmetric relation in one order whichever a text names first.
  package func orderedEnds(
    in schema: RelationSchema
  ) -> (subject: EntityID, object: EntityID) {
    schema.isTurned(type, from: subject, to: object) ? (object, subject) : (subject, object)
  }
}
