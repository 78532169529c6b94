import GRDB
import RelataCore
import RelataGraph

/// Resolves a closed set of names of places, peoples and the like again and writes the entities that changed.
struct EntityUpdate {
  let db: Database

  /// Resolves names.
  ///
  /// - Returns: The names that now belong to another entity than before.
  func run(_ keys: Set<NameKey>) throws -> Set<NameKey> {
    var groups: [NameGroup] = []
    var before: [NameKey: EntityID] = [:]
    for key in keys.sorted() {
      before[key] = try EntityID.fetchOne(
        db.cachedStatement(literal: "SELECT entityId FROM nameGroup WHERE nameKey = \(key)"))
      guard let group = try group(key) else {
        try db.cachedStatement(literal: "DELETE FROM nameGroup WHERE nameKey = \(key)").execute()
        continue
      }
      groups.append(group)
    }
    let resolved = EntityResolver.resolve(
      groups, decided: try DecidedBearers(db: db).joined(with: keys.sorted()))
    var moved: Set<NameKey> = []
    for entity in resolved {
      try EntityWriting(db: db).save(entity)
      for key in entity.keys where before[key] != entity.id {
        moved.insert(key)
        try db.cachedStatement(
          literal: "UPDATE nameGroup SET entityId = \(entity.id) WHERE nameKey = \(key)"
        ).execute()
      }
    }
    // Relations may still point to these until the transaction's end.
    for id in Set(before.values).subtracting(resolved.map(\.id)) {
      try db.cachedStatement(literal: "DELETE FROM entity WHERE id = \(id)").execute()
    }
    return moved
  }

  private func group(_ key: NameKey) throws -> NameGroup? {
    var group = NameGroup(key: key)
    let forms = try NameFormRow.fetchAll(
      db.cachedStatement(
        literal: "SELECT * FROM nameForm WHERE nameKey = \(key) AND kind != 'role'"))
    for row in forms {
      guard try StoredNumber.checked(row.count, "count") > 0 else {
        throw StoredNumber.damaged("a form that occurs \(row.count) times")
      }
      switch row.kind {
      case .name: group.names[row.form] = row.count
      case .alias: group.aliases.insert(row.form)
      case .role: break
      }
    }
    guard !group.names.isEmpty else { return nil }
    group.claims = try NameKey.fetchSet(
      db.cachedStatement(
        literal: "SELECT DISTINCT aliasKey FROM aliasClaim WHERE nameKey = \(key)"))
    return group
  }
}
