import Foundation
import RelataCore
import Yams

/// How far each rule is to be trusted, and what lowers it.
///
/// The numbers in `confidence.yaml` are precisions on the training split of the relation corpus by
/// rule and by rule and relation, shrunk towards the rule's mean where there are few cases. A rule that
/// states its own precision is there because that split has too few cases of it.
struct ConfidenceTable: Sendable {
  private let rules: [String: Double]
  private let relations: [String: Double]
  private let head: Head

  /// How the relation head's probability p and a rule's score s become one confidence: a logistic model
  /// fitted on development articles, which neither the head nor the table of rules has seen.
  private struct Head: Decodable, Sendable {
    /// logit = agreement[0] + agreement[1] · logit s + agreement[2] · logit p, for a rule's candidate.
    var agreement: [Double]
    /// logit = alone[0] + alone[1] · logit p + alone[2] · ends that are no names + alone[3] · what the
    /// scores of the names lack to 1 + alone[4] · what the links of the other ends lack to 1 +
    /// alone[5] · log(1 + scalars between the ends), for a candidate of the head's own.
    var alone: [Double]
    /// Added to the logit of a candidate of the head's own, by relation.
    var relations: [String: Double]

    var isFinite: Bool { (agreement + alone + relations.values).allSatisfy(\.isFinite) }
  }

  /// The table that ships.
  ///
  /// - Throws: ``RelataError`` RL3004 if it cannot be read.
  static func standard(for model: ReadingModel = .small) throws(RelataError) -> ConfidenceTable {
    try ConfidenceTable(
      yaml: String(decoding: PackageResources.confidence_yaml, as: UTF8.self),
      file: "confidence.yaml", model: model)
  }

  /// - Throws: ``RelataError`` RL3004 if the file cannot be read or holds a number that is no probability.
  init(yaml: String, file: String, model: ReadingModel = .small) throws(RelataError) {
    struct File: Decodable {
      var rules: [String: Double]
      var relations: [String: Double]?
      var head: Head
      /// The large model's head.
      var large: Head?
    }
    do {
      let decoded = try YAMLDecoder().decode(File.self, from: yaml)
      rules = decoded.rules
      relations = decoded.relations ?? [:]
      head = model == .large ? decoded.large ?? decoded.head : decoded.head
      guard head.agreement.count == 3, head.alone.count == 6, head.isFinite else {
        throw DecodingError.dataCorrupted(
          .init(
            codingPath: [], debugDescription: "the head's weights are not three and six numbers"))
      }
      guard (Array(rules.values) + relations.values).allSatisfy((0...1).contains) else {
        throw DecodingError.dataCorrupted(
          .init(codingPath: [], debugDescription: "a precision is not between 0 and 1"))
      }
    } catch {
      throw RelataError(
        .badInput, code: "RL3004", "confidence table: \(error)", at: InputLocation(file: file))
    }
  }

  /// The precision of a rule over all relations; nil for one that has no precision of its own.
  func precision(of rule: Rule) -> Double? {
    if case .stated(let precision, _) = rule.trust { return precision }
    return rules[rule.id]
  }

  /// Below this the head's silence weighs no more: it may only not have seen the wording of a sound
  /// construction.
  private static let leastDoubt = 0.15

  /// A probability that the candidate is right, with where it comes from.
  func score(_ candidate: Candidate, in context: SentenceContext) -> ConfidenceScore {
    let probability = context.heads.probability(
      candidate.subject, candidate.relation, candidate.object)
    if candidate.rule.isLearnt { return alone(candidate, probability ?? 0, in: context) }
    var score = base(candidate)
    score.factors = factors(candidate, in: context)
    // What is stated stands as it is stated: where training has no cases the head's silence says nothing,
    // nor of a relation that is not the shipped schema's.
    if score.source == .measured, RelationSchema.standard.contains(candidate.relation),
      let probability
    {
      score.headProbability = probability
      score.terms = agreement(ofRule: score.ruleScore, head: probability)
    }
    return score
  }

  /// What a rule's score and the head's probability come to together.
  private func agreement(ofRule score: Double, head probability: Double) -> [ConfidenceScore.Term] {
    [
      .init(reason: .constant, weight: head.agreement[0], value: 1),
      ConfidenceScore.logOdds(of: score, atLeast: 0.01, .rule, weight: head.agreement[1]),
      ConfidenceScore.logOdds(
        of: max(probability, Self.leastDoubt), atLeast: 0.01, .head, weight: head.agreement[2]),
    ]
  }

  /// The confidence of a rule's candidate to which the head gives a probability.
  func confidence(ofRule score: Double, head probability: Double) -> Double {
    ConfidenceScore.logistic(
      agreement(ofRule: score, head: probability).reduce(0) { $0 + $1.product })
  }

  private func base(_ candidate: Candidate) -> ConfidenceScore {
    let id = candidate.rule.id
    if let precision = candidate.precision {
      return ConfidenceScore(entry: id, source: .author, precision: precision, factors: [])
    }
    let entry = "\(id) \(candidate.relation)"
    if let specific = relations[entry] {
      return ConfidenceScore(entry: entry, source: .measured, precision: specific, factors: [])
    }
    if case .stated(let precision, _) = candidate.rule.trust {
      return ConfidenceScore(entry: id, source: .stated, precision: precision, factors: [])
    }
    return ConfidenceScore(
      entry: id, source: .measured, precision: rules[id] ?? 0, factors: [])
  }

  private func factors(
    _ candidate: Candidate, in context: SentenceContext
  ) -> [ConfidenceScore.Factor] {
    var factors: [ConfidenceScore.Factor] = []
    for end in [candidate.subject, candidate.object] {
      switch end.reference {
      case .name, .description: break
      case .agent: factors.append(.init(reason: .agent, value: 0.95))
      case .pronoun: factors.append(.init(reason: .pronoun, value: 0.85))
      }
      if let mention = context.mention(at: end.token) {
        factors.append(.init(reason: .nameScore, value: 0.7 + 0.3 * mention.score))
      }
    }
    return factors
  }

  /// A candidate of the head's own.
  private func alone(
    _ candidate: Candidate, _ probability: Double, in context: SentenceContext
  ) -> ConfidenceScore {
    let ends = [candidate.subject, candidate.object]
    let doubt = ends.reduce(0) { sum, end in
      guard end.reference == .name, let mention = context.mention(at: end.token) else {
        return sum
      }
      return sum + 1 - mention.score
    }
    let (s, o) = (candidate.subject.span, candidate.object.span)
    let gap = log(1 + Double(max(0, max(s.start, o.start) - min(s.end, o.end))))
    let terms: [ConfidenceScore.Term] = [
      .init(
        reason: .relation, weight: head.relations[candidate.relation.rawValue] ?? 0, value: 1),
      .init(reason: .constant, weight: head.alone[0], value: 1),
      ConfidenceScore.logOdds(of: probability, atLeast: 0.003, .head, weight: head.alone[1]),
      .init(
        reason: .references, weight: head.alone[2],
        value: Double(ends.count { $0.reference != .name })),
      .init(reason: .names, weight: head.alone[3], value: doubt),
      .init(
        reason: .links, weight: head.alone[4],
        value: ends.reduce(0) { $0 + context.heads.doubt(of: $1) }),
      .init(reason: .distance, weight: head.alone[5], value: gap),
    ]
    return ConfidenceScore(
      entry: "\(candidate.rule.id) \(candidate.relation)", source: .head,
      precision: ConfidenceScore.logistic(terms.reduce(0) { $0 + $1.product }), factors: [],
      headProbability: probability, terms: terms)
  }
}
