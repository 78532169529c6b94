import GRDB
import RelataCore
import RelataGraph

/// Another entity that an entity may be, or is not.
public struct PossibleIdentity: Hashable, Sendable {
  /// The other entity.
  public var entity: Entity
  /// What speaks for it and against it, of the bearers that agree best.
  public var reasons: IdentityReasons
}

/// Two entities that may be one.
public struct IdentityCandidate: Hashable, Sendable {
  /// The one with the smaller id.
  public var first: Entity
  public var second: Entity
  public var reasons: IdentityReasons
  /// How many pairs of others only the two together tie: what joining them would open.
  public var consequence: Int
}

extension GraphStore {
  /// Entities that may be the same as an entity: of like names, and nothing known that speaks against it.
  ///
  /// - Returns: Those for which most speaks first, then by id.
  /// - Throws: `RelataError` RL4004 or RL4008 if the file cannot be read.
  /// - Complexity: O(bearers of the entity times bearers of like names).
  public func maybeSame(as id: EntityID) throws(RelataError) -> [PossibleIdentity] {
    try read { db in try PossibleIdentities(rows: rows(db)).of(id) }
  }

  /// What speaks for two entities' being one, and against it.
  ///
  /// - Throws: `RelataError` RL4004 or RL4008 if the file cannot be read.
  public func compare(_ a: EntityID, _ b: EntityID) throws(RelataError) -> IdentityReasons? {
    try read { db in try PossibleIdentities(rows: rows(db)).reasons(a, b) }
  }

  /// All pairs of entities that may be one, those first whose joining would open most paths.
  ///
  /// - Throws: `RelataError` RL4004 or RL4008 if the file cannot be read.
  /// - Complexity: O(bearers times bearers of like names).
  public func identityCandidates() throws(RelataError) -> [IdentityCandidate] {
    try read { db in
      let possible = try PossibleIdentities(rows: rows(db))
      let relations = try possible.rows.relations()
      var neighbors: [EntityID: Set<EntityID>] = [:]
      for relation in relations {
        neighbors[relation.subject, default: []].insert(relation.object)
        neighbors[relation.object, default: []].insert(relation.subject)
      }
      var found: [IdentityCandidate] = []
      let ids = try EntityID.fetchAll(
        db,
        sql: "SELECT id FROM entity WHERE type IN ('PERSON', 'ORGANIZATION') ORDER BY id")
      for id in ids {
        let others = try possible.of(id).filter { id < $0.entity.id }
        guard !others.isEmpty, let entity = try possible.rows.entities([id]).first else {
          continue
        }
        for other in others {
          let (mine, theirs) = (neighbors[id] ?? [], neighbors[other.entity.id] ?? [])
          let opened = mine.subtracting(theirs).count * theirs.subtracting(mine).count
          found.append(
            IdentityCandidate(
              first: entity, second: other.entity, reasons: other.reasons, consequence: opened))
        }
      }
      return found.sorted {
        ($1.consequence, $1.reasons.score ?? -.infinity, $0.first.id, $0.second.id)
          < ($0.consequence, $0.reasons.score ?? -.infinity, $1.first.id, $1.second.id)
      }
    }
  }

  /// The entity that an entity of a document became; nil if the document has no such entity.
  package func entity(of local: EntityID, in document: DocumentID) throws(RelataError) -> EntityID?
  {
    try read { db in
      try EntityID.fetchOne(
        db,
        SQLRequest(
          literal: """
            SELECT entityId FROM documentEntity
            JOIN nameGroup ON nameGroup.nameKey = documentEntity.nameKey
            WHERE documentId = \(document) AND localId = \(local)
            """))
    }
  }
}
