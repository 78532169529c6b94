import GRDB
import RelataCore
import RelataGraph

/// Notes in the file what somebody rejected or hid, so that views, which cannot read decisions, leave it out.
struct LeftOutParts {
  let db: Database
  let schema: RelationSchema

  /// To be called when relations are up to date.
  func write() throws {
    let any = try Int.fetchOne(
      db.cachedStatement(
        literal: """
          SELECT 1 FROM decision WHERE kind IN ('reject', 'confirm', 'hide')
          UNION ALL SELECT 1 FROM leftOut LIMIT 1
          """))
    guard any != nil else { return }
    let decided = try DecidedParts(db: db, schema: schema, scope: .all)
    try db.execute(sql: "DELETE FROM leftOut")
    for (id, decision) in decided.leftOut.sorted(by: { $0.key < $1.key }) {
      try db.execute(
        literal: "INSERT INTO leftOut (id, decision) VALUES (\(id), \(decision.rawValue))")
    }
  }
}

extension DecidedParts {
  /// What was decided about entities and relations of which nothing is told, by their ids.
  ///
  /// Relations of a hidden entity are not among them.
  fileprivate var leftOut: [String: RelationDecision] {
    var found: [String: RelationDecision] = [:]
    for entity in hidden { found[entity.rawValue] = .hidden }
    for (id, decision) in relations where decision != .confirmed { found[id.rawValue] = decision }
    return found
  }
}
