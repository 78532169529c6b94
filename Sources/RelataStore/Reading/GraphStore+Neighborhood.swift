import GRDB
import RelataCore
import RelataGraph

/// The part of a graph around some entities, and who is near.
public struct Neighborhood: Sendable {
  /// The entities asked for, their neighbors, and the relations that lead to these, with evidence.
  public var graph: KnowledgeGraph
  /// As `KnowledgeGraph/neighbors(of:_:)` gives it on the whole graph.
  public var neighbors: [Neighbor]

  /// A part of a graph with who is near.
  public init(graph: KnowledgeGraph, neighbors: [Neighbor]) {
    self.graph = graph
    self.neighbors = neighbors
  }
}

extension GraphStore {
  /// Finds an entity by a name that a user typed, with the rules of `NameIndex`.
  ///
  /// - Complexity: O(log V + entities that share the last word); O(names) if nothing fits.
  public func match(_ name: String) throws(RelataError) -> NameMatch {
    try read { db in
      let form = NameIndex.form(name)
      let ids = try EntityID.fetchSet(
        db,
        SQLRequest(
          literal: """
            SELECT id FROM entity WHERE id = \(name)
            UNION SELECT entityId FROM entityForm
            WHERE form = \(form) OR lastWord = \(NameIndex.lastWord(of: form))
            """))
      let rows = try rows(db)
      let match = NameIndex(try rows.entities(ids)).match(name)
      guard case .notFound = match else { return match }
      let names = try NamedForm.fetchAll(
        db,
        SQLRequest(
          literal: """
            SELECT id, form, name FROM entityForm JOIN entity ON entity.id = entityForm.entityId
            """)
      ).filter { rows.decided.shows($0.id) }
      return .notFound(
        suggestions: NameIndex.suggestions(for: form, among: names.map { ($0.form, $0.name) }))
    }
  }

  /// People who bear a single word as their last name, besides one: who else may be meant by it.
  ///
  /// - Returns: By id; nobody for a name of several words.
  /// - Complexity: O(entities that share the last word).
  public func namesakes(of name: String, besides id: EntityID) throws(RelataError) -> [Entity] {
    let form = NameIndex.form(name)
    guard !form.isEmpty, !form.contains(" ") else { return [] }
    return try read { db in
      let ids = try EntityID.fetchSet(
        db, SQLRequest(literal: "SELECT entityId FROM entityForm WHERE lastWord = \(form)"))
      return try rows(db).entities(ids.subtracting([id])).filter { $0.type == .person }
    }
  }

  /// Loads what is near an entity, and only that.
  ///
  /// - Parameters:
  ///   - id: The entity in the middle.
  ///   - query: Who counts as near.
  ///   - includesMutual: Whether the graph also holds the relations among the neighbors that the
  ///     query's filter keeps, as a diagram wants them.
  /// - Returns: Empty if the entity is unknown.
  /// - Throws: `RelataError` if the file cannot be read.
  /// - Complexity: O(relations of the entities nearer than the query's depth, and their evidence).
  public func neighborhood(
    of id: EntityID, _ query: NeighborQuery = NeighborQuery(), includesMutual: Bool = false
  ) throws(RelataError) -> Neighborhood {
    try read { db in
      let rows = try rows(db)
      let sketch = try Sketch(around: id, depth: query.depth, schema: schema, rows: rows)
      let neighbors = sketch.graph.neighbors(of: id, query)
      var relations = Set(neighbors.flatMap(\.relationIDs))
      let ids = Set(neighbors.map(\.entity.id) + [id])
      if includesMutual {
        let list = GraphRows.list(ids)
        let mutual = try rows.relations(
          """
          WHERE subjectId IN (SELECT value FROM json_each(\(list)))
            AND objectId IN (SELECT value FROM json_each(\(list)))
          """)
        relations.formUnion(mutual.filter { query.filter.matches($0, schema: schema) }.map(\.id))
      }
      let graph = try rows.subgraph(entities: ids, relations: relations, schema: schema)
      return Neighborhood(
        graph: graph,
        neighbors: neighbors.compactMap { neighbor in
          graph.entity(neighbor.entity.id).map { entity in
            var neighbor = neighbor
            neighbor.entity = entity
            return neighbor
          }
        })
    }
  }

