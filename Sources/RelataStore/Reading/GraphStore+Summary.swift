import GRDB
import RelataCore
import RelataGraph

/// How much a graph tells, and of whom most.
public struct StoredSummary: Hashable, Sendable {
  public var entities: Int
  public var relations: Int
  /// The name of the person with most relations, else of whoever has most; the first by name among equals.
  ///
  /// Nil of a graph without relations.
  public var mostConnected: String?
}

extension GraphStore {
  /// Counts what the graph tells, without loading it: what somebody rejected or hid does not count.
  ///
  /// - Throws: `RelataError` RL4004 or RL4008 if the file cannot be read.
  /// - Complexity: O(V + E) by index.
  public func summary() throws(RelataError) -> StoredSummary {
    try read { db in
      let told: SQL = """
        NOT EXISTS (SELECT 1 FROM leftOut WHERE leftOut.id IN (relation.id, subjectId, objectId))
        """
      func count(_ query: SQL) throws -> Int {
        try Int.fetchOne(db, SQLRequest<Int>(literal: query)) ?? 0
      }
      return StoredSummary(
        entities: try count(
          "SELECT count(*) FROM entity WHERE id NOT IN (SELECT id FROM leftOut)"),
        relations: try count("SELECT count(*) FROM relation WHERE \(told)"),
        mostConnected: try String.fetchOne(
          db,
          SQLRequest(
            literal: """
              SELECT entity.name FROM (
                SELECT id, sum(degree) AS degree FROM (
                  SELECT subjectId AS id, count(*) AS degree FROM relation WHERE \(told)
                  GROUP BY subjectId
                  UNION ALL SELECT objectId, count(*) FROM relation WHERE \(told) GROUP BY objectId)
                GROUP BY id) AS ends
              JOIN entity ON entity.id = ends.id
              ORDER BY entity.type = 'PERSON' DESC, degree DESC, entity.name, entity.id LIMIT 1
              """)))
    }
  }
}
