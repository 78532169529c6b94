import RelataCore
import RelataGraph
import RelataStore

/// What is told of a decision about a type.
extension DecisionLines {
  static func words(_ type: EntityType?) -> String {
    switch type {
    case .person: "a person"
    case .organization: "an organization"
    case .location: "a place"
    case .group: "a people or group"
    case .event: "an event"
    case .other: "a work, product or law"
    default: "of another type"
    }
  }

  /// What is to be said of relations that an entity of another type cannot have by the schema: they stay.
  func unfit(_ standing: StandingDecision) -> [String] {
    guard standing.decision.kind == .retype, standing.state == .applies else { return [] }
    let entities = Set(standing.entities.joined())
    let unfit = graph.relations.filter { relation in
      guard entities.contains(relation.subject) || entities.contains(relation.object),
        let subject = graph.entity(relation.subject)?.type,
        let object = graph.entity(relation.object)?.type
      else { return false }
      guard let type = graph.schema[relation.type] else { return false }
      return
        !(type.domain.contains(subject) && type.range.contains(object)
        || type.isSymmetric && type.domain.contains(object) && type.range.contains(subject))
    }
    guard !unfit.isEmpty else { return [] }
    let shown = unfit.prefix(8).map { relation in
      TextWidth.printable(
        "\(name(relation.subject)) — \(relation.type) — \(name(relation.object)): \(relation.id)")
    }
    let more = unfit.count > 8 ? ["and \(unfit.count - 8) more"] : []
    return [
      "\(Count.of(unfit.count, "relation")) \(unfit.count == 1 ? "does" : "do") not fit the new type; "
        + "they stay, 'relata reject' takes one out:"
    ] + (shown + more).map { "  " + $0 }
  }
}
