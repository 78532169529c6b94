import GRDB
import RelataCore
import RelataGraph

/// Resolves a closed set of names again and writes the entities that changed.
struct EntityUpdate {
  let db: Database

  /// Resolves names.
  ///
  /// - Returns: The names that now belong to another entity than before.
  func run(_ keys: Set<NameKey>) throws -> Set<NameKey> {
    var groups: [NameGroup] = []
    var before: [NameKey: String] = [:]
    for key in keys.sorted() {
      before[key] = try String.fetchOne(
        db.cachedStatement(sql: "SELECT entityId FROM nameGroup WHERE nameKey = ?"),
        arguments: [key.text])
      guard let group = try group(key) else {
        try db.cachedStatement(sql: "DELETE FROM nameGroup WHERE nameKey = ?")
          .execute(arguments: [key.text])
        continue
      }
      groups.append(group)
    }
    // A failed look-up must not pass for "no": it is kept and thrown afterwards.
    var failure: (any Error)?
    let resolved = EntityResolver.resolve(groups) { a, b in
      do { return try shareDocument(a, b) } catch {
        failure = error
        return true
      }
    }
    if let failure { throw failure }
    var moved: Set<NameKey> = []
    for entity in resolved {
      try save(entity)
      for key in entity.keys where before[key] != entity.id.rawValue {
        moved.insert(key)
        try db.cachedStatement(sql: "UPDATE nameGroup SET entityId = ? WHERE nameKey = ?")
          .execute(arguments: [entity.id.rawValue, key.text])
      }
    }
    // Relations may still point to these until the transaction's end.
    for id in Set(before.values).subtracting(resolved.map(\.id.rawValue)) {
      try db.cachedStatement(sql: "DELETE FROM entity WHERE id = ?").execute(arguments: [id])
    }
    return moved
  }

  private func group(_ key: NameKey) throws -> NameGroup? {
    var group = NameGroup(key: key)
    let forms = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT kind, form, count FROM nameForm WHERE nameKey = ? AND kind != 'role'"),
      arguments: [key.text])
    for row in forms {
      if row[0] == "name" { group.names[row[1]] = row[2] } else { group.aliases.insert(row[1]) }
    }
    guard !group.names.isEmpty else { return nil }
    let claims = try String.fetchAll(
      db.cachedStatement(sql: "SELECT DISTINCT aliasKey FROM aliasClaim WHERE nameKey = ?"),
      arguments: [key.text])
    group.claims = Set(claims.compactMap { NameKey(text: $0) })
    return group
  }

  private func shareDocument(_ a: NameKey, _ b: NameKey) throws -> Bool {
    try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT 1 FROM documentEntity AS a
          WHERE a.nameKey = ? AND EXISTS (
            SELECT 1 FROM documentEntity AS b
            WHERE b.nameKey = ? AND b.documentId = a.documentId)
          LIMIT 1
          """), arguments: [a.text, b.text]) != nil
  }

  // MARK: - Writing

  private func save(_ entity: ResolvedEntity) throws {
    let id = entity.id.rawValue
    let aliases = try JSONList.text(entity.aliases)
    let old = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT name, aliases FROM entity WHERE id = ?"), arguments: [id])
    if let old, old[0] == entity.name, old[1] == aliases { return }
    try db.cachedStatement(
      sql: """
        INSERT INTO entity (id, name, type, aliases) VALUES (?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, aliases = excluded.aliases
        """
    ).execute(arguments: [id, entity.name, entity.type.rawValue, aliases])
    try db.cachedStatement(sql: "DELETE FROM entityForm WHERE entityId = ?")
      .execute(arguments: [id])
    for form in Set(([entity.name] + entity.aliases).map(NameIndex.form)) {
      try db.cachedStatement(
        sql: "INSERT INTO entityForm (form, entityId, lastWord) VALUES (?, ?, ?)"
      ).execute(arguments: [form, id, NameIndex.lastWord(of: form)])
    }
  }
}
