import GRDB
import RelataCore
import RelataLanguage
import RelataGraph

/// Writes the rows of one document and notes what they touch.
struct DocumentInsertion {
  let db: Database
  let extracted: ExtractedDocument
  let digest: String
  let producer: String

  private var document: Document { extracted.annotated.document }

  func run(update: inout GraphUpdate) throws {
    try db.execute(
      literal: """
        INSERT INTO document (id, source, title, published, sha256, digest, producer)
        VALUES (\(document.id.rawValue), \(document.source), \(document.title),
          \(document.published), \(document.sha256), \(digest), \(producer))
        """)
    try db.execute(
      literal: """
        INSERT INTO documentText (documentId, text)
        VALUES (\(document.id.rawValue), \(document.text.string))
        """)
    var keys: [EntityID: NameKey] = [:]
    var names: [EntityID: String] = [:]
    for entity in extracted.annotated.entities {
      names[entity.id] = entity.name
      guard entity.type.isNode else { continue }
      let key = NameKey(entity.name, type: entity.type)
      keys[entity.id] = key
      try insert(entity, key: key, update: &update)
    }
    for (position, assertion) in extracted.assertions.enumerated() {
      guard let subject = keys[assertion.subject], let object = keys[assertion.object] else {
        continue
      }
      let claimant = assertion.attribution?.entity.flatMap { keys[$0] }
      let wording = assertion.attribution.map { $0.wording(localNames: names) }
      try AssertionRow.insert(
        assertion, position: position, document: document, subject: subject, object: object,
        claimant: claimant, wording: wording,
        via: assertion.attribution?.reporters(localNames: names) ?? [], db: db)
    }
    update.documents.insert(document.id.rawValue)
  }

  private func insert(
    _ entity: DocumentEntity, key: NameKey, update: inout GraphUpdate
  ) throws {
    update.touched.insert(key)
    try db.execute(literal: "INSERT OR IGNORE INTO nameGroup (nameKey) VALUES (\(key.text))")
    try db.execute(
      literal: """
        INSERT INTO documentEntity (documentId, localId, nameKey, name, type, aliases, roles)
        VALUES (\(document.id.rawValue), \(entity.id.rawValue), \(key.text), \(entity.name),
          \(entity.type.rawValue), \(JSONList.text(entity.aliases)), \(JSONList.text(entity.roles)))
        """)
    for (kind, form) in NameForms.of(entity) {
      try NameForms.increment(key, kind, form, db)
    }
    for claim in NameGroup.claims(of: entity, key: key) {
      update.touched.insert(claim)
      try db.execute(
        literal: """
          INSERT OR IGNORE INTO aliasClaim (nameKey, aliasKey, documentId)
          VALUES (\(key.text), \(claim.text), \(document.id.rawValue))
          """)
    }
  }
}

/// Deletes the rows of one document and notes what they touched.
enum DocumentRemoval {
  static func remove(_ id: DocumentID, update: inout GraphUpdate) throws {
    let db = update.db
    let rows = try Row.fetchAll(
      db,
      sql: "SELECT localId, name, type, aliases, roles FROM documentEntity WHERE documentId = ?",
      arguments: [id.rawValue])
    for row in rows {
      guard let type = EntityType(rawValue: row["type"]) else { continue }
      let entity = DocumentEntity(
        id: EntityID(row["localId"]), name: row["name"], type: type,
        aliases: try JSONList.parse(row["aliases"]), roles: try JSONList.parse(row["roles"]))
      let key = NameKey(entity.name, type: type)
      update.touched.insert(key)
      update.touched.formUnion(NameGroup.claims(of: entity, key: key))
      for (kind, form) in NameForms.of(entity) { try NameForms.decrement(key, kind, form, db) }
    }
    let relations = try String.fetchAll(
      db,
      sql: "SELECT DISTINCT relationId FROM assertion WHERE documentId = ? AND relationId NOT NULL",
      arguments: [id.rawValue])
    update.relations.formUnion(relations)
    try db.execute(sql: "DELETE FROM document WHERE id = ?", arguments: [id.rawValue])
  }
}

/// How often each written form and role of a name occurs, so that no update counts documents.
enum NameForms {
  static func of(_ entity: DocumentEntity) -> [(kind: String, form: String)] {
    [("name", TextFolding.composed(entity.name))]
      + entity.aliases.map { ("alias", TextFolding.composed($0)) }
      + entity.roles.map { ("role", TextFolding.composed($0)) }
  }

  static func increment(_ key: NameKey, _ kind: String, _ form: String, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO nameForm (nameKey, kind, form, count) VALUES (?, ?, ?, 1)
        ON CONFLICT (nameKey, kind, form) DO UPDATE SET count = count + 1
        """
    ).execute(arguments: [key.text, kind, form])
  }

  static func decrement(_ key: NameKey, _ kind: String, _ form: String, _ db: Database) throws {
    try db.cachedStatement(
      sql: "DELETE FROM nameForm WHERE nameKey = ? AND kind = ? AND form = ? AND count = 1"
    ).execute(arguments: [key.text, kind, form])
    guard db.changesCount == 0 else { return }
    try db.cachedStatement(
      sql: "UPDATE nameForm SET count = count - 1 WHERE nameKey = ? AND kind = ? AND form = ?"
    ).execute(arguments: [key.text, kind, form])
  }
}
