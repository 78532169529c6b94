import GRDB
import RelataCore

/// A run that brought documents into a graph.
public struct StoredBuild: Hashable, Sendable {
  /// Its place in the order of builds, from 1.
  public var number: Int
  /// The day on which it ran, as ISO 8601; nil where it was not told.
  public var day: String?

  /// A build with its fields.
  public init(number: Int, day: String?) {
    self.number = number
    self.day = day
  }
}

extension GraphStore {
  /// The build that comes next; it counts once ``add(_:producer:readTogether:build:)`` brings a document with it.
  ///
  /// - Throws: `RelataError` RL4004 or RL4008 if the file cannot be read.
  public func nextBuild(on day: String?) throws(RelataError) -> StoredBuild {
    let last = try read { db in
      try Int.fetchOne(db, SQLRequest<Int>(literal: "SELECT max(number) FROM build")) ?? 0
    }
    return StoredBuild(number: last + 1, day: day)
  }

  /// The last build of which a document is still there, and its documents; nil where no build is known.
  ///
  /// - Throws: `RelataError` RL4004 or RL4008 if the file cannot be read.
  /// - Complexity: O(documents of the build), by index.
  public func lastBuild() throws(RelataError) -> (build: StoredBuild, documents: Set<DocumentID>)? {
    try read { db in
      guard
        let number = try Int.fetchOne(
          db, SQLRequest<Int>(literal: "SELECT max(build) FROM document"))
      else { return nil }
      let day = try String.fetchOne(
        db, SQLRequest<String>(literal: "SELECT day FROM build WHERE number = \(number)"))
      let documents = try DocumentID.fetchSet(
        db, SQLRequest(literal: "SELECT id FROM document WHERE build = \(number)"))
      return (
        StoredBuild(number: try StoredNumber.checked(number, "build"), day: day), documents
      )
    }
  }
}

extension StoredBuild {
  /// Notes the build, if it is not yet.
  func note(_ db: Database) throws {
    try db.execute(
      literal: "INSERT OR IGNORE INTO build (number, day) VALUES (\(number), \(day))")
  }
}
