import GRDB
import RelataCore
import RelataGraph

/// Reads entities and relations of a graph file.
///
/// What people decided to leave out is left out here, once, so that no question can forget it.
struct GraphRows {
  let db: Database
  /// Of the store that is asked.
  let decided: DecidedParts

  /// A list of values for `json_each`, which takes any number of them.
  static func list(_ ids: some Sequence<some RawRepresentable<String>>) -> JSONList {
    JSONList(ids.map(\.rawValue).sorted())
  }

  // MARK: Entities

  /// All entities with their roles and documents, by id.
  func entities() throws -> [Entity] { try entities("") }

  /// Some entities; unknown ids are left out.
  func entities(_ ids: Set<EntityID>) throws -> [Entity] {
    guard !ids.isEmpty else { return [] }
    return try entities("WHERE entity.id IN (SELECT value FROM json_each(\(Self.list(ids))))")
  }

  private func entities(_ condition: SQL) throws -> [Entity] {
    let rows = try EntityRow.fetchAll(
      db, SQLRequest(literal: "SELECT * FROM entity \(condition) ORDER BY id"))
    let roles = try lists(
      """
      SELECT DISTINCT entity.id, nameForm.form AS value FROM entity
      JOIN nameGroup ON nameGroup.entityId = entity.id
      JOIN nameForm ON nameForm.nameKey = nameGroup.nameKey AND nameForm.kind = 'role' \(condition)
      """)
    let documents = try lists(
      """
      SELECT DISTINCT entity.id, documentEntity.documentId AS value FROM entity
      JOIN nameGroup ON nameGroup.entityId = entity.id
      JOIN documentEntity ON documentEntity.nameKey = nameGroup.nameKey \(condition)
      """)
    return rows.filter { decided.shows($0.id) }.map { row in
      Entity(
        id: row.id, name: row.name, type: row.type, aliases: row.aliases.items,
        roles: (roles[row.id] ?? []).sorted(),
        documents: (documents[row.id] ?? []).sorted().map { DocumentID($0) },
        decided: decided.entities.contains(row.id), notes: decided.notes[row.id.rawValue] ?? [])
    }
  }

  /// One value of a list that belongs to an entity.
  private struct Item: FetchableRecord {
    var id: EntityID
    var value: String

    init(row: Row) throws {
      id = try row.decode(atIndex: 0)
      value = try row.decode(atIndex: 1)
    }
  }

  private func lists(_ query: SQL) throws -> [EntityID: [String]] {
    var lists: [EntityID: [String]] = [:]
    let items = try Item.fetchCursor(db, SQLRequest(literal: query))
    while let item = try items.next() { lists[item.id, default: []].append(item.value) }
    return lists
  }

  // MARK: Relations

  /// The relations that a condition selects, with the evidence given for them or none.
  func relations(
    _ condition: SQL = "", evidence: [AssertionID: [EvidenceRecord]] = [:]
  ) throws -> [Relation] {
    var relations: [Relation] = []
    let rows = try RelationRow.fetchCursor(
      db, SQLRequest(literal: "SELECT * FROM relation \(condition)"))
    while let row = try rows.next() {
      guard decided.shows(row) else { continue }
      var relation = try row.relation(evidence: evidence[row.id] ?? [])
      relation.decision = decided.decision(row)
      relation.notes = decided.notes[row.id.rawValue] ?? []
      relations.append(relation)
    }
    return relations
  }

  /// A part of the graph, the relations with their evidence.
  func subgraph(
    entities: Set<EntityID>, relations: Set<AssertionID>, schema: RelationSchema
  ) throws -> KnowledgeGraph {
    let list = Self.list(relations)
    let evidence = try EvidenceRow.evidence(
      where: "assertion.relationId IN (SELECT value FROM json_each(\(list)))", db)
    return KnowledgeGraph(
      entities: try self.entities(entities),
      relations: try self.relations(
        "WHERE id IN (SELECT value FROM json_each(\(list)))", evidence: evidence), schema: schema)
  }
}
