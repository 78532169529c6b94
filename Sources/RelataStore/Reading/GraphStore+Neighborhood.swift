import GRDB
import RelataCore
import RelataGraph

/// The part of a graph around some entities, and who is near.
public struct Neighborhood: Sendable {
  /// The entities asked for, their neighbors, and the relations that lead to these, with evidence.
  public var graph: KnowledgeGraph
  /// As ``KnowledgeGraph/neighbors(of:_:)`` gives it on the whole graph.
  public var neighbors: [Neighbor]

  public init(graph: KnowledgeGraph, neighbors: [Neighbor]) {
    self.graph = graph
    self.neighbors = neighbors
  }
}

extension GraphStore {
  /// Finds an entity by a name that a user typed, with the rules of ``NameIndex``.
  ///
  /// - Complexity: O(log V + entities that share the last word); O(names) if nothing fits.
  public func match(_ name: String) throws(RelataError) -> NameMatch {
    try read { db in
      let form = NameIndex.form(name)
      let ids = try String.fetchAll(
        db,
        sql: """
          SELECT id FROM entity WHERE id = ?
          UNION SELECT entityId FROM entityForm WHERE form = ? OR lastWord = ?
          """, arguments: [name, form, NameIndex.lastWord(of: form)])
      let match = NameIndex(try EntityRow.entities(Set(ids), db)).match(name)
      guard case .notFound = match else { return match }
      let names = try Row.fetchAll(
        db,
        sql: """
          SELECT form, name FROM entityForm JOIN entity ON entity.id = entityForm.entityId
          """
      ).map { (form: $0[0] as String, name: $0[1] as String) }
      return .notFound(suggestions: NameIndex.suggestions(for: form, among: names))
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
  /// - Throws: ``RelataError`` if the file cannot be read.
  /// - Complexity: O(relations of the entities nearer than the query's depth, and their evidence).
  public func neighborhood(
    of id: EntityID, _ query: NeighborQuery = NeighborQuery(), includesMutual: Bool = false
  ) throws(RelataError) -> Neighborhood {
    try read { db in
      let sketch = try Sketch(around: id.rawValue, depth: query.depth, schema: schema, db: db)
      let neighbors = sketch.graph.neighbors(of: id, query)
      var relations = Set(neighbors.flatMap(\.relationIDs))
      let ids = Set(neighbors.map(\.entity.id) + [id])
      if includesMutual {
        let mutual = try RelationRow.relations(
          """
          WHERE subjectId IN (SELECT value FROM json_each(?1))
            AND objectId IN (SELECT value FROM json_each(?1))
          """, [try JSONList.text(ids.map(\.rawValue).sorted())], db)
        relations.formUnion(mutual.filter { query.filter.matches($0, schema: schema) }.map(\.id))
      }
      let graph = try subgraph(entities: ids, relations: relations, db: db)
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

  /// Finds shortest paths as ``KnowledgeGraph/shortestPaths(from:to:maxLength:limit:filter:)`` does.
  ///
  /// - Returns: The paths, and a graph of just their entities and relations with evidence.
  /// - Throws: ``RelataError`` if the file cannot be read.
  /// - Complexity: O(V + E) without evidence.
  public func shortestPaths(
    from start: EntityID, to goal: EntityID, maxLength: Int = 6, limit: Int = 10,
    filter: RelationFilter = .evidenceBacked
  ) throws(RelataError) -> (paths: [GraphPath], graph: KnowledgeGraph) {
    try read { db in
      let relations = try RelationRow.relations("", [], db)
      let sketch = KnowledgeGraph(
        entities: Sketch.entities(of: relations, and: [start.rawValue]), relations: relations,
        schema: schema)
      let found = sketch.shortestPaths(
        from: start, to: goal, maxLength: maxLength, limit: limit, filter: filter)
      let graph = try subgraph(
        entities: Set(found.flatMap { $0.entities.map(\.id) }),
        relations: Set(found.flatMap { $0.steps.flatMap { $0 } }), db: db)
      let paths = found.map { path in
        var path = path
        path.entities = path.entities.compactMap { graph.entity($0.id) }
        return path
      }
      return (paths.filter { $0.entities.count == $0.length + 1 }, graph)
    }
  }

  private func subgraph(
    entities: Set<EntityID>, relations: Set<AssertionID>, db: Database
  ) throws -> KnowledgeGraph {
    let list = try JSONList.text(relations.map(\.rawValue).sorted())
    let evidence = try AssertionRow.evidence(
      where: "assertion.relationId IN (SELECT value FROM json_each(?))", arguments: [list], db: db)
    let rows = try RelationRow.relations(
      "WHERE id IN (SELECT value FROM json_each(?))", [list], db)
    return KnowledgeGraph(
      entities: try EntityRow.entities(Set(entities.map(\.rawValue)), db),
      relations: rows.map { row in
        var row = row
        row.evidence = evidence[row.id.rawValue] ?? []
        return row
      }, schema: schema)
  }
}

/// Relations around an entity, without evidence and with bare entities: enough to search in.
private struct Sketch {
  let graph: KnowledgeGraph

  init(around id: String, depth: Int, schema: RelationSchema, db: Database) throws {
    var relations: [AssertionID: Relation] = [:]
    var seen: Set<String> = [id]
    var frontier = [id]
    var level = 0
    while level < depth, !frontier.isEmpty {
      let rows = try RelationRow.relations(
        """
        WHERE subjectId IN (SELECT value FROM json_each(?1))
          OR objectId IN (SELECT value FROM json_each(?1))
        """, [try JSONList.text(frontier)], db)
      for row in rows { relations[row.id] = row }
      let reached = Set(rows.flatMap { [$0.subject.rawValue, $0.object.rawValue] })
      frontier = reached.subtracting(seen).sorted()
      seen.formUnion(reached)
      level += 1
    }
    let found = Array(relations.values)
    var names: [String: String] = [:]
    let rows = try Row.fetchCursor(
      db, sql: "SELECT id, name FROM entity WHERE id IN (SELECT value FROM json_each(?))",
      arguments: [try JSONList.text(seen.sorted())])
    while let row = try rows.next() { names[row[0]] = row[1] }
    graph = KnowledgeGraph(
      entities: names.map { Entity(id: EntityID($0), name: $1, type: .other) }, relations: found,
      schema: schema)
  }

  /// Nameless entities for the ends of relations.
  static func entities(of relations: [Relation], and others: [String]) -> [Entity] {
    var ids = Set(others.map { EntityID($0) })
    for relation in relations {
      ids.insert(relation.subject)
      ids.insert(relation.object)
    }
    return ids.map { Entity(id: $0, name: "", type: .other) }
  }
}
