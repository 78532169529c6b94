import RelataCore

/// Which entities a question is about.
public struct EntityChoice: Hashable, Sendable {
  /// Types to keep; empty keeps all.
  public var types: Set<EntityType>
  /// Entities to leave out, with all their relations.
  public var without: Set<EntityID>
  /// Entities that stay whatever their type: those that are asked about.
  public var kept: Set<EntityID>

  /// A choice; without arguments it keeps everything.
  public init(
    types: Set<EntityType> = [], without: Set<EntityID> = [], kept: Set<EntityID> = []
  ) {
    self.types = types
    self.without = without
    self.kept = kept
  }

  /// Whether it keeps everything.
  public var isEmpty: Bool { types.isEmpty && without.isEmpty }

  /// Whether an entity stays.
  public func keeps(_ entity: Entity) -> Bool {
    !without.contains(entity.id)
      && (types.isEmpty || types.contains(entity.type) || kept.contains(entity.id))
  }
}

extension EntityType {
  /// Whether it acts: a person, a body or a people, not a place, an event or a work.
  public var isParticipant: Bool { self == .person || self == .organization || self == .group }
}

extension KnowledgeGraph {
  /// The graph without what a choice leaves out; relations go with either end.
  ///
  /// - Complexity: O(V + E).
  public func chosen(_ choice: EntityChoice) -> KnowledgeGraph {
    if choice.isEmpty { return self }
    return KnowledgeGraph(
      entities: entities.filter(choice.keeps), relations: relations, schema: schema)
  }

  /// The graph with the relations alone that match; all entities stay.
  ///
  /// - Complexity: O(V + E).
  public func matching(_ filter: RelationFilter) -> KnowledgeGraph {
    KnowledgeGraph(
      entities: entities, relations: relations.filter { filter.matches($0, schema: schema) },
      schema: schema)
  }

  /// Entities with ties in order of what a figure should begin with: those that act before places and the like, then
  /// those with most relations, then by name and id.
  ///
  /// - Complexity: O(V log V).
  public func mostConnected() -> [Entity] {
    entities.filter { degree(of: $0.id) > 0 }.sorted { a, b in
      if a.type.isParticipant != b.type.isParticipant { return a.type.isParticipant }
      let degrees = (degree(of: a.id), degree(of: b.id))
      return degrees.0 != degrees.1
        ? degrees.0 > degrees.1 : (a.name, a.id) < (b.name, b.id)
    }
  }
}
