import GRDB
import RelataCore
import RelataGraph

/// Writes the rows of one document and notes what they touch.
struct DocumentInsertion {
  let db: Database
  let extracted: ExtractedDocument
  let digest: String
  let producer: String

  private var document: Document { extracted.annotated.document }

  func run(update: inout GraphUpdate) throws {
    try DocumentRow(
      id: document.id, source: document.source, title: document.title,
      published: document.published, author: document.author, outlet: document.outlet,
      url: document.address, sha256: document.sha256, digest: digest, producer: producer
    ).insert(db)
    try DocumentTextRow(documentId: document.id, text: document.text.string).insert(db)
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
      try AssertionRow(
        assertion, position: position, of: document,
        names: AssertionRow.Names(subject: subject, object: object, claimant: claimant),
        localNames: names
      ).insert(db)
    }
    update.documents.insert(document.id)
  }

  private func insert(
    _ entity: DocumentEntity, key: NameKey, update: inout GraphUpdate
  ) throws {
    update.touched.insert(key)
    try db.cachedStatement(literal: "INSERT OR IGNORE INTO nameGroup (nameKey) VALUES (\(key))")
      .execute()
    try DocumentEntityRow(entity, key: key, of: document.id).insert(db)
    for (kind, form) in NameForms.of(entity) { try NameForms.increment(key, kind, form, db) }
    for claim in NameGroup.claims(of: entity, key: key) {
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
