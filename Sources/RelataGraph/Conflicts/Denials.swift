import RelataCore

extension StatementsInConflict {
  /// What is said to be so here and not so there.
  func denials() -> [Conflict] {
    let stated = stated
    let denied = stated.filter { $0.polarity == .negative }
    return denied.flatMap { denial in
      relations(between: denial.subject, and: denial.object).compactMap { claim in
        conflict(claim, denial)
      }
    }
  }

  private func conflict(_ claim: Relation, _ denial: Relation) -> Conflict? {
    guard claim.polarity == .positive, claim.status == .asserted || claim.status == .claimed,
      !claim.evidence.isEmpty, let type = graph.schema[claim.type],
      claim.type == denial.type || type.implies.contains(denial.type),
      claim.type != .other || claim.predicate == denial.predicate,
      claim.subject == denial.subject || graph.schema[denial.type]?.isSymmetric == true
    else { return nil }
    // What was so, and is not so now, is no contradiction; what happened cannot unhappen.
    guard claim.tense == denial.tense || type.aspect == .event || type.isFixed else { return nil }
    guard
      let (first, second) = opposed(
        claim, denial, changes: type.aspect == .state && !type.isFixed),
      !isOneVoice(first.record, second.record)
    else { return nil }
    return conflict(kind(first, second), about: claim.subject, first, second)
  }

  /// Whether one person says both: that is for the reader of the quotes.
  private func isOneVoice(_ a: EvidenceRecord, _ b: EvidenceRecord) -> Bool {
    guard let first = a.attribution, let second = b.attribution else { return false }
    if let entity = first.entity, entity == second.entity { return true }
    return a.document == b.document && first.name == second.name
  }

  private func kind(_ claim: Conflict.Side, _ denial: Conflict.Side) -> Conflict.Kind {
    let ends = [claim.relation.subject, claim.relation.object]
    if speaksForParty(denial.record, ends) || speaksForParty(claim.record, ends) {
      return .disputed
    }
    let outlets = [claim, denial].map { $0.record.reading.outlet }
    let days = [claim, denial].map { StatementDays.published($0.record) }
    if outlets[0] == outlets[1], claim.record.document != denial.record.document,
      let first = days[0], let second = days[1], first != second,
      (first < second ? denial : claim).relation.status == .asserted
    {
      return .corrected
    }
    return .contradiction
  }

  /// Whether who says it is one of the ends, or holds a role for one: its lawyer, its spokesman.
  private func speaksForParty(_ record: EvidenceRecord, _ ends: [EntityID]) -> Bool {
    guard let claimant = record.attribution?.entity else { return false }
    if ends.contains(claimant) { return true }
    return ends.contains { end in
      relations(between: claimant, and: end).contains { relation in
        relation.subject == claimant && relation.polarity == .positive
          && graph.schema[relation.type]?.isRole == true
      }
    }
  }
}
