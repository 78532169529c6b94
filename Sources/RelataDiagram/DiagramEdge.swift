import RelataCore
import RelataGraph

/// An entity as drawn.
public struct DiagramNode: Sendable, Hashable {
  public var entity: Entity
  public var isFocus: Bool
  /// Steps from the nearest focus; 0 for a focus, and for all if there is none.
  public var distance: Int
  /// Neighbors of a focus that are not drawn: the "+14 more".
  public var hiddenNeighbors: Int
}

/// A line as drawn: one or more relations that say the same kind of thing in the same way.
public struct DiagramEdge: Sendable, Hashable {
  public var subject: EntityID
  public var object: EntityID
  public var family: RelationFamily
  public var isSymmetric: Bool
  /// Strongest first, at least one; all share ends, direction, polarity, status, tense and claimants.
  public var relations: [Relation]

  public var lead: Relation { relations[0] }
  public var polarity: Polarity { lead.polarity }
  public var status: AssertionStatus { lead.status }
  public var tense: TenseClass { lead.tense }
  /// Distinct sources of all its relations.
  public var sourceCount: Int { Set(relations.flatMap { $0.evidence.map(\.source) }).count }
}

/// What relations must share to be drawn as one line.
///
/// Negatives and claims thereby never melt into what a text asserts, nor the claims of two people into
/// one another.
struct LineKey: Hashable {
  var subject: EntityID
  var object: EntityID
  var family: RelationFamily
  var isSymmetric: Bool
  var polarity: Polarity
  var status: AssertionStatus
  var tense: TenseClass
  var claimants: [String]

  init(_ relation: Relation, schema: RelationSchema) {
    let type = schema[relation.type]
    subject = relation.subject
    object = relation.object
    family = type?.family ?? .other
    isSymmetric = type?.isSymmetric ?? false
    polarity = relation.polarity
    status = relation.status
    tense = relation.tense
    claimants = relation.status == .claimed ? relation.claimants : []
  }
}

extension Relation {
  /// Names of those who claim it, sorted, without duplicates.
  public var claimants: [String] { Set(evidence.compactMap { $0.attribution?.name }).sorted() }

  /// Orders by support: distinct sources, confidence, pieces of evidence; ties by id.
  func isStronger(than other: Relation) -> Bool {
    let (a, b) = (sources.count, other.sources.count)
    if a != b { return a > b }
    if confidence != other.confidence { return confidence > other.confidence }
    if evidence.count != other.evidence.count { return evidence.count > other.evidence.count }
    return id < other.id
  }
}
