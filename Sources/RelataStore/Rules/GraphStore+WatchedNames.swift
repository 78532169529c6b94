import GRDB
import RelataCore
import RelataLanguage

/// One row of the table `watchedName`.
private struct WatchedNameRow: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "watchedName"

  var name: String
  var type: EntityType
  var aliases: JSONList
}

/// The names of rules files: builds find them in documents, whether they are given the file again or not.
extension GraphStore {
  /// The names that every build looks for, in order of names and types.
  ///
  /// - Throws: `RelataError` RL4004 or RL4008 if the file cannot be read.
  public func watchedNames() throws(RelataError) -> [WatchedName] {
    try read(Self.names)
  }

  private static func names(_ db: Database) throws -> [WatchedName] {
    try WatchedNameRow.fetchAll(
      db, SQLRequest(literal: "SELECT * FROM watchedName ORDER BY name, type")
    ).map { WatchedName(name: $0.name, type: $0.type, aliases: $0.aliases.items) }
  }

  /// Keeps names for this build and later ones; one that is kept already, of the same type, gets the aliases given now.
  ///
  /// - Returns: All names that the graph keeps now.
  /// - Throws: `RelataError` RL4014 where a form would mean two of them (none is kept then); RL4006 or RL4007 if the graph
  ///   cannot be written.
  @discardableResult
  public func watch(_ names: [WatchedName]) throws(RelataError) -> [WatchedName] {
    let kept = try watchedNames()
    let given = Set(names.map(Identity.init))
    let all =
      (kept.filter { !given.contains(Identity($0)) } + names)
      .sorted { ($0.name, $0.type) < ($1.name, $1.type) }
    if all == kept { return kept }
    var owners: [String: WatchedName] = [:]
    for name in all {
      for form in [name.name] + name.aliases {
        let other = owners.updateValue(name, forKey: TextFolding.composed(form))
        if let other, Identity(other) != Identity(name) {
          throw StoreErrors.ambiguousName(path, form, other.name, name.name)
        }
      }
    }
    try write { db in
      for name in names {
        try WatchedNameRow(
          name: name.name, type: name.type, aliases: JSONList(name.aliases)
        ).save(db)
      }
    }
    return all
  }

  /// Keeps names no more.
  ///
  /// - Parameter names: As they are kept; an alias does not name its entry.
  /// - Returns: Those that were kept.
  /// - Throws: `RelataError` RL4006 or RL4007 if the graph cannot be written.
  @discardableResult
  public func unwatch(_ names: [String]) throws(RelataError) -> [WatchedName] {
    try write { db in
      let removed = try Self.names(db).filter { names.contains($0.name) }
      for name in removed {
        try db.execute(
          literal: "DELETE FROM watchedName WHERE name = \(name.name) AND type = \(name.type)")
      }
      return removed
    }
  }
}

/// What makes two entries one.
private struct Identity: Hashable {
  var name: String
  var type: EntityType

  init(_ watched: WatchedName) { (name, type) = (watched.name, watched.type) }
}
