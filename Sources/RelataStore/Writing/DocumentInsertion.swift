import GRDB
import RelataCore
import RelataGraph

/// Writes the rows of one document and notes what they touch.
struct DocumentInsertion {
  let db: Database
  let extracted: ExtractedDocument
  let digest: String
  let producer: String
  let build: Int?

  private var document: Document { extracted.annotated.document }

  func run(update: inout GraphUpdate) throws {
    try DocumentRow(
      id: document.id, source: document.source, title: document.title,
      published: document.published, author: document.author, outlet: document.outlet,
      url: document.address, sha256: document.sha256, digest: digest, producer: producer,
      language: document.language, pages: DocumentRow.text(of: document.pages),
      report: document.id, build: build
    ).insert(db)
    try DocumentTextRow(documentId: document.id, text: document.text.string).insert(db)
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
      try insert(entity, key: key, update: &update)
    }
    let reader = ProfileReader(extracted)
    for (key, group) in groups.sorted(by: { $0.key < $1.key }) where key.document != nil {
      let bearer = Bearer(key: key, profile: reader.profile(of: group))
      try Bearers(db: db).insert(bearer, of: document.id)
      update.bearers.insert(key)
    }
    for (position, assertion) in extracted.assertions.enumerated() {
      guard let subject = keys[assertion.subject], let object = keys[assertion.object] else {
        continue
      }
      let claimant = assertion.attribution?.entity.flatMap { keys[$0] }
      try AssertionRow(
        assertion, position: position, of: document,
        names: AssertionRow.Names(subject: subject, object: object, claimant: claimant),
        localNames: names
      ).insert(db)
    }
    update.documents.insert(document.id)
    try DocumentCopies(db: db).insert(
      TextSketch(document.text, without: document.furniture), of: document.id, update: &update)
  }

  private func insert(
    _ entity: DocumentEntity, key: BearerKey, update: inout GraphUpdate
  ) throws {
    try db.cachedStatement(literal: "INSERT OR IGNORE INTO nameGroup (nameKey) VALUES (\(key))")
      .execute()
    try DocumentEntityRow(entity, key: key, of: document.id).insert(db)
    for (kind, form) in NameForms.of(entity) { try NameForms.increment(key, kind, form, db) }
    guard key.document == nil else { return }
    update.touched.insert(key.name)
    for claim in NameGroup.claims(of: entity, key: key.name) {
      update.touched.insert(claim)
      try db.cachedStatement(
        literal: """
          INSERT OR IGNORE INTO aliasClaim (nameKey, aliasKey, documentId)
          VALUES (\(key), \(claim), \(document.id))
          """
      ).execute()
    }
  }
}
