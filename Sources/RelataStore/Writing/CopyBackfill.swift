import GRDB
import RelataCore
import RelataGraph

/// Looks for copies among the documents of a graph that an earlier version wrote, and counts anew how sure relations are.
///
/// Which spans of a text are page furniture was not kept: they are compared with the rest.
struct CopyBackfill {
  let db: Database
  let schema: RelationSchema

  /// Whether a file of an earlier version was opened.
  var isNeeded: Bool {
    get throws {
      try Int.fetchOne(db, sql: "SELECT 1 FROM document WHERE report IS NULL LIMIT 1") != nil
    }
  }

  func run() throws {
    var update = GraphUpdate(db: db, schema: schema)
    try db.execute(sql: "UPDATE document SET report = id")
    for row in try DocumentTextRow.fetchAll(
      db, sql: "SELECT * FROM documentText ORDER BY documentId")
    {
      try DocumentCopies(db: db).insert(
        TextSketch(SourceText(row.text)), of: row.documentId, update: &update)
    }
    update.relations.formUnion(try AssertionID.fetchAll(db, sql: "SELECT id FROM relation"))
    try update.run()
  }
}
