import GRDB
import RelataCore
import RelataGraph

/// Reads what documents say of the bearers of names for a graph that an earlier version wrote, and decides about all.
///
/// Where names stand in the text was not kept: each is looked for, and a document counts as one sentence.
struct BearerBackfill {
  let db: Database
  let schema: RelationSchema

  /// Whether a file of an earlier version was opened: it names people and has nothing about them.
  var isNeeded: Bool {
    get throws {
      try Bool.fetchOne(
        db,
        sql: """
          SELECT NOT EXISTS (SELECT 1 FROM bearer) AND EXISTS (
            SELECT 1 FROM documentEntity WHERE type IN ('PERSON', 'ORGANIZATION'))
          """) ?? false
    }
  }

  func run() throws {
    var update = GraphUpdate(db: db, schema: schema)
    for row in try DocumentRow.fetchAll(db, sql: "SELECT * FROM document ORDER BY id") {
      let rows = try DocumentEntityRow.fetchAll(
        db, SQLRequest(literal: "SELECT * FROM documentEntity WHERE documentId = \(row.id)"))
      let text = try DocumentTextRow.fetchOne(
        db, SQLRequest(literal: "SELECT * FROM documentText WHERE documentId = \(row.id)"))
      let reader = ProfileReader(
        rereading: row.document(SourceText(text?.text ?? "")), entities: rows.map(\.entity))
      for (key, group) in Dictionary(grouping: rows, by: \.nameKey).sorted(by: { $0.key < $1.key })
      where key.document != nil {
        let bearer = Bearer(key: key, profile: reader.profile(of: group.map(\.entity)))
        try Bearers(db: db).insert(bearer, of: row.id)
        update.bearers.insert(key)
      }
    }
    update.loosened = Set(
      try EntityID.fetchAll(
        db, sql: "SELECT id FROM entity WHERE type IN ('PERSON', 'ORGANIZATION')"))
    try update.run()
  }
}
