import GRDB
import RelataCore
import RelataGraph
import RelataLanguage

/// How often each written form and role of a name occurs, so that no update counts documents.
enum NameForms {
  static func of(_ entity: DocumentEntity) -> [(kind: NameFormRow.Kind, form: String)] {
    [(.name, TextFolding.composed(entity.name))]
      + entity.aliases.map { (.alias, TextFolding.composed($0)) }
      + entity.roles.map { (.role, TextFolding.composed($0)) }
  }

  static func increment(
    _ key: BearerKey, _ kind: NameFormRow.Kind, _ form: String, _ db: Database
  ) throws {
    try db.cachedStatement(
      literal: """
        INSERT INTO nameForm (nameKey, kind, form, count) VALUES (\(key), \(kind), \(form), 1)
        ON CONFLICT (nameKey, kind, form) DO UPDATE SET count = count + 1
        """
    ).execute()
  }

  static func decrement(
    _ key: BearerKey, _ kind: NameFormRow.Kind, _ form: String, _ db: Database
  ) throws {
    let condition: SQL = "nameKey = \(key) AND kind = \(kind) AND form = \(form)"
    try db.cachedStatement(literal: "DELETE FROM nameForm WHERE \(condition) AND count = 1")
      .execute()
    guard db.changesCount == 0 else { return }
    try db.cachedStatement(literal: "UPDATE nameForm SET count = count - 1 WHERE \(condition)")
      .execute()
  }
}
