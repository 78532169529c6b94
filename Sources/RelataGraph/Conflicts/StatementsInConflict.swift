import RelataCore

/// Looks for statements of a graph that conflict.
struct StatementsInConflict {
  let graph: KnowledgeGraph

  /// What is said to be so or not so, in order of the ids.
  var stated: [Relation] {
    graph.relations.filter {
      ($0.status == .asserted || $0.status == .claimed) && !$0.evidence.isEmpty
    }
  }

  /// What is said to be so now.
  var current: [Relation] {
    stated.filter { $0.polarity == .positive && $0.tense == .current }
  }

  /// The relations between two entities, whichever is the subject.
  func relations(between a: EntityID, and b: EntityID) -> [Relation] {
    graph.relations(of: a).filter { $0.subject == b || $0.object == b }
  }

  /// A conflict, the earlier side first.
  func conflict(
    _ kind: Conflict.Kind, about: EntityID, _ a: Conflict.Side, _ b: Conflict.Side
  ) -> Conflict {
    func key(_ side: Conflict.Side) -> (Int, String, String) {
      (
        StatementDays.published(side.record) ?? Int.max, side.relation.id.rawValue,
        side.record.document.rawValue
      )
    }
    let (first, second) = key(b) < key(a) ? (b, a) : (a, b)
    return Conflict(kind: kind, about: about, first: first, second: second)
  }

  /// The pieces of evidence of two relations that are set against each other: the surest that time does not explain.
  ///
  /// - Parameters:
  ///   - a: What one says.
  ///   - b: What the other says.
  ///   - changes: Whether what is stated may change, so that texts of distant days may both be right.
  /// - Returns: nil where time explains all of them.
  func opposed(
    _ a: Relation, _ b: Relation, changes: Bool
  ) -> (Conflict.Side, Conflict.Side)? {
    var best: (score: Double, EvidenceRecord, EvidenceRecord)?
    // The surest are enough: a relation with hundreds of sentences has them on all its days.
    for first in Self.surest(a) {
      for second in Self.surest(b) where !StatementDays.differ(first, second) {
        if changes, let days = StatementDays.between(first, second), days > StatementDays.memory {
          continue
        }
        let score = first.confidence + second.confidence
        if let best, best.score >= score { continue }
        best = (score, first, second)
      }
    }
    return best.map {
      (Conflict.Side(relation: a, record: $0.1), Conflict.Side(relation: b, record: $0.2))
    }
  }

  private static func surest(_ relation: Relation) -> [EvidenceRecord] {
    Array(
      relation.evidence.enumerated().sorted { a, b in
        a.element.confidence != b.element.confidence
          ? a.element.confidence > b.element.confidence : a.offset < b.offset
      }.prefix(50).map(\.element))
  }

  /// Whether two names may be one person's or firm's of whom the graph does not know it.
  func maySame(_ a: EntityID, _ b: EntityID) -> Bool {
    guard let a = graph.entity(a), let b = graph.entity(b) else { return false }
    let forms = { (entity: Entity) in
      ([entity.name] + entity.aliases).map { NameKey($0, type: entity.type) }
    }
    return forms(a).contains { name in forms(b).contains { NameAgreement(name, $0) > .different } }
  }
}
