import GRDB
import RelataCore
import RelataGraph

/// What a store tells of what people decided about.
public enum DecisionScope: String, Sendable, CaseIterable {
  /// Everything but what somebody rejected or hid.
  case standing
  /// Everything.
  case all
  /// Only the relations that somebody confirmed.
  case confirmed
}

/// Which entities and relations of a graph file people decided about.
struct DecidedParts {
  let scope: DecisionScope
  /// Those that somebody joined with others or told from them.
  private(set) var entities: Set<EntityID> = []
  /// Notes by the id of the entity or relation.
  private(set) var notes: [String: [String]] = [:]
  private(set) var hidden: Set<EntityID> = []
  private(set) var relations: [AssertionID: RelationDecision] = [:]

  /// - Complexity: O(decisions and what they name).
  init(db: Database, schema: RelationSchema, scope: DecisionScope) throws {
    self.scope = scope
    for standing in try StandingDecisions(db: db, schema: schema).all()
    where standing.state == .applies {
      let named = Set(standing.entities.joined())
      switch standing.decision.kind {
      case .merge, .different, .split, .retype, .alias: entities.formUnion(named)
      case .reject: decide(standing, .rejected)
      case .confirm: decide(standing, .confirmed)
      case .hide:
        hidden.formUnion(named)
        decide(standing, .hidden)
      case .note:
        guard let text = standing.decision.text else { continue }
        for id in named.map(\.rawValue) + standing.relations.map(\.rawValue) {
          notes[id, default: []].append(text)
        }
      case .rename, .confidential, .disclose, .undo: break
      }
    }
  }

  /// Of several decisions about a relation the last one counts.
  private mutating func decide(_ standing: StandingDecision, _ decision: RelationDecision) {
    for relation in standing.relations { relations[relation] = decision }
  }

  /// Whether an entity is told of.
  func shows(_ entity: EntityID) -> Bool { scope == .all || !hidden.contains(entity) }

  /// What was decided about a relation or one of its ends.
  func decision(_ row: RelationRow) -> RelationDecision? {
    if let decision = relations[row.id], decision != .confirmed { return decision }
    if hidden.contains(row.subjectId) || hidden.contains(row.objectId) { return .hidden }
    return relations[row.id]
  }

  /// Whether a relation is told of.
  func shows(_ row: RelationRow) -> Bool {
    switch scope {
    case .all: true
    case .standing: decision(row) == nil || decision(row) == .confirmed
    case .confirmed: decision(row) == .confirmed
    }
  }
}
