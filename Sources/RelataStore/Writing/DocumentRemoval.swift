import GRDB
import RelataCore
import RelataGraph

/// Deletes the rows of one document and notes what they touched.
enum DocumentRemoval {
  static func remove(_ id: DocumentID, update: inout GraphUpdate) throws {
    let db = update.db
    let rows = try DocumentEntityRow.fetchAll(
      db, SQLRequest(literal: "SELECT * FROM documentEntity WHERE documentId = \(id)"))
    for row in rows {
      let entity = row.entity
      let key = row.nameKey
      for (kind, form) in NameForms.of(entity) { try NameForms.decrement(key, kind, form, db) }
      if key.document == nil {
        update.touched.insert(key.name)
        update.touched.formUnion(NameGroup.claims(of: entity, key: key.name))
      }
    }
    try Bearers(db: db).remove(of: id, update: &update)
    let relations = try AssertionID.fetchAll(
      db,
      SQLRequest(
        literal: """
          SELECT DISTINCT relationId FROM assertion
          WHERE documentId = \(id) AND relationId NOT NULL
          """))
    update.relations.formUnion(relations)
    let copies = DocumentCopies(db: db)
    let others = try copies.copies(of: id)
    try db.execute(literal: "DELETE FROM document WHERE id = \(id)")
    for other in others { try copies.regroup(other, update: &update) }
  }

  /// Deletes what a document says and leaves the document itself, its text and its files.
  ///
  /// `change` may change its row.
  static func empty(
    _ id: DocumentID, update: inout GraphUpdate, change: (inout DocumentRow) -> Void
  ) throws {
    let db = update.db
    guard
      var row = try DocumentRow.fetchOne(
        db, SQLRequest(literal: "SELECT * FROM document WHERE id = \(id)"))
    else { return }
    let text = try DocumentTextRow.fetchOne(
      db, SQLRequest(literal: "SELECT * FROM documentText WHERE documentId = \(id)"))
    let files = try DocumentFileRow.fetchAll(
      db, SQLRequest(literal: "SELECT * FROM documentFile WHERE documentId = \(id)"))
    try remove(id, update: &update)
    row.report = id
    change(&row)
    try row.insert(db)
    try text?.insert(db)
    for file in files { try file.insert(db) }
  }
}
