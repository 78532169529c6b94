import GRDB
import RelataGraph

/// Which names the documents connect.
struct ClaimGraph {
  let db: Database

  /// All names connected with some by claims in either direction, those included.
  func closure(of keys: Set<NameKey>) throws -> Set<NameKey> {
    var closure = keys
    var queue = keys.sorted()
    while let key = queue.popLast() {
      let neighbors = try NameKey.fetchAll(
        db.cachedStatement(
          literal: """
            SELECT aliasKey FROM aliasClaim WHERE nameKey = \(key)
            UNION SELECT nameKey FROM aliasClaim WHERE aliasKey = \(key)
            """))
      for next in neighbors where closure.insert(next).inserted { queue.append(next) }
    }
    return closure
  }
}
