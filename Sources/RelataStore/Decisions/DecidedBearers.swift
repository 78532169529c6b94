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
    decision.isUndone = 0 AND decision.kind IN ('merge', 'different', 'split', 'alias', 'retype')
    """

  /// Where a bearer stands in a decision about identity.
  private struct Stand: Decodable, FetchableRecord {
    var number: Int
    var kind: Decision.Kind
    var side: Int
  }

  /// The keys under which decisions may name a bearer: its own, those under which it was read, whoever is called so.
  private func anchors(_ key: BearerKey) throws -> JSONList {
    let read = try BearerKey.fetchAll(
      db.cachedStatement(literal: "SELECT readKey FROM retypedName WHERE nameKey = \(key)"))
    return JSONList(Set(read + [key, .anyone(key.name)]).map(\.text).sorted())
  }

  private func stands(_ key: BearerKey) throws -> [Stand] {
    guard !isEmpty else { return [] }
    let anchors = try anchors(key)
    return try Stand.fetchAll(
      db.cachedStatement(
        literal: """
          SELECT decision.number, decision.kind, decisionBearer.side FROM decisionBearer
          JOIN decision ON decision.number = decisionBearer.decision
          WHERE decisionBearer.nameKey IN (SELECT value FROM json_each(\(anchors)))
            AND \(Self.counts)
          ORDER BY decisionBearer.side DESC
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
          key, decision: stand.number, side: stand.side, joins: stand.kind.joins)
      }
    }
    return isEmpty ? .none : IdentityConstraints(decisions)
  }

  /// As ``IdentityDecisions/names(of:)`` gives them for all decisions.
  func names(of key: BearerKey) throws -> [NameKey] {
    guard !isEmpty else { return [] }
    let anchors = try anchors(key)
    let names = try NameKey.fetchAll(
      db.cachedStatement(
        literal: """
          SELECT DISTINCT other.name FROM decisionBearer
          JOIN decision ON decision.number = decisionBearer.decision
          JOIN decisionBearer AS other ON other.decision = decision.number
          WHERE decisionBearer.nameKey IN (SELECT value FROM json_each(\(anchors)))
            AND decision.kind IN ('merge', 'alias', 'retype')
            AND decision.isUndone = 0
          """))
    return key.name.others(names)
  }

  // MARK: - Names of places and the like

  /// The names without documents that decisions make one with some, each decision's of one type together.
  func joined(with names: some Sequence<NameKey>) throws -> [Set<NameKey>] {
    guard !isEmpty else { return [] }
    var numbers: Set<Int> = []
    for name in names {
      numbers.formUnion(try stands(.anyone(name)).filter(\.kind.joins).map(\.number))
    }
    return try numbers.sorted().flatMap { number in
      let keys = try BearerKey.fetchAll(
        db.cachedStatement(
          literal: """
            SELECT nameKey FROM decisionBearer WHERE decision = \(number)
            UNION SELECT retypedName.nameKey FROM decisionBearer
            JOIN retypedName ON retypedName.readKey = decisionBearer.nameKey
            WHERE decision = \(number)
            """))
      return Dictionary(grouping: keys.filter { $0.document == nil }, by: \.name.type)
        .values.map { Set($0.map(\.name)) }
    }
  }
}
