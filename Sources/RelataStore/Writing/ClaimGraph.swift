import GRDB
import RelataGraph

/// Which names the documents connect, and people.
struct ClaimGraph {
  let db: Database

  /// All names connected with some by claims in either direction or by decisions, those included.
  func closure(of keys: Set<NameKey>) throws -> Set<NameKey> {
    guard !keys.isEmpty else { return [] }
    let decided = try DecidedBearers(db: db)
    var closure = keys
    var queue = keys.sorted()
    while let key = queue.popLast() {
      let neighbors = try NameKey.fetchAll(
        db.cachedStatement(
          literal: """
            SELECT aliasKey FROM aliasClaim WHERE nameKey = \(key)
            UNION SELECT nameKey FROM aliasClaim WHERE aliasKey = \(key)
            """))
      let joined = try decided.joined(with: [key]).filter { $0.contains(key) }
      for next in neighbors + joined.joined().sorted() where closure.insert(next).inserted {
        queue.append(next)
      }
    }
    return closure
  }
}