  /// Finds paths as `KnowledgeGraph/tellingPaths(from:to:maxLength:limit:filter:)` does.
  ///
  /// - Returns: The paths, and a graph of just their entities and relations with evidence.
  /// - Throws: `RelataError` if the file cannot be read.
  /// - Complexity: O(V + E) without evidence.
  public func shortestPaths(
    from start: EntityID, to goal: EntityID, maxLength: Int = 6, limit: Int = 10,
    filter: RelationFilter = .evidenceBacked
  ) throws(RelataError) -> (paths: [GraphPath], graph: KnowledgeGraph) {
    try read { db in
      let rows = try rows(db)
      let relations = try rows.relations()
      let sketch = KnowledgeGraph(
        entities: try Sketch.entities(of: relations, and: start, db), relations: relations,
        schema: schema)
      let found = sketch.tellingPaths(
        from: start, to: goal, maxLength: maxLength, limit: limit, filter: filter)
      let graph = try rows.subgraph(
        entities: Set(found.flatMap { $0.entities.map(\.id) }),
        relations: Set(found.flatMap { $0.steps.flatMap { $0 } }), schema: schema)
      let paths = found.map { path in
        var path = path
        path.entities = path.entities.compactMap { graph.entity($0.id) }
        return path
      }
      return (paths.filter { $0.entities.count == $0.length + 1 }, graph)
    }
  }
}

/// A form of a name with the entity's name, for suggestions.
private struct NamedForm: Decodable, FetchableRecord {
  var id: EntityID
  var form: String
  var name: String
}

/// An entity with its type alone.
private struct TypedEntity: Decodable, FetchableRecord {
  var id: EntityID
  var type: EntityType
}

/// Relations around an entity, without evidence and with bare entities: enough to search in.
private struct Sketch {
  let graph: KnowledgeGraph

  init(around id: EntityID, depth: Int, schema: RelationSchema, rows: GraphRows) throws {
    var relations: [AssertionID: Relation] = [:]
    var seen: Set<EntityID> = [id]
    var frontier: Set<EntityID> = [id]
    var level = 0
    while level < depth, !frontier.isEmpty {
      let list = GraphRows.list(frontier)
      let found = try rows.relations(
        """
        WHERE subjectId IN (SELECT value FROM json_each(\(list)))
          OR objectId IN (SELECT value FROM json_each(\(list)))
        """)
      for relation in found { relations[relation.id] = relation }
      let reached = Set(found.flatMap { [$0.subject, $0.object] })
      frontier = reached.subtracting(seen)
      seen.formUnion(reached)
      level += 1
    }
    let known = try EntityRow.fetchAll(
      rows.db,
      SQLRequest(
        literal: """
          SELECT * FROM entity WHERE id IN (SELECT value FROM json_each(\(GraphRows.list(seen))))
          """))
    graph = KnowledgeGraph(
      entities: known.map { Entity(id: $0.id, name: $0.name, type: .other) },
      relations: Array(relations.values), schema: schema)
  }

  /// Nameless entities for the ends of relations, and one more, with their types.
  static func entities(
    of relations: [Relation], and other: EntityID, _ db: Database
  ) throws -> [Entity] {
    var ids: Set<EntityID> = [other]
    for relation in relations {
      ids.insert(relation.subject)
      ids.insert(relation.object)
    }
    var types: [EntityID: EntityType] = [:]
    let rows = try TypedEntity.fetchCursor(
      db, SQLRequest(literal: "SELECT id, type FROM entity"))
    while let row = try rows.next() { types[row.id] = row.type }
    return ids.map { Entity(id: $0, name: "", type: types[$0] ?? .other) }
  }
}
