import GRDB
import RelataCore
import RelataGraph

/// Brings entities and relations up to date with what changed, within the caller's transaction.
///
/// Only names that documents connect with the touched ones are resolved again; by the contract of
/// ``EntityResolver`` the result is the same as resolving everything.
struct GraphUpdate {
  let db: Database
  let schema: RelationSchema
  /// Names whose documents or claims changed.
  var touched: Set<NameKey> = []
  /// Documents whose assertions are new.
  var documents: Set<String> = []
  /// Relations that lost assertions.
  var relations: Set<String> = []

  mutating func run() throws {
    let closure = try ClaimGraph(db: db).closure(of: touched)
    let moved = try EntityUpdate(db: db).run(closure)
    for key in moved.sorted() {
      for column in ["subjectKey", "objectKey"] {
        try reassign("\(column) = ?", key.text)
      }
    }
    for document in documents.sorted() { try reassign("documentId = ?", document) }
    for relation in relations.sorted() { try summarize(relation) }
  }

  // MARK: - Assertions to relations

  /// Finds for each assertion of a condition the relation it supports.
  private mutating func reassign(_ condition: String, _ argument: String) throws {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT documentId, position, subject.entityId, object.entityId, assertion.type,
            predicate, polarity, status, tense, relationId, isSwapped
          FROM assertion
          JOIN nameGroup AS subject ON subject.nameKey = assertion.subjectKey
          JOIN nameGroup AS object ON object.nameKey = assertion.objectKey
          WHERE \(condition)
          """), arguments: [argument])
    for row in rows {
      guard let polarity = Polarity(rawValue: row[6]),
        let status = AssertionStatus(rawValue: row[7]), let tense = TenseClass(rawValue: row[8]),
        let subject: String = row[2], let object: String = row[3]
      else { throw AssertionRow.damaged("an assertion has unknown values") }
      let key = RelationKey(
        subject: EntityID(subject), object: EntityID(object), type: RelationID(row[4]),
        predicate: row[5], polarity: polarity, status: status, tense: tense, schema: schema)
      let old: String? = row[9]
      let new = key?.id.rawValue
      let isSwapped = key?.isSwapped ?? false
      relations.formUnion([old, new].compactMap { $0 })
      if old == new, row[10] == isSwapped { continue }
      if let key { try insertIfMissing(key) }
      try db.cachedStatement(
        sql: """
          UPDATE assertion SET relationId = ?, isSwapped = ?
          WHERE documentId = ? AND position = ?
          """
      ).execute(arguments: [new, isSwapped, row[0] as String, row[1] as Int])
    }
  }

  private func insertIfMissing(_ key: RelationKey) throws {
    try db.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO relation
          (id, subjectId, type, objectId, predicate, polarity, status, tense, confidence)
        VALUES (?, ?, ?, ?, '', ?, ?, ?, 0)
        """
    ).execute(arguments: [
      key.id.rawValue, key.subject.rawValue, key.type.rawValue, key.object.rawValue,
      key.polarity.rawValue, key.status.rawValue, key.tense.rawValue,
    ])
  }

  /// Computes confidence and predicate of a relation again; deletes it if nothing supports it.
  private func summarize(_ id: String) throws {
    let predicate = try String.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT predicate FROM assertion WHERE relationId = ?
          ORDER BY confidence DESC, documentId, "start", "end", predicate LIMIT 1
          """), arguments: [id])
    guard let predicate else {
      try db.cachedStatement(sql: "DELETE FROM relation WHERE id = ?").execute(arguments: [id])
      return
    }
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT source, max(confidence)
          FROM assertion JOIN document ON document.id = assertion.documentId
          WHERE relationId = ? GROUP BY source
          """), arguments: [id])
    var best: [String: Double] = [:]
    for row in rows { best[row[0], default: 0] = max(best[row[0]] ?? 0, row[1]) }
    try db.cachedStatement(
      sql: "UPDATE relation SET predicate = ?, confidence = ? WHERE id = ?"
    ).execute(arguments: [predicate, RelationConfidence.combined(best: best), id])
  }
}

/// Which names the documents connect.
struct ClaimGraph {
  let db: Database

  /// All names connected with some by claims in either direction, those included.
  func closure(of keys: Set<NameKey>) throws -> Set<NameKey> {
    var closure = keys
    var queue = keys.sorted()
    while let key = queue.popLast() {
      let texts = try String.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT aliasKey FROM aliasClaim WHERE nameKey = ?
            UNION SELECT nameKey FROM aliasClaim WHERE aliasKey = ?
            """), arguments: [key.text, key.text])
      for text in texts {
        guard let next = NameKey(text: text) else { throw AssertionRow.damaged("name key \(text)") }
        if closure.insert(next).inserted { queue.append(next) }
      }
    }
    return closure
  }
}
