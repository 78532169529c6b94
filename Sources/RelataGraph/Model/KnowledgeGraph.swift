import RelataCore

/// Entities and the relations between them, immutable and safe to share between threads.
///
/// Entities are sorted by id, relations by id; adjacency is an index built once, O(V + E).
public struct KnowledgeGraph: Sendable {
  /// Sorted by id.
  public let entities: [Entity]
  /// Sorted by id; both ends are among the entities.
  public let relations: [Relation]
  /// What the relations mean, and which have no direction.
  public let schema: RelationSchema
  private let entityIndex: [EntityID: Int]
  private let relationIndex: [AssertionID: Int]
  /// For each entity, indices of the relations it takes part in, ascending.
  private let incidence: [[Int]]

  /// - Precondition: ids are unique.
  /// Relations whose ends are not among the entities are dropped. Who says so is counted for those that have evidence and
  /// no such counts.
  public init(
    entities: [Entity], relations: [Relation], schema: RelationSchema = .standard
  ) {
    let sorted = entities.sorted { $0.id < $1.id }
    var entityIndex: [EntityID: Int] = [:]
    entityIndex.reserveCapacity(sorted.count)
    for (i, entity) in sorted.enumerated() { entityIndex[entity.id] = i }
    let kept =
      relations
      .filter { entityIndex[$0.subject] != nil && entityIndex[$0.object] != nil }
      .map { $0.asWritten(in: schema) }
      .sorted { $0.id < $1.id }
    var relationIndex: [AssertionID: Int] = [:]
    var incidence = [[Int]](repeating: [], count: sorted.count)
    for (i, relation) in kept.enumerated() {
      relationIndex[relation.id] = i
      if let s = entityIndex[relation.subject] { incidence[s].append(i) }
      if relation.subject != relation.object, let o = entityIndex[relation.object] {
        incidence[o].append(i)
      }
    }
    self.entities = sorted
    var parties = Parties { id in entityIndex[id].map { sorted[$0] } }
    self.relations = kept.map { $0.corroborated(&parties) }
    self.schema = schema
    self.entityIndex = entityIndex
    self.relationIndex = relationIndex
    self.incidence = incidence
  }

  /// The entity of an id; nil if the graph does not hold it.
  public func entity(_ id: EntityID) -> Entity? { entityIndex[id].map { entities[$0] } }

  /// The relation of an id; nil if the graph does not hold it.
  public func relation(_ id: AssertionID) -> Relation? { relationIndex[id].map { relations[$0] } }

  /// Relations that the entity takes part in, on either side, sorted by id; empty if it is unknown.
  ///
  /// - Complexity: O(degree).
  public func relations(of id: EntityID) -> [Relation] {
    guard let i = entityIndex[id] else { return [] }
    return incidence[i].map { relations[$0] }
  }

  /// Number of relations the entity takes part in.
  public func degree(of id: EntityID) -> Int { entityIndex[id].map { incidence[$0].count } ?? 0 }
}

extension Relation {
  /// The relation with its corroboration by its evidence, unless that is known or there is none.
  fileprivate func corroborated(_ parties: inout Parties) -> Relation {
    guard corroboration == nil, !evidence.isEmpty else { return self }
    var relation = self
    relation.corroboration = Corroboration(
      evidence, fromParties: evidence.map { parties.areSource(of: $0, for: self) })
    return relation
  }
}
