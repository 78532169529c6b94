import GRDB
import RelataCore
import RelataGraph

/// What decisions say of bearers, looked up as they are met: an update asks for those that it touches.
struct DecidedBearers {
  let db: Database
  /// Whether nothing was decided about identity: then nobody is looked up.
  private let isEmpty: Bool

  init(db: Database) throws {
    self.db = db
    isEmpty =
      try Int.fetchOne(
        db.cachedStatement(literal: "SELECT 1 FROM decision WHERE \(Self.counts) LIMIT 1")) == nil
  }

  private static let counts: SQL = """
    decision.isUndone = 0 AND decision.kind IN ('merge', 'different', 'split')
    """

  /// Where a bearer stands in a decision about identity.
  private struct Stand: Decodable, FetchableRecord {
    var number: Int
    var kind: Decision.Kind
    var side: Int
  }

  private func stands(_ key: BearerKey) throws -> [Stand] {
    guard !isEmpty else { return [] }
    return try Stand.fetchAll(
      db.cachedStatement(
        literal: """
          SELECT decision.number, decision.kind, decisionBearer.side FROM decisionBearer
          JOIN decision ON decision.number = decisionBearer.decision
          WHERE decisionBearer.nameKey = \(key) AND \(Self.counts)
          """))
  }

  func isDecided(_ key: BearerKey) throws -> Bool { try !stands(key).isEmpty }

  /// What was decided among some bearers.
  func constraints(_ keys: some Collection<BearerKey>) throws -> IdentityConstraints {
    var decisions = IdentityDecisions()
    var isEmpty = true
    for key in keys {
      for stand in try stands(key) {
        isEmpty = false
        decisions.add(
          key, decision: stand.number, side: stand.side, joins: stand.kind == .merge)
      }
    }
    return isEmpty ? .none : IdentityConstraints(decisions)
  }

  /// As ``IdentityDecisions/names(of:)`` gives them for all decisions.
  func names(of key: BearerKey) throws -> [NameKey] {
    guard !isEmpty else { return [] }
    return try NameKey.fetchAll(
      db.cachedStatement(
        literal: """
          SELECT DISTINCT other.name FROM decisionBearer
          JOIN decision ON decision.number = decisionBearer.decision
          JOIN decisionBearer AS other ON other.decision = decision.number
          WHERE decisionBearer.nameKey = \(key) AND decision.kind = 'merge'
            AND decision.isUndone = 0 AND other.name <> \(key.name)
          """)
    ).sorted()
  }
}
