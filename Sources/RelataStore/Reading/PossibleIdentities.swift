import GRDB
import RelataCore
import RelataGraph

/// Finds the entities that may be the same as one, by the names and profiles of their bearers.
struct PossibleIdentities {
  let db: Database

  /// Entities that may be the same; those for which most speaks first.
  func of(_ id: EntityID) throws -> [PossibleIdentity] {
    let rows = Bearers(db: db)
    var best: [EntityID: BearerComparison] = [:]
    var refused: Set<EntityID> = []
    for bearer in try rows.bearers(of: id) {
      for key in try rows.candidates(for: bearer) {
        guard let entity = try rows.entity(of: key), entity != id, !refused.contains(entity),
          let other = try rows.bearer(key)
        else { continue }
        let comparison = BearerComparison(bearer, other)
        if bearer.key.document == other.key.document || !comparison.conflicts.isEmpty {
          refused.insert(entity)
          continue
        }
        guard comparison.verdict != .different else { continue }
        if let known = best[entity], known.score >= comparison.score { continue }
        best[entity] = comparison
      }
    }
    let entities = try GraphRows(db: db).entities(Set(best.keys).subtracting(refused))
    return entities.compactMap { entity in
      best[entity.id].map {
        PossibleIdentity(entity: entity, reasons: IdentityReasons($0, isTogether: false))
      }
    }.sorted {
      ($1.reasons.score ?? -.infinity, $0.entity.id) < (
        $0.reasons.score ?? -.infinity, $1.entity.id
      )
    }
  }

  /// The comparison of two entities: of the bearers that cannot be one, else of those that agree best.
  func reasons(_ a: EntityID, _ b: EntityID) throws -> IdentityReasons? {
    let rows = Bearers(db: db)
    let (mine, theirs) = (try rows.bearers(of: a), try rows.bearers(of: b))
    var best: (comparison: BearerComparison, isTogether: Bool)?
    for one in mine {
      for other in theirs {
        let comparison = BearerComparison(one, other)
        let isTogether = one.key.document == other.key.document
        let found = (comparison, isTogether)
        if isTogether || !comparison.conflicts.isEmpty {
          return IdentityReasons(found.0, isTogether: found.1)
        }
        if let best, best.comparison.score >= comparison.score { continue }
        best = found
      }
    }
    return best.map { IdentityReasons($0.comparison, isTogether: $0.isTogether) }
  }
}
