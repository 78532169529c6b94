import GRDB
import RelataCore

/// Notes when relations of a graph that an earlier version wrote hold, and which of them somebody rejected or hid.
struct RelationBackfill {
  let db: Database
  let schema: RelationSchema

  /// Whether a file of an earlier version was opened.
  var isNeeded: Bool {
    get throws {
      try Int.fetchOne(db, sql: "SELECT 1 FROM relation WHERE isTimed = 0 LIMIT 1") != nil
    }
  }

  func run() throws {
    var update = GraphUpdate(db: db, schema: schema)
    update.relations = Set(
      try AssertionID.fetchAll(db, sql: "SELECT id FROM relation WHERE isTimed = 0"))
    try update.run()
  }
}
