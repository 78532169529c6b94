import GRDB
import RelataCore
import RelataGraph

/// Finds the entities that may be the same as one, by the names and profiles of their bearers.
struct PossibleIdentities {
  let rows: GraphRows
  private let decided: DecidedBearers
  private var db: Database { rows.db }

  init(rows: GraphRows) throws {
    self.rows = rows
    decided = try DecidedBearers(db: rows.db)
  }

  /// Entities that may be the same; those for which most speaks first.
  func of(_ id: EntityID) throws -> [PossibleIdentity] {
    let bearers = Bearers(db: db)
    var best: [EntityID: BearerComparison] = [:]
    var refused: Set<EntityID> = []
    let own = try bearers.bearers(of: id)
    for bearer in own {
      for key in try bearers.candidates(for: bearer) {
        guard let entity = try bearers.entity(of: key), entity != id, !refused.contains(entity),
          let other = try bearers.bearer(key)
        else { continue }
        let comparison = BearerComparison(bearer, other)
        let isDecided =
          try decided.constraints([bearer.key, key]).decision(bearer.key, key) == false
        if isDecided || bearer.key.document == other.key.document
          || !comparison.conflicts.isEmpty
        {
          refused.insert(entity)
          continue
        }
        guard comparison.verdict != .different else { continue }
        if let known = best[entity], known.score >= comparison.score { continue }
        best[entity] = comparison
      }
    }
    // Two whom a document names both are two, also where no comparison brought those bearers together.
    let documents = Set(own.map(\.key.document))
    for entity in best.keys where !refused.contains(entity) {
      let others = try bearers.bearers(of: entity)
      if others.contains(where: { documents.contains($0.key.document) }) { refused.insert(entity) }
    }
    let entities = try rows.entities(Set(best.keys).subtracting(refused))
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
    let bearers = Bearers(db: db)
    let (mine, theirs) = (try bearers.bearers(of: a), try bearers.bearers(of: b))
    var best: (comparison: BearerComparison, isTogether: Bool)?
    for one in mine {
      for other in theirs {
        let comparison = BearerComparison(one, other)
        if try decided.constraints([one.key, other.key]).decision(one.key, other.key) == false {
          return IdentityReasons(comparison, isTogether: false, isDecided: true)
        }
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
