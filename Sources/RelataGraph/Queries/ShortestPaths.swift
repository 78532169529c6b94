import RelataCore

/// A chain of entities, each tied to the next by evidence.
public struct GraphPath: Hashable, Sendable {
  /// One more than `steps`; first and last are the ends that were asked for.
  public var entities: [Entity]
  /// For each step the ids of all relations that tie its ends, surest first, then by id.
  public var steps: [[AssertionID]]
  /// The product of the best confidence of each step, 0…1; 1 for a path without steps.
  public var strength: Double

  /// A path with its fields.
  public init(entities: [Entity], steps: [[AssertionID]], strength: Double) {
    self.entities = entities
    self.steps = steps
    self.strength = strength
  }

  /// Number of steps.
  public var length: Int { steps.count }
}

extension KnowledgeGraph {
  /// Finds all shortest paths between two entities, along relations in either direction.
  ///
  /// By default only along what the texts say is so: negated and hypothetical relations tie nobody.
  /// Breadth-first from one end until the other is reached; then the strongest partial paths are
  /// carried along the shortest-path graph, so that a limit never costs the enumeration of all.
  ///
  /// - Parameters:
  ///   - start: One end.
  ///   - goal: The other end.
  ///   - maxLength: The greatest number of steps.
  ///   - limit: The greatest number of paths.
  ///   - filter: The relations that tie.
  ///   - avoiding: Entities that no path leads through; the ends may be among them.
  /// - Returns: Paths of one length, strongest first, then by ids. One path without steps if both ends
  ///   are the same; empty if there is none or an end is unknown.
  /// - Complexity: O(V + E + `limit` · E′ log `limit`), E′ the relations on shortest paths.
  public func shortestPaths(
    from start: EntityID, to goal: EntityID, maxLength: Int = 6, limit: Int = 10,
    filter: RelationFilter = .evidenceBacked, avoiding: Set<EntityID> = []
  ) -> [GraphPath] {
    guard let first = entity(start), entity(goal) != nil, limit > 0 else { return [] }
    if start == goal { return [GraphPath(entities: [first], steps: [], strength: 1)] }
    guard let levels = levels(from: start, to: goal, maxLength: maxLength, filter, avoiding)
    else { return [] }
    var partial: [EntityID: [PartialPath]] = [
      start: [PartialPath(ids: [start], strength: 1)]
    ]
    for level in levels {
      var next: [EntityID: [PartialPath]] = [:]
      for here in level {
        guard let paths = partial[here.from] else { continue }
        next[here.to, default: []] += paths.map { $0.extended(to: here.to, by: here.confidence) }
      }
      partial = next.mapValues { Array($0.sorted().prefix(limit)) }
    }
    return (partial[goal] ?? []).map { path in
      GraphPath(
        entities: path.ids.compactMap { entity($0) },
        steps: zip(path.ids, path.ids.dropFirst()).map { ties($0, $1, filter).map(\.id) },
        strength: path.strength)
    }
  }

  /// Finds the chains that are worth reading: the shortest ones that lead through no state or place, even if one step
  /// longer than those that do; these where there are no others.
  ///
  /// - Returns: As ``shortestPaths(from:to:maxLength:limit:filter:avoiding:)`` does.
  /// - Complexity: Three times that.
  public func tellingPaths(
    from start: EntityID, to goal: EntityID, maxLength: Int = 6, limit: Int = 10,
    filter: RelationFilter = .evidenceBacked
  ) -> [GraphPath] {
    let shortest = shortestPaths(
      from: start, to: goal, maxLength: maxLength, limit: 1, filter: filter)
    guard let length = shortest.first?.length else { return [] }
    let settings = Set(entities.filter { $0.type == .location }.map(\.id))
    let telling = shortestPaths(
      from: start, to: goal, maxLength: min(maxLength, length + 1), limit: limit, filter: filter,
      avoiding: settings)
    return telling.isEmpty
      ? shortestPaths(from: start, to: goal, maxLength: maxLength, limit: limit, filter: filter)
      : telling
  }

  /// For each distance the steps that lead one entity further; nil if the goal is not reached.
  private func levels(
    from start: EntityID, to goal: EntityID, maxLength: Int, _ filter: RelationFilter,
    _ avoiding: Set<EntityID>
  ) -> [[Step]]? {
    var seen = avoiding.union([start])
    seen.remove(goal)
    var frontier = [start]
    var levels: [[Step]] = []
    while levels.count < maxLength, !frontier.isEmpty {
      var best: [Edge: Double] = [:]
      for here in frontier {
        for relation in relations(of: here) where filter.matches(relation, schema: schema) {
          let there = relation.subject == here ? relation.object : relation.subject
          if seen.contains(there) { continue }
          let edge = Edge(from: here, to: there)
          best[edge] = max(best[edge] ?? 0, relation.confidence)
        }
      }
      levels.append(best.map { Step(from: $0.from, to: $0.to, confidence: $1) })
      let reached = Set(best.keys.map(\.to))
      if reached.contains(goal) { return levels }
      seen.formUnion(reached)
      frontier = Array(reached)
    }
    return nil
  }

  private func ties(_ a: EntityID, _ b: EntityID, _ filter: RelationFilter) -> [Relation] {
    relations(of: a)
      .filter { $0.subject == b || $0.object == b }
      .filter { filter.matches($0, schema: schema) }
      .sorted { $0.confidence != $1.confidence ? $0.confidence > $1.confidence : $0.id < $1.id }
  }
}

private struct Edge: Hashable {
  var from: EntityID
  var to: EntityID
}

private struct Step {
  var from: EntityID
  var to: EntityID
  var confidence: Double
}

private struct PartialPath: Comparable {
  var ids: [EntityID]
  var strength: Double

  func extended(to id: EntityID, by confidence: Double) -> PartialPath {
    PartialPath(ids: ids + [id], strength: strength * confidence)
  }

  static func < (a: Self, b: Self) -> Bool {
    a.strength != b.strength ? a.strength > b.strength : a.ids.lexicographicallyPrecedes(b.ids)
  }
}
