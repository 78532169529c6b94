import GRDB
import RelataCore
import RelataGraph

/// One row of the table `entity`.
struct EntityRow: Encodable, Equatable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "entity"

  var id: EntityID
  var name: String
  var type: EntityType
  var aliases: JSONList
  /// Whether documents connect it with somebody whom it cannot be.
  var isContested: Bool

  init(_ entity: ResolvedEntity) {
    isContested = entity.isContested
    id = entity.id
    name = entity.name
    type = entity.type
    aliases = JSONList(entity.aliases)
  }
}

/// One row of the table `entityForm`: a form under which an entity is looked up.
struct EntityFormRow: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "entityForm"

  var form: String
  var entityId: EntityID
  var lastWord: String
}

/// One row of the table `nameForm`: a written form or a role of a name, and how many document entities
/// have it.
struct NameFormRow: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "nameForm"

  /// What the form is to the name.
  enum Kind: String, Codable, DatabaseValueConvertible, StatementColumnConvertible {
    case name, alias, role
  }

  var nameKey: BearerKey
  var kind: Kind
  var form: String
  var count: Int
}

extension EntityRow {
  /// Reads a row column by column, several times as fast as by way of `Decodable`.
  ///
  /// - Throws: `RowDecodingError` where a column is missing or holds another kind of value.
  init(row: Row) throws {
    id = try row.decode(forColumn: "id")
    name = try row.decode(forColumn: "name")
    type = try row.decode(forColumn: "type")
    aliases = try row.decode(forColumn: "aliases")
    isContested = try row.decode(forColumn: "isContested")
  }
}
