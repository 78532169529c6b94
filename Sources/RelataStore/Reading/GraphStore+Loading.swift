import GRDB
import RelataCore
import RelataGraph

/// A document as the graph file lists it.
public struct StoredDocument: Hashable, Sendable {
  public var id: DocumentID
  public var source: String
  public var title: String?
  public var published: String?
  public var sha256: String
  public var producer: String
}

extension GraphStore {
  /// Loads the whole graph.
  ///
  /// - Parameter includesEvidence: False leaves the relations' evidence empty, which is several times
  ///   faster and enough for counting, searching and ranking.
  /// - Returns: The graph, empty if no document was added.
  /// - Throws: ``RelataError`` RL4004 or RL4008 if the file cannot be read.
  /// - Complexity: O(entities + relations + evidence).
  public func loadGraph(includesEvidence: Bool = true) throws(RelataError) -> KnowledgeGraph {
    try read { db in
      let evidence =
        includesEvidence
        ? try AssertionRow.evidence(
          where: "assertion.relationId NOT NULL", arguments: [], db: db)
        : [:]
      return KnowledgeGraph(
        entities: try EntityRow.all(db), relations: try RelationRow.all(db, evidence: evidence),
        schema: schema)
    }
  }

  /// Counts what the file holds, documents that name nobody included.
  ///
  /// `evidence` counts assertions, so that a sentence which two rules read alike counts twice.
  ///
  /// - Complexity: O(V + E); evidence is only counted.
  public func statistics() throws(RelataError) -> GraphStatistics {
    var statistics = try loadGraph(includesEvidence: false).statistics()
    let counts = try read { db in
      try [
        "SELECT count(*) FROM document",
        "SELECT count(*) FROM assertion WHERE relationId NOT NULL",
        """
        SELECT count(*) FROM (
          SELECT DISTINCT source FROM document WHERE EXISTS (
            SELECT 1 FROM assertion
            WHERE documentId = document.id AND relationId NOT NULL))
        """,
      ].map { try Int.fetchOne(db, sql: $0) ?? 0 }
    }
    (statistics.documents, statistics.evidence, statistics.sources) = (
      counts[0], counts[1], counts[2]
    )
    return statistics
  }

  /// The documents of the graph, sorted by id.
  public func documents() throws(RelataError) -> [StoredDocument] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: "SELECT id, source, title, published, sha256, producer FROM document ORDER BY id"
      ).map { row in
        StoredDocument(
          id: DocumentID(row[0]), source: row[1], title: row[2], published: row[3], sha256: row[4],
          producer: row[5])
      }
    }
  }

  /// The text of a document as it was read; nil if the graph does not hold it.
  public func text(of id: DocumentID) throws(RelataError) -> SourceText? {
    try read { db in
      try String.fetchOne(
        db, sql: "SELECT text FROM documentText WHERE documentId = ?", arguments: [id.rawValue])
    }.map { SourceText($0) }
  }
}

/// Reading entities.
enum EntityRow {
  static func all(_ db: Database) throws -> [Entity] {
    try entities("", [], db)
  }

  static func entities(_ ids: Set<String>, _ db: Database) throws -> [Entity] {
    guard !ids.isEmpty else { return [] }
    return try entities(
      "WHERE entity.id IN (SELECT value FROM json_each(?))", [try JSONList.text(ids.sorted())], db)
  }

  private static func entities(
    _ condition: String, _ arguments: StatementArguments, _ db: Database
  ) throws -> [Entity] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT id, name, type, aliases FROM entity \(condition) ORDER BY id",
      arguments: arguments)
    let roles = try lists(
      """
      SELECT DISTINCT entity.id, nameForm.form FROM entity
      JOIN nameGroup ON nameGroup.entityId = entity.id
      JOIN nameForm ON nameForm.nameKey = nameGroup.nameKey AND nameForm.kind = 'role' \(condition)
      """, arguments, db)
    let documents = try lists(
      """
      SELECT DISTINCT entity.id, documentEntity.documentId FROM entity
      JOIN nameGroup ON nameGroup.entityId = entity.id
      JOIN documentEntity ON documentEntity.nameKey = nameGroup.nameKey \(condition)
      """, arguments, db)
    return try rows.map { row in
      let id: String = row[0]
      guard let type = EntityType(rawValue: row[2]) else {
        throw AssertionRow.damaged("entity \(id) has an unknown type")
      }
      return Entity(
        id: EntityID(id), name: row[1], type: type, aliases: try JSONList.parse(row[3]),
        roles: (roles[id] ?? []).sorted(),
        documents: (documents[id] ?? []).sorted().map { DocumentID($0) })
    }
  }

  private static func lists(
    _ sql: String, _ arguments: StatementArguments, _ db: Database
  ) throws -> [String: [String]] {
    var lists: [String: [String]] = [:]
    let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
    while let row = try rows.next() { lists[row[0], default: []].append(row[1]) }
    return lists
  }
}

/// Reading relations.
enum RelationRow {
  static let columns = """
    id, subjectId, type, objectId, predicate, polarity, status, tense, confidence
    """

  static func all(_ db: Database, evidence: [String: [EvidenceRecord]]) throws -> [Relation] {
    try relations("", [], db).map { relation in
      var relation = relation
      relation.evidence = evidence[relation.id.rawValue] ?? []
      return relation
    }
  }

  /// Relations without their evidence.
  static func relations(
    _ condition: String, _ arguments: StatementArguments, _ db: Database
  ) throws -> [Relation] {
    var relations: [Relation] = []
    let rows = try Row.fetchCursor(
      db, sql: "SELECT \(columns) FROM relation \(condition)", arguments: arguments)
    while let row = try rows.next() { relations.append(try relation(row)) }
    return relations
  }

  private static func relation(_ row: Row) throws -> Relation {
    guard let polarity = Polarity(rawValue: row[5]), let status = AssertionStatus(rawValue: row[6]),
      let tense = TenseClass(rawValue: row[7])
    else { throw AssertionRow.damaged("relation \(row[0] as String) has unknown values") }
    return Relation(
      id: AssertionID(row[0]), subject: EntityID(row[1]), type: RelationID(row[2]),
      object: EntityID(row[3]), predicate: row[4], polarity: polarity, status: status,
      tense: tense, confidence: row[8], evidence: [])
  }
}
