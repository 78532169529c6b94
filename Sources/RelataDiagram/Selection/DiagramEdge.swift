import RelataCore
import RelataGraph

/// An entity as drawn.
public struct DiagramNode: Sendable, Hashable {
  /// Who or what is drawn.
  public var entity: Entity
  /// Whether it stands in the middle.
  public var isFocus: Bool
  /// Steps from the nearest focus; 0 for a focus, and for all if there is none.
  public var distance: Int
  /// Neighbors of a focus that are not drawn: the "+14 more".
  public var hiddenNeighbors: Int
}

/// A line as drawn: one or more relations that say the same kind of thing in the same way.
public struct DiagramEdge: Sendable, Hashable {
  /// Where the line begins.
  public var subject: EntityID
  /// Where the line ends.
  public var object: EntityID
  /// The family of all its relations, which gives its colour.
  public var family: RelationFamily
  /// Whether its relations hold both ways.
  public var isSymmetric: Bool
  /// Strongest first, at least one; all share ends, direction, polarity, status, tense,
  /// claimants, what people decided about them and how they are known to hold.
  public var relations: [Relation]

  /// The best supported relation.
  public var lead: Relation { relations[0] }
  /// That of all its relations.
  public var polarity: Polarity { lead.polarity }
  /// That of all its relations.
  public var status: AssertionStatus { lead.status }
  /// That of all its relations.
  public var tense: TenseClass { lead.tense }
  /// That of all its relations.
  public var decision: RelationDecision? { lead.decision }
  /// That of all its relations.
  public var holding: Holding? { lead.holding }
  /// Independent reports of all its relations, copies counted once; at least one.
  public var sourceCount: Int {
    relations.count == 1 ? lead.sourceCount : relations.flatMap(\.evidence).reportCount
  }
}

/// What relations must share to be drawn as one line.
///
/// Negatives and claims thereby never melt into what a text asserts, nor the claims of two people
/// into one another.
struct LineKey: Hashable {
  var subject: EntityID
  var object: EntityID
  var family: RelationFamily
  var isSymmetric: Bool
  var polarity: Polarity
  var status: AssertionStatus
  var tense: TenseClass
  var claimants: [String]
  var decision: RelationDecision?
  var holding: Holding?

  init(_ relation: Relation, schema: RelationSchema) {
    let type = schema[relation.type]
    family = type?.family ?? .other
    isSymmetric = type?.isSymmetric ?? false
    // A line without direction is one, whichever end a text names first.
    (subject, object) = relation.orderedEnds(in: schema)
    polarity = relation.polarity
    status = relation.status
    tense = relation.tense
    claimants = relation.status == .claimed ? relation.claimants : []
    decision = relation.decision
    holding = relation.holding
  }
}

extension Relation {
  /// Names of those who claim it, sorted, without duplicates; an extremely long one is cut.
  public var claimants: [String] {
    Set(evidence.compactMap { $0.attribution.map { DisplayText.key($0.name) } }).sorted()
  }

  /// How many reports of different outlets state it, copies counted once; at least one.
  package var sourceCount: Int { evidence.count == 1 ? 1 : evidence.reportCount }
}

extension [EvidenceRecord] {
  /// How many reports of different outlets they are.
  ///
  /// - Complexity: As of `Readings`.
  fileprivate var reportCount: Int { Swift.max(1, Readings(map(\.reading)).independent) }
}

/// How well a relation is supported: distinct sources, then confidence, then pieces of evidence.
struct Support: Comparable {
  private var sources: Int
  private var confidence: Double
  private var evidence: Int
  private var id: AssertionID

  /// - Complexity: O(evidence); computed once where many are compared.
  init(_ relation: Relation) {
    sources = relation.sourceCount
    confidence = relation.confidence
    evidence = relation.evidence.count
    id = relation.id
  }

  /// Less supported first; of equals, the later id.
  static func < (a: Support, b: Support) -> Bool {
    if a.sources != b.sources { return a.sources < b.sources }
    if a.confidence != b.confidence { return a.confidence < b.confidence }
    if a.evidence != b.evidence { return a.evidence < b.evidence }
    return a.id > b.id
  }
}

extension [Relation] {
  /// The relations, best supported first.
  var bySupport: [Relation] {
    count < 2 ? self : map { ($0, Support($0)) }.sorted { $0.1 > $1.1 }.map(\.0)
  }
}
