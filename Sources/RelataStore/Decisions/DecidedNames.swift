import GRDB
import RelataCore
import RelataGraph

/// Writes the names that people gave entities over those that documents give.
struct DecidedNames {
  let db: Database

  private struct Renaming: Decodable, FetchableRecord {
    var number: Int
    var text: String
  }

  /// To be called when everybody belongs to an entity.
  func apply() throws {
    let renamings = try Renaming.fetchAll(
      db.cachedStatement(
        literal: """
          SELECT number, text FROM decision
          WHERE kind = 'rename' AND isUndone = 0 AND text NOT NULL ORDER BY number
          """))
    guard !renamings.isEmpty else { return }
    var names: [EntityID: String] = [:]
    for renaming in renamings {
      if let entity = try entity(of: renaming.number) { names[entity] = renaming.text }
    }
    for (id, name) in names.sorted(by: { $0.key < $1.key }) {
      guard
        let row = try EntityRow.fetchOne(
          db.cachedStatement(literal: "SELECT * FROM entity WHERE id = \(id)")), row.name != name
      else { continue }
      try EntityWriting(db: db).save(row.renamed(name))
    }
  }

  /// The entity that has most of those whom a decision names.
  func entity(of decision: Int) throws -> EntityID? {
    try EntityID.fetchOne(
      db.cachedStatement(
        literal: """
          SELECT entityId FROM decisionBearer
          JOIN nameGroup ON nameGroup.nameKey = decisionBearer.nameKey
          WHERE decision = \(decision) AND entityId NOT NULL
          GROUP BY entityId ORDER BY count(*) DESC, min(decisionBearer.nameKey) LIMIT 1
          """))
  }
}

extension EntityRow {
  /// The entity under another name, the old one among the aliases.
  func renamed(_ name: String) -> EntityRow {
    var row = self
    row.name = name
    row.aliases = JSONList(Set(aliases.items + [self.name]).subtracting([name]).sorted())
    return row
  }
}
