import Foundation
import GRDB
import RelataCore

/// Opening a graph file and refusing what is none.
enum StoreOpening {
  /// Refuses a path by what the file system says, before SQLite sees it.
  static func check(path: String, mode: GraphStore.Mode) throws(RelataError) {
    let files = FileManager.default
    var isDirectory: ObjCBool = false
    let exists = files.fileExists(atPath: path, isDirectory: &isDirectory)
    if isDirectory.boolValue { throw StoreErrors.notAGraph(path, "it is a folder") }
    if mode != .createIfMissing || exists {
      guard exists else { throw StoreErrors.missing(path) }
      guard files.isReadableFile(atPath: path) else {
        throw StoreErrors.unreadable(path, "permission denied")
      }
    }
    guard mode != .readOnly else { return }
    if exists, !files.isWritableFile(atPath: path) {
      throw StoreErrors.cannotCreate(path, "the file is read-only")
    }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard files.fileExists(atPath: folder) else {
      throw StoreErrors.cannotCreate(path, "the folder does not exist")
    }
    guard files.isWritableFile(atPath: folder) else {
      throw StoreErrors.cannotCreate(path, "the folder is read-only")
    }
  }

  static func open(
    path: String, mode: GraphStore.Mode, schema: RelationSchema, busyTimeout: Double
  ) throws -> DatabaseQueue {
    let database = try DatabaseQueue(
      path: location(path, mode), configuration: configuration(mode, busyTimeout))
    let version = try database.read { db in
      try identify(db, path: path, mayBeEmpty: mode == .createIfMissing)
    }
    guard version <= StoreMigrations.currentVersion else {
      throw StoreErrors.newer(
        path, version: version, supported: StoreMigrations.currentVersion)
    }
    if mode == .readOnly {
      guard version == StoreMigrations.currentVersion else {
        throw StoreErrors.unreadable(
          path, "its schema version \(version) must be brought up to date by a writing command")
      }
      return database
    }
    // A reader in the way of the switch only means that the rollback journal is used.
    try? database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
    try database.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA synchronous = NORMAL")
      // Hashed keys touch many pages; larger rounds write each of them less often (32 MB of log).
      try db.execute(sql: "PRAGMA wal_autocheckpoint = 8000")
    }
    if version < StoreMigrations.currentVersion {
      try StoreMigrations.migrator.migrate(database)
    }
    try database.write { db in
      let backfill = BearerBackfill(db: db, schema: schema)
      if try backfill.isNeeded { try backfill.run() }
      let copies = CopyBackfill(db: db, schema: schema)
      if try copies.isNeeded { try copies.run() }
      let times = RelationBackfill(db: db, schema: schema)
      if try times.isNeeded { try times.run() }
    }
    return database
  }

  static func inMemory() throws -> DatabaseQueue {
    let database = try DatabaseQueue(configuration: configuration(.createIfMissing, 0))
    try StoreMigrations.migrator.migrate(database)
    return database
  }

  /// A copy of a graph in memory with what confidential documents say; the graph itself if there are none.
  static func unsealed(_ file: DatabaseQueue, schema: RelationSchema) throws -> DatabaseQueue {
    guard try !file.read(DocumentSeals.sealed).isEmpty else { return file }
    let copy = try DatabaseQueue(configuration: configuration(.createIfMissing, 0))
    try file.backup(to: copy)
    try file.close()
    try copy.write { db in try DocumentSeals(db: db, schema: schema).openAll() }
    return copy
  }

  /// The file's schema version; 0 for an empty file that may become a graph.
  private static func identify(_ db: Database, path: String, mayBeEmpty: Bool) throws -> Int {
    let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    if application == StoreMigrations.applicationID { return version }
    let objects = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    if objects == 0, application == 0, version == 0 {
      if mayBeEmpty { return 0 }
      throw StoreErrors.notAGraph(path, "it is empty")
    }
    throw StoreErrors.notAGraph(path, "it is an SQLite file of another program")
  }

  private static func configuration(
    _ mode: GraphStore.Mode, _ busyTimeout: Double
  ) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = mode == .readOnly
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(busyTimeout)
    configuration.label = "relata.store"
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA temp_store = MEMORY")
      try db.execute(sql: "PRAGMA cache_size = -65536")
    }
    return configuration
  }

  /// The path, or for a file in a folder that cannot be written, a URI that says so where needed.
  ///
  /// SQLite creates files beside a database in WAL mode even to read it. A graph that was closed is not
  /// in that mode; one that was left by a killed writer, its log already folded in, may be read as
  /// immutable.
  private static func location(_ path: String, _ mode: GraphStore.Mode) -> String {
    let files = FileManager.default
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard mode == .readOnly, !files.isWritableFile(atPath: folder), isInWALMode(path) else {
      return path
    }
    let log = try? files.attributesOfItem(atPath: path + "-wal")[.size] as? Int
    guard (log ?? 0) == 0 else { return path }
    let full = URL(fileURLWithPath: path).path
    let plain = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "/-_.~"))
    guard let escaped = full.addingPercentEncoding(withAllowedCharacters: plain) else {
      return path
    }
    return "file:\(escaped)?immutable=1"
  }

  /// Whether the header names file format version 2 (sqlite.org/fileformat.html, offset 18).
  private static func isInWALMode(_ path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    let header = (try? file.read(upToCount: 20)).flatMap { $0 } ?? Data()
    return header.count == 20 && header[header.startIndex + 18] == 2
  }
}
