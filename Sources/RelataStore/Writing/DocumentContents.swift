import GRDB
import RelataCore
import RelataGraph

/// What a document adds to the tables of names and relations, as rows: all that is undone where it goes.
struct DocumentContents: Codable {
  var entities: [DocumentEntityRow] = []
  /// In order of their keys.
  var bearers: [BearerRow] = []
  var assertions: [AssertionRow] = []
  /// By which copies are found.
  var shingles: [UInt32] = []
  var bands: [Int64] = []

  /// What a document of the graph added, as it was read.
  init(of id: DocumentID, _ db: Database) throws {
    let read = try String.fetchOne(
      db, SQLRequest(literal: "SELECT contents FROM retypedDocument WHERE documentId = \(id)"))
    if let read {
      self = try DocumentContents(text: read, "what a document says as it was read")
      return
    }
    entities = try DocumentEntityRow.fetchAll(
      db, SQLRequest(literal: "SELECT * FROM documentEntity WHERE documentId = \(id)"))
    bearers = try BearerRow.fetchAll(
      db, SQLRequest(literal: "SELECT * FROM bearer WHERE documentId = \(id) ORDER BY nameKey"))
    assertions = try AssertionRow.fetchAll(
      db, SQLRequest(literal: "SELECT * FROM assertion WHERE documentId = \(id)"))
    let sketch = try DocumentCopies(db: db).kept(of: id)
    (shingles, bands) = (sketch.shingles, sketch.bands)
  }

  /// Writes the rows, with the types that people decided, and notes what they touch.
  func insert(of document: DocumentID, update: inout GraphUpdate) throws {
    let meant = try Retyping(db: update.db).retyped(self, of: document)
    try meant.insertRows(of: document, update: &update)
  }

  private func insertRows(of document: DocumentID, update: inout GraphUpdate) throws {
    let db = update.db
    for row in entities { try insert(row, update: &update) }
    for var row in bearers {
      // The names that decisions give it now are looked up.
      row.decidedNames = JSONList([])
      try Bearers(db: db).insert(try row.bearer(), of: document)
      update.bearers.insert(row.nameKey)
    }
    for var row in assertions {
      (row.relationId, row.isSwapped) = (nil, false)
      try row.insert(db)
    }
    update.documents.insert(document)
    try DocumentCopies(db: db).insert(
      TextSketch(shingles: shingles, bands: bands), of: document, update: &update)
  }

  private func insert(_ row: DocumentEntityRow, update: inout GraphUpdate) throws {
    let (db, key, entity) = (update.db, row.nameKey, row.entity)
    try db.cachedStatement(literal: "INSERT OR IGNORE INTO nameGroup (nameKey) VALUES (\(key))")
      .execute()
    try row.insert(db)
    for (kind, form) in NameForms.of(entity) { try NameForms.increment(key, kind, form, db) }
    guard key.document == nil else { return }
    update.touched.insert(key.name)
    for claim in NameGroup.claims(of: entity, key: key.name) {
      update.touched.insert(claim)
      try db.cachedStatement(
        literal: """
          INSERT OR IGNORE INTO aliasClaim (nameKey, aliasKey, documentId)
          VALUES (\(key), \(claim), \(row.documentId))
          """
      ).execute()
    }
  }
}

extension DocumentContents {
  /// What an extraction adds.
  init(_ extracted: ExtractedDocument) throws {
    let document = extracted.annotated.document
    var keys: [EntityID: BearerKey] = [:]
    var groups: [BearerKey: [DocumentEntity]] = [:]
    var names: [EntityID: String] = [:]
    let bearerKeys = BearerKeys(extracted.annotated)
    for entity in extracted.annotated.entities {
      names[entity.id] = entity.name
      guard entity.type.isNode else { continue }
      let key = bearerKeys.key(of: entity)
      keys[entity.id] = key
      groups[key, default: []].append(entity)
      entities.append(DocumentEntityRow(entity, key: key, of: document.id))
    }
    let reader = ProfileReader(extracted)
    for (key, group) in groups.sorted(by: { $0.key < $1.key }) where key.document != nil {
      let bearer = Bearer(key: key, profile: reader.profile(of: group))
      bearers.append(try BearerRow(bearer, of: document.id))
    }
    for (position, assertion) in extracted.assertions.enumerated() {
      guard let subject = keys[assertion.subject], let object = keys[assertion.object] else {
        continue
      }
      let claimant = assertion.attribution?.entity.flatMap { keys[$0] }
      assertions.append(
        AssertionRow(
          assertion, position: position, of: document,
          names: AssertionRow.Names(subject: subject, object: object, claimant: claimant),
          localNames: names))
    }
    let sketch = TextSketch(document.text, without: document.furniture)
    (shingles, bands) = (sketch.shingles, sketch.bands)
  }
}
