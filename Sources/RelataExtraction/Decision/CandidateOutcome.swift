import RelataCore

/// What a construction has against a proposal.
public enum Objection: String, Hashable, Sendable, CaseIterable {
  /// An end takes part in another clause: "thanked Stark and flew to Vienna".
  case otherClause
  /// An adjective tells where somebody comes from: "a U.S. company".
  case origin
  /// Somebody else bears the role: "Iran's president met Assad".
  case otherBearer
  /// A deputy does not lead.
  case subordinate
  /// Rules and head disagree on whether it is denied.
  case polarity
  /// The ends stand in different cells of a table, whose head says what its columns are.
  case otherCell
  /// "The elder Massoud": another of the same family name may be meant.
  case namesake
}

/// What became of a proposal.
public enum CandidateOutcome: Hashable, Sendable {
  case kept(Assertion)
  /// The schema has no such relation.
  case unknownRelation
  /// The types of the ends do not fit the relation.
  case typesRefused
  /// The construction gives an end another part; of proposals of the relation head alone.
  case objected(Objection)
  /// Troops or officials do not stand for their state as an object of this relation.
  case collectiveObject
  /// The text says that it does not know ("no evidence that …").
  case unknownToTheText
  /// Too uncertain to be reported.
  case belowFloor
  /// Another rule read the same, with at least this confidence.
  case readBy(rule: String)

  /// Why it was dropped, in words; nil for what was kept.
  public var reason: String? {
    switch self {
    case .kept: nil
    case .unknownRelation: "the schema has no such relation"
    case .typesRefused: "the types of the ends do not fit"
    case .objected(.otherClause): "an end takes part in another clause"
    case .objected(.origin): "an adjective of origin does not act for its state"
    case .objected(.otherBearer): "the role is somebody else's"
    case .objected(.subordinate): "a deputy does not lead"
    case .objected(.polarity): "rules and relation head disagree on whether it is denied"
    case .objected(.otherCell): "the ends stand in different cells of a table"
    case .objected(.namesake): "another of the same name may be meant"
    case .collectiveObject: "here people do not stand for their state"
    case .unknownToTheText: "the text says that it does not know"
    case .belowFloor: "too uncertain"
    case .readBy(let rule): "read already, at least as surely, by \(rule)"
    }
  }
}

/// A status and how sure the relation head is of it, 0…1, where it replaces that of the cues.
public struct StatusRevision: Hashable, Sendable {
  /// The status that stands now.
  public var status: AssertionStatus
  /// How sure the head is of it, 0…1.
  public var probability: Double
}
