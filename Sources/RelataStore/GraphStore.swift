import Foundation
import GRDB
import RelataCore
import RelataGraph
import Synchronization

/// A graph in one SQLite file.
///
/// Documents are added one by one, each in its own transaction: whatever happens, the file holds a whole
/// graph of the documents added so far. Any order of documents gives the same rows. Several processes
/// may read while one writes. Safe to share between threads, which take turns.
///
/// ```swift
/// let store = try GraphStore(path: "graph.relata", mode: .createIfMissing)
/// for document in extracted { try store.add(document) }
/// try store.close()
/// ```
public final class GraphStore: Sendable {
  /// What may be done to a file.
  public enum Mode: Sendable {
    /// The file must exist; nothing is written, not even beside it.
    case readOnly
    /// The file must exist.
    case readWrite
    /// An empty graph is made if there is no file.
    case createIfMissing
  }

  /// The path as given; "memory" for a graph without a file.
  public let path: String
  /// What may be done to the file.
  public let mode: Mode
  /// Which relations and entities every question leaves out.
  public let scope: DecisionScope
  let schema: RelationSchema
  let database: DatabaseQueue
  private let isClosed = Atomic(false)

  /// Opens a graph file.
  ///
  /// - Parameters:
  ///   - path: Where the file is or is to be.
  ///   - mode: What may be done to it.
  ///   - schema: The relation schema; decides which relations are symmetric. Use the same for a file.
  ///   - busyTimeout: Seconds to wait for another process's transaction.
  ///   - scope: What people decided to leave out that is told all the same, or what of the rest is left out too.
  ///   - includesConfidential: True reads from a copy in memory that has what confidential documents say, if there are
  ///     any; only for reading.
  /// - Throws: `RelataError` of code RL4001 (missing), RL4002 (not a graph), RL4003 (made by a newer
  ///   version), RL4004 (damaged), RL4005 (cannot create), RL4006 (in use) or RL4008 (unreadable).
  ///   A file that is refused is left as it is.
  public init(
    path: String, mode: Mode, schema: RelationSchema = .standard, busyTimeout: Double = 5,
    scope: DecisionScope = .standing, includesConfidential: Bool = false
  ) throws(RelataError) {
    self.path = path
    self.scope = scope
    self.mode = mode
    self.schema = schema
    try StoreOpening.check(path: path, mode: mode)
    do {
      let file = try StoreOpening.open(
        path: path, mode: mode, schema: schema, busyTimeout: busyTimeout)
      database =
        includesConfidential && mode == .readOnly
        ? try StoreOpening.unsealed(file, schema: schema) : file
    } catch {
      throw StoreErrors.translated(error, path: path)
    }
  }

  /// An empty graph in memory, gone with this object; two of them share nothing.
  ///
  /// - Throws: `RelataError` RL4005 if SQLite cannot make it.
  public init(inMemory schema: RelationSchema = .standard) throws(RelataError) {
    path = ":memory:"
    scope = .standing
    mode = .createIfMissing
    self.schema = schema
    do {
      database = try StoreOpening.inMemory()
    } catch {
      throw StoreErrors.translated(error, path: path)
    }
  }

  /// Finishes: folds the write-ahead log into the one file and closes it.
  ///
  /// Not needed for safety, but afterwards the graph is a single file that can be copied or put on
  /// read-only media. Using the store afterwards throws `RelataError` RL4012; closing again does
  /// nothing. Must not run while another thread uses the store.
  public func close() throws(RelataError) {
    guard !isClosed.exchange(true, ordering: .sequentiallyConsistent) else { return }
    if mode != .readOnly {
      // Fails harmlessly if others are reading: the log then stays beside the file.
      try? database.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA busy_timeout = 0")
        _ = try Row.fetchAll(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        try db.execute(sql: "PRAGMA journal_mode = DELETE")
      }
    }
    do { try database.close() } catch { throw StoreErrors.translated(error, path: path) }
  }

  /// Checks the whole file.
  ///
  /// - Throws: `RelataError` RL4004 with the first finding if the file is damaged.
  /// - Complexity: O(size of the file).
  public func verify() throws(RelataError) {
    try read { db in
      let findings = try String.fetchAll(db, sql: "PRAGMA integrity_check(1)")
      if let finding = findings.first, finding != "ok" {
        throw StoreErrors.corrupted(self.path, finding)
      }
      if try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") != nil {
        throw StoreErrors.corrupted(self.path, "a row refers to one that is missing")
      }
    }
  }

  // MARK: - Access

  func read<T>(_ body: (Database) throws -> T) throws(RelataError) -> T {
    try translating { try database.read(body) }
  }

  /// The rows that questions are answered from.
  func rows(_ db: Database) throws -> GraphRows {
    GraphRows(db: db, decided: try DecidedParts(db: db, schema: schema, scope: scope))
  }

  func write<T>(_ body: (Database) throws -> T) throws(RelataError) -> T {
    guard mode != .readOnly else { throw StoreErrors.readOnly(path) }
    return try translating { try database.write(body) }
  }

  /// Outside of a transaction, for what SQLite does in none.
  func unguarded(_ body: (Database) throws -> Void) throws(RelataError) {
    guard mode != .readOnly else { throw StoreErrors.readOnly(path) }
    try translating { try database.writeWithoutTransaction(body) }
  }

  private func translating<T>(_ body: () throws -> T) throws(RelataError) -> T {
    guard !isClosed.load(ordering: .sequentiallyConsistent) else { throw StoreErrors.closed(path) }
    do { return try body() } catch { throw StoreErrors.translated(error, path: path) }
  }
}
