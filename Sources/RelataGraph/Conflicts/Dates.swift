import RelataCore

extension StatementsInConflict {
  /// Two dates of what happens once: a birth, a founding.
  func dates() -> [Conflict] {
    struct Fact: Hashable {
      var type: RelationID
      var about: EntityID
    }
    var facts: [Fact: [Conflict.Side]] = [:]
    for relation in stated where relation.polarity == .positive {
      guard let end = graph.schema[relation.type]?.once else { continue }
      let about = end == .subject ? relation.subject : relation.object
      for record in relation.evidence where record.time.flatMap(StatementDays.span) != nil {
        facts[Fact(type: relation.type, about: about), default: []].append(
          Conflict.Side(relation: relation, record: record))
      }
    }
    return facts.sorted { ($0.key.about, $0.key.type) < ($1.key.about, $1.key.type) }
      .compactMap { fact, sides in
        // The surest statement, and the surest that speaks of another time.
        let ordered = sides.enumerated().sorted { a, b in
          a.element.record.confidence != b.element.record.confidence
            ? a.element.record.confidence > b.element.record.confidence : a.offset < b.offset
        }.map(\.element)
        for (i, one) in ordered.enumerated() {
          for other in ordered[(i + 1)...] where StatementDays.differ(one.record, other.record) {
            return conflict(.date, about: fact.about, one, other)
          }
        }
        return nil
      }
  }
}
