import GRDB
import RelataCore
import RelataGraph

/// Writes the names that people gave entities over those that documents give, and their other names beside them.
struct DecidedNames {
  let db: Database

  private struct Naming: Decodable, FetchableRecord {
    var number: Int
    var kind: Decision.Kind
    var text: String
  }

  /// To be called when everybody belongs to an entity.
  func apply() throws {
    let namings = try Naming.fetchAll(
      db.cachedStatement(
        literal: """
          SELECT number, kind, text FROM decision
          WHERE kind IN ('rename', 'alias') AND isUndone = 0 AND text NOT NULL ORDER BY number
          """))
    guard !namings.isEmpty else { return }
    var names: [EntityID: String] = [:]
    var aliases: [EntityID: Set<String>] = [:]
    for naming in namings {
      guard let entity = try entity(of: naming.number) else { continue }
      if naming.kind == .rename {
        names[entity] = naming.text
      } else {
        aliases[entity, default: []].insert(naming.text)
      }
    }
    for id in Set(names.keys).union(aliases.keys).sorted() {
      guard
        let row = try EntityRow.fetchOne(
          db.cachedStatement(literal: "SELECT * FROM entity WHERE id = \(id)"))
      else { continue }
      let named = row.named(names[id], aliases: aliases[id] ?? [])
      if named != row { try EntityWriting(db: db).save(named) }
    }
  }

  /// The entity that has most of those whom the first side of a decision names.
  func entity(of decision: Int) throws -> EntityID? {
    try EntityID.fetchOne(
      db.cachedStatement(
        literal: """
          SELECT entityId FROM (
            SELECT nameKey FROM decisionBearer WHERE decision = \(decision) AND side = 0
            UNION SELECT retypedName.nameKey FROM decisionBearer
            JOIN retypedName ON retypedName.readKey = decisionBearer.nameKey
            WHERE decision = \(decision) AND side = 0) AS named
          JOIN nameGroup ON nameGroup.nameKey = named.nameKey
          WHERE entityId NOT NULL
          GROUP BY entityId ORDER BY count(*) DESC, min(named.nameKey) LIMIT 1
          """))
  }
}

extension EntityRow {
  /// The entity under another name, if one is given, the old one among the aliases, and with other aliases besides.
  func named(_ name: String?, aliases more: Set<String>) -> EntityRow {
    var row = self
    row.name = name ?? self.name
    row.aliases = JSONList(
      more.union(aliases.items + [self.name]).subtracting([row.name]).sorted())
    return row
  }
}
