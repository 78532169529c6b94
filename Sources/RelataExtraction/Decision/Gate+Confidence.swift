import RelataCore
import RelataLanguage

/// Gates that ask how sure it is, and put it down.
extension Gate {
  // How probable is it that it is right? Stops nothing.
  static let confidence = Gate("confidence") { deliberation in
    deliberation.score = deliberation.bench.confidence.score(
      deliberation.candidate, in: deliberation.bench.context)
    return nil
  }

  // Is it sure enough to be reported? What a user asks for is reported with the confidence he states.
  static let floor = Gate("floor", audience: .unvouched) {
    ($0.score?.confidence ?? 0) >= $0.bench.minimumConfidence ? nil : .belowFloor
  }

  // Writes the assertion, with when, where and how much. Stops nothing.
  static let statement = Gate("statement") { deliberation in
    let (candidate, context) = (deliberation.candidate, deliberation.bench.context)
    guard let mood = deliberation.mood, let score = deliberation.score else { return .belowFloor }
    var assertion = Assertion(
      id: AssertionID(""), subject: candidate.subject.entity, relation: candidate.relation,
      object: candidate.object.entity, predicate: candidate.predicate,
      polarity: mood.isNegated ? .negative : .positive, status: mood.status,
      tense: mood.isFormer ? .former : .current, attribution: mood.attribution,
      confidence: score.confidence, extractor: candidate.rule.id,
      evidence: Evidence(
        sentence: context.index,
        span: candidate.quote ?? context.quote,
        subject: context.answer?.span(of: candidate.subject) ?? candidate.subject.span,
        object: context.answer?.span(of: candidate.object) ?? candidate.object.span,
        trigger: context.tree.span(candidate.trigger)))
    assertion.support = Assertion.Support(
      rule: candidate.rule.isLearnt ? nil : score.ruleScore, head: score.headProbability)
    if let type = deliberation.bench.schema[candidate.relation] {
      let found = deliberation.bench.qualifiers.qualifiers(
        of: candidate, family: type.family, status: assertion.status)
      assertion.time = found.time
      assertion.place = found.place
      assertion.amount = found.amount
      assertion.evidence.time = found.timeWords
      assertion.evidence.place = found.placeWords
      assertion.evidence.amount = found.amountWords
    }
    deliberation.assertion = assertion
    return nil
  }
}
