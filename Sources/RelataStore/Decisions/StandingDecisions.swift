import GRDB
import RelataCore
import RelataGraph
import RelataLanguage

/// A decision with what has become of it.
public struct StandingDecision: Hashable, Sendable {
  /// Whether a decision counts.
  public enum State: String, Sendable, Codable, CaseIterable {
    /// It counts, and the graph is as it says.
    case applies
    /// Those whom it names are not in the graph, or it cannot be followed beside the other decisions.
    case doesNotApply = "does not apply"
    /// A later decision undoes it.
    case undone
  }

  public var decision: Decision
  public var state: State
  /// The entities of each of its sides, in order of their ids.
  public var entities: [[EntityID]]
  /// The relations that it is about, in order of their ids.
  public var relations: [AssertionID]
}

/// Finds what the decisions of a graph file are about now.
struct StandingDecisions {
  let db: Database
  let schema: RelationSchema

  private struct Place: Decodable, FetchableRecord {
    var decision: Int
    var side: Int
    var entityId: EntityID
  }

  /// All decisions, in order.
  ///
  /// - Complexity: O(anchors of the decisions), and the statements of documents that they name.
  func all() throws -> [StandingDecision] {
    let log = try DecisionLog(db: db).decisions()
    guard !log.isEmpty else { return [] }
    let undone = Decision.undone(in: log)
    let places = Dictionary(
      grouping: try Place.fetchAll(
        db,
        SQLRequest(
          literal: """
            SELECT decision, side, entityId FROM decisionBearer
            JOIN nameGroup ON nameGroup.nameKey = decisionBearer.nameKey WHERE entityId NOT NULL
            UNION SELECT decision, side, entityId FROM decisionBearer
            JOIN retypedName ON retypedName.readKey = decisionBearer.nameKey
            JOIN nameGroup ON nameGroup.nameKey = retypedName.nameKey WHERE entityId NOT NULL
            UNION SELECT decision, side, entityId FROM decisionBearer
            JOIN bearer ON bearer.name = decisionBearer.name
            JOIN nameGroup ON nameGroup.nameKey = bearer.nameKey
            WHERE decisionBearer.documentId IS NULL AND entityId NOT NULL
            """)), by: \.decision)
    let named = GraphRows.list(log.flatMap(\.documents))
    let documents = try DocumentID.fetchSet(
      db,
      SQLRequest(
        literal: "SELECT id FROM document WHERE id IN (SELECT value FROM json_each(\(named)))"))
    return try log.map { decision in
      var entities = [[EntityID]](repeating: [], count: decision.sides.count)
      for place in places[decision.number ?? 0] ?? [] where entities.indices.contains(place.side) {
        entities[place.side].append(place.entityId)
      }
      entities = entities.map { $0.sorted() }
      let relations = try decision.relation.map(relations) ?? []
      let applies =
        switch decision.kind {
        case .confidential, .disclose: decision.documents.contains(where: documents.contains)
        case .retype: try entities.joined().contains { try type(of: $0) == decision.type }
        default: Self.applies(decision, entities, relations, log)
        }
      return StandingDecision(
        decision: decision,
        state: undone.contains(decision.id) ? .undone : applies ? .applies : .doesNotApply,
        entities: entities, relations: relations)
    }
  }

  private func type(of entity: EntityID) throws -> EntityType? {
    try EntityType.fetchOne(
      db.cachedStatement(literal: "SELECT type FROM entity WHERE id = \(entity)"))
  }

  private static func applies(
    _ decision: Decision, _ entities: [[EntityID]], _ relations: [AssertionID], _ log: [Decision]
  ) -> Bool {
    let sides = entities.filter { !$0.isEmpty }
    switch decision.kind {
    case .merge: return sides.count > 1 && Set(sides.joined()).count == 1
    case .different, .split:
      return sides.count > 1 && Set(sides.joined()).count == sides.joined().count
    case .alias: return entities.first?.isEmpty == false && Set(sides.joined()).count == 1
    case .rename: return !sides.isEmpty
    case .reject, .confirm: return !relations.isEmpty
    case .hide, .note: return !sides.isEmpty || !relations.isEmpty
    case .confidential, .disclose, .retype: return false
    case .undo: return log.contains { $0.id == decision.undoes }
    }
  }

  // MARK: - Relations

  private struct Candidate: Decodable, FetchableRecord {
    var relationId: AssertionID
    var subjectKey: BearerKey
    var objectKey: BearerKey
    var predicate: String
    var quote: String
  }

  /// The relations that statements of an anchor support: by their ends, or where none has them by their words.
  private func relations(_ anchor: RelationAnchor) throws -> [AssertionID] {
    var byEnds: Set<AssertionID> = []
    var byWords: Set<AssertionID> = []
    for (document, statements) in Dictionary(grouping: anchor.statements, by: \.document) {
      let candidates = try Candidate.fetchAll(
        db.cachedStatement(
          literal: """
            SELECT relationId, subjectKey, objectKey, predicate, quote FROM assertion
            WHERE documentId = \(document) AND relationId NOT NULL AND type = \(anchor.type)
              AND polarity = \(anchor.polarity) AND status = \(anchor.status)
              AND tense = \(anchor.tense)
            """))
      for candidate in candidates
      where anchor.predicate == nil || TextFolding.folded(candidate.predicate) == anchor.predicate {
        if statements.contains(where: { fits($0, candidate, anchor.type) }) {
          byEnds.insert(candidate.relationId)
        } else if statements.contains(where: { $0.quote == candidate.quote }) {
          byWords.insert(candidate.relationId)
        }
      }
    }
    return (byEnds.isEmpty ? byWords : byEnds).sorted()
  }

  private func fits(
    _ statement: StatementAnchor, _ candidate: Candidate, _ type: RelationID
  ) -> Bool {
    let (subject, object) = (statement.subject.key, statement.object.key)
    if subject == candidate.subjectKey, object == candidate.objectKey { return true }
    return schema[type]?.isSymmetric == true && subject == candidate.objectKey
      && object == candidate.subjectKey
  }
}
