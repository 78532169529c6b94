import GRDB
import RelataCore
import RelataGraph

/// Writes rows of entities and the forms under which they are looked up.
struct EntityWriting {
  let db: Database

  /// Inserts an entity or brings it up to date.
  func save(_ entity: ResolvedEntity) throws { try save(EntityRow(entity)) }

  func save(_ row: EntityRow) throws {
    let old = try EntityRow.fetchOne(
      db.cachedStatement(literal: "SELECT * FROM entity WHERE id = \(row.id)"))
    if old == row { return }
    if old == nil { try row.insert(db) } else { try row.update(db) }
    try db.cachedStatement(literal: "DELETE FROM entityForm WHERE entityId = \(row.id)").execute()
    for form in Set(([row.name] + row.aliases.items).map(NameIndex.form)) {
      try EntityFormRow(form: form, entityId: row.id, lastWord: NameIndex.lastWord(of: form))
        .insert(db)
    }
  }

  /// Deletes those of the entities that no name belongs to; relations may point to them until the transaction's end.
  func deleteUnused(_ ids: Set<EntityID>) throws {
    for id in ids.sorted() {
      try db.cachedStatement(
        literal: """
          DELETE FROM entity WHERE id = \(id)
            AND NOT EXISTS (SELECT 1 FROM nameGroup WHERE entityId = \(id))
          """
      ).execute()
    }
  }
}
