import RelataCore

/// Which neighbors of an entity are wanted.
public struct NeighborQuery: Hashable, Sendable {
  /// Which way relations are followed.
  public enum Direction: String, Sendable, Codable, CaseIterable {
    /// From subject to object.
    case outgoing = "out"
    /// From object to subject.
    case incoming = "in"
    case both
  }

  /// The greatest distance, in relations; below 1 nothing is found.
  public var depth: Int
  /// Symmetric relations are followed in both directions whatever this says.
  public var direction: Direction
  /// Which relations are followed.
  public var filter: RelationFilter
  /// The greatest number of neighbors; nil for all.
  public var limit: Int?

  /// A query with a filter made elsewhere.
  public init(
    depth: Int = 1, direction: Direction = .both, filter: RelationFilter = .all, limit: Int? = nil
  ) {
    self.depth = depth
    self.direction = direction
    self.filter = filter
    self.limit = limit
  }

  /// A query that states its filter; empty sets keep everything.
  public init(
    depth: Int = 1, direction: Direction = .both, relations: Set<RelationID> = [],
    families: Set<RelationFamily> = [], statuses: Set<AssertionStatus> = [],
    polarities: Set<Polarity> = [], minimumConfidence: Double = 0, limit: Int? = nil
  ) {
    self.init(
      depth: depth, direction: direction,
      filter: RelationFilter(
        relations: relations, families: families, statuses: statuses, polarities: polarities,
        minimumConfidence: minimumConfidence),
      limit: limit)
  }
}

/// An entity near another one.
public struct Neighbor: Hashable, Sendable {
  /// Who is near.
  public var entity: Entity
  /// The least number of relations between the two, at least 1.
  public var distance: Int
  /// The relations that lead here from entities one step nearer, sorted.
  public var relationIDs: [AssertionID]
  /// 1 − Π(1 − confidence) over those relations, 0…1.
  public var strength: Double

  /// A neighbor with its fields.
  public init(entity: Entity, distance: Int, relationIDs: [AssertionID], strength: Double) {
    self.entity = entity
    self.distance = distance
    self.relationIDs = relationIDs
    self.strength = strength
  }
}

extension KnowledgeGraph {
  /// Finds the entities near one, by breadth-first search over the relations the filter keeps.
  ///
  /// - Returns: Sorted by distance, then strength (greatest first), name and id; without the entity
  ///   itself. Empty if the entity is unknown.
  /// - Complexity: O(relations of the entities nearer than `depth`).
  public func neighbors(of id: EntityID, _ query: NeighborQuery = NeighborQuery()) -> [Neighbor] {
    var distance: [EntityID: Int] = [id: 0]
    var found: [Neighbor] = []
    var frontier = [id]
    var level = 1
    while level <= query.depth, !frontier.isEmpty {
      var arrivals: [EntityID: [Relation]] = [:]
      for here in frontier {
        for relation in relations(of: here) {
          guard let there = relation.end(from: here, query, schema), there != here,
            distance[there] == nil
          else { continue }
          arrivals[there, default: []].append(relation)
        }
      }
      for (there, relations) in arrivals {
        distance[there] = level
        if let neighbor = neighbor(there, level, relations) { found.append(neighbor) }
      }
      frontier = Array(arrivals.keys)
      level += 1
    }
    found.sort(by: Self.precedes)
    return query.limit.map { Array(found.prefix(max(0, $0))) } ?? found
  }

  private func neighbor(
    _ id: EntityID, _ distance: Int, _ relations: [Relation]
  ) -> Neighbor? {
    guard let entity = entity(id) else { return nil }
    let sorted = relations.sorted { $0.id < $1.id }
    return Neighbor(
      entity: entity, distance: distance, relationIDs: sorted.map(\.id),
      strength: 1 - sorted.reduce(1) { $0 * (1 - $1.confidence) })
  }

  private static func precedes(_ a: Neighbor, _ b: Neighbor) -> Bool {
    if a.distance != b.distance { return a.distance < b.distance }
    if a.strength != b.strength { return a.strength > b.strength }
    if a.entity.name != b.entity.name { return a.entity.name < b.entity.name }
    return a.entity.id < b.entity.id
  }
}

extension Relation {
  /// The other end, if a query follows this relation from one end.
  fileprivate func end(
    from here: EntityID, _ query: NeighborQuery, _ schema: RelationSchema
  ) -> EntityID? {
    guard query.filter.matches(self, schema: schema) else { return nil }
    let isForward = here == subject
    let isFollowed =
      switch query.direction {
      case .both: true
      case .outgoing: isForward
      case .incoming: !isForward
      }
    guard isFollowed || schema[type]?.isSymmetric == true else { return nil }
    return isForward ? object : subject
  }
}
