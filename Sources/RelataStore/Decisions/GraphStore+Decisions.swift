import GRDB
import RelataCore
import RelataGraph
import RelataLanguage

extension GraphStore {
  /// The log of decisions, in order, with what has become of each.
  ///
  /// - Parameter includingConfidential: True tells also what decisions say of confidential documents, and by them.
  /// - Returns: The decisions; without what confidential documents say, those of which something is left.
  /// - Throws: `RelataError` RL4004 or RL4008 if the file cannot be read.
  public func decisions(
    includingConfidential: Bool = false
  ) throws(RelataError) -> [StandingDecision] {
    try read { db in
      let all = try StandingDecisions(db: db, schema: schema).all()
      guard !includingConfidential else { return all }
      let sealed = try DocumentSeals.sealed(db)
      let told = sealed.isEmpty ? all : all.compactMap { $0.without(sealed) }
      let ids = Set(told.map(\.decision.id))
      return told.filter { standing in
        standing.decision.undoes.map { ids.contains($0) || !all.map(\.decision.id).contains($0) }
          ?? true
      }
    }
  }

  /// Decides that a document is confidential, unless it is; it need not be in the graph yet.
  ///
  /// - Parameters:
  ///   - id: The document.
  ///   - decision: When, by whom and why.
  ///   - unlessDecided: True leaves a document alone of which somebody decided that it is confidential no more.
  /// - Throws: As ``decide(_:)`` does.
  public func makeConfidential(
    _ id: DocumentID, _ decision: Decision, unlessDecided: Bool = false
  ) throws(RelataError) {
    let last = try read { db in
      try String.fetchOne(
        db,
        SQLRequest(
          literal: """
            SELECT kind FROM decisionDocument JOIN decision ON decision.number = decision
            WHERE documentId = \(id) AND isUndone = 0 AND kind IN ('confidential', 'disclose')
            ORDER BY number DESC LIMIT 1
            """))
    }
    guard last != Decision.Kind.confidential.rawValue, last == nil || !unlessDecided else { return }
    var decision = decision
    (decision.kind, decision.documents) = (.confidential, [id])
    try decide(decision)
  }

  /// Takes a decision into the log and brings the graph up to date, in one transaction.
  ///
  /// - Parameter decision: What is decided; its id is given here.
  /// - Returns: The decision with its id, and what has become of it.
  /// - Throws: `RelataError` RL4006 if the graph is in use, RL4007 if it cannot be written.
  @discardableResult
  public func decide(_ decision: Decision) throws(RelataError) -> StandingDecision? {
    try write { db in
      var update = GraphUpdate(db: db, schema: schema)
      let taken = try update.decide(decision, after: DecisionLog(db: db).decisions())
      try update.run()
      try DocumentSeals(db: db, schema: schema).run()
      return try StandingDecisions(db: db, schema: schema).all().first {
        $0.decision.id == taken.id
      }
    }
  }

  /// Takes decisions of another log in, in their order, each once: what this log has already is passed over.
  ///
  /// - Returns: Those that were new, with their ids in this log.
  /// - Throws: As ``decide(_:)`` does; then none is taken in.
  @discardableResult
  public func takeIn(_ decisions: [Decision]) throws(RelataError) -> [Decision] {
    try write { db in
      var known: [Decision: String] = [:]
      var log = try DecisionLog(db: db).decisions()
      for decision in log { known[decision.withoutID] = decision.id }
      var ids: [String: String] = [:]
      var taken: [Decision] = []
      var update = GraphUpdate(db: db, schema: schema)
      for decision in decisions {
        var own = decision
        own.undoes = decision.undoes.map { ids[$0] ?? $0 }
        if let id = known[own.withoutID] {
          ids[decision.id] = id
          continue
        }
        let new = try update.decide(own, after: log)
        log.append(new)
        ids[decision.id] = new.id
        known[new.withoutID] = new.id
        taken.append(new)
      }
      try update.run()
      try DocumentSeals(db: db, schema: schema).run()
      return taken
    }
  }

  // MARK: - Anchors

  /// The bearers of names that an entity is, in order; empty if it is unknown.
  public func anchors(of entity: EntityID) throws(RelataError) -> [NameAnchor] {
    try read { db in
      try BearerKey.fetchAll(
        db,
        SQLRequest(
          literal: "SELECT nameKey FROM nameGroup WHERE entityId = \(entity) ORDER BY nameKey")
      ).map(NameAnchor.init)
    }
  }

  /// What a relation is known by; nil if it is unknown.
  public func anchor(of relation: AssertionID) throws(RelataError) -> RelationAnchor? {
    try read { db in
      guard
        let row = try RelationRow.fetchOne(
          db, SQLRequest(literal: "SELECT * FROM relation WHERE id = \(relation)"))
      else { return nil }
      let statements = try AssertionRow.fetchAll(
        db,
        SQLRequest(
          literal: """
            SELECT * FROM assertion WHERE relationId = \(relation) ORDER BY documentId, position
            """)
      ).compactMap { row -> StatementAnchor? in
        guard let subject = BearerKey(text: row.subjectKey),
          let object = BearerKey(text: row.objectKey)
        else { return nil }
        return StatementAnchor(
          document: row.documentId, subject: NameAnchor(subject), object: NameAnchor(object),
          quote: row.quote)
      }
      var seen: Set<StatementAnchor> = []
      return RelationAnchor(
        type: row.type, polarity: row.polarity, status: row.status, tense: row.tense,
        predicate: row.type == .other ? TextFolding.folded(row.predicate) : nil,
        statements: statements.filter { seen.insert($0).inserted })
    }
  }
}

extension Decision {
  /// What makes it the same decision in two logs.
  fileprivate var withoutID: Decision {
    var decision = self
    decision.id = ""
    // As the log gives them back.
    decision.documents = Array(Set(documents)).sorted()
    decision.sides = sides.map { side in Array(Set(side)).sorted { $0.key < $1.key } }
    return decision
  }
}
