import GRDB
import RelataCore
import RelataGraph

extension GraphStore {
  /// Takes documents out of the graph and erases their words from the file.
  ///
  /// What the documents alone told of is gone with them; what others say as well stays. Freed pages are overwritten,
  /// the file is written anew and its log emptied, so that no byte of the documents is left in it; copies of the file
  /// and the file system's own remains are out of reach.
  ///
  /// What people decided about the documents is erased with them, and the words of decisions that were about them alone.
  ///
  /// - Parameters:
  ///   - ids: The documents; those that the graph does not hold are passed over.
  ///   - keepingDecisions: True leaves decisions as they are, names and quotes included: they count again when the
  ///     documents come back.
  /// - Returns: The ones it held, in the order given.
  /// - Throws: `RelataError` RL4006 if the graph is in use, RL4007 if it cannot be written in full.
  /// - Complexity: O(size of the file).
  public func forget(
    _ ids: [DocumentID], keepingDecisions: Bool = false
  ) throws(RelataError) -> [DocumentID] {
    try unguarded { try $0.execute(sql: "PRAGMA secure_delete = ON") }
    var forgotten: [DocumentID] = []
    for id in ids where try remove(id, erasingDecisions: !keepingDecisions) {
      forgotten.append(id)
    }
    guard !forgotten.isEmpty else { return [] }
    try unguarded { db in
      try db.execute(sql: "VACUUM")
      _ = try Row.fetchAll(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
    return forgotten
  }

  /// Notes that a document is found in some files no more; it stays.
  ///
  /// - Throws: As ``forget(_:keepingDecisions:)`` does.
  public func forget(_ files: [SourceFile], of id: DocumentID) throws(RelataError) {
    try write { db in
      for file in files { try DocumentFiles(db: db).forget(file, of: id) }
    }
  }
}
