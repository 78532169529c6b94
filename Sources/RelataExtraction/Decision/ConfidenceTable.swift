import Foundation
import RelataCore
import Yams

/// Measured precision of each rule, and what lowers it.
///
/// The numbers in `confidence.yaml` are precisions on the training split of the relation corpus by
/// rule and by rule and relation, shrunk towards the rule's mean where there are few cases.
struct ConfidenceTable: Sendable {
  private let rules: [String: Double]
  private let relations: [String: Double]
  private let head: Head

  /// How the relation head's probability p and a rule's score s become one confidence: a logistic model
  /// fitted on development articles, which neither the head nor the table of rules has seen.
  struct Head: Decodable, Sendable {
    /// logit = agreement[0] + agreement[1] · logit s + agreement[2] · logit p, for a rule's candidate.
    var agreement: [Double]
    /// logit = alone[0] + alone[1] · logit p + alone[2] · ends that are no names + alone[3] · what the
    /// scores of the names lack to 1 + alone[4] · what the links of the other ends lack to 1 +
    /// alone[5] · log(1 + scalars between the ends), for a candidate of the head's own.
    var alone: [Double]
    /// Added to the logit of a candidate of the head's own, by relation.
    var relations: [String: Double]
  }

  static func standard() throws(RelataError) -> ConfidenceTable {
    try ConfidenceTable(
      yaml: String(decoding: PackageResources.confidence_yaml, as: UTF8.self),
      file: "confidence.yaml")
  }

  /// - Throws: ``RelataError`` RL3004 if the file cannot be read.
  init(yaml: String, file: String) throws(RelataError) {
    struct File: Decodable {
      var rules: [String: Double]
      var relations: [String: Double]?
      var head: Head
    }
    do {
      let decoded = try YAMLDecoder().decode(File.self, from: yaml)
      rules = decoded.rules
      relations = decoded.relations ?? [:]
      head = decoded.head
      guard head.agreement.count == 3, head.alone.count == 6 else {
        throw DecodingError.dataCorrupted(
          .init(codingPath: [], debugDescription: "the head's weights are not three and six"))
      }
    } catch {
      throw RelataError(
        .badInput, code: "RL3004", "confidence table: \(error)", at: InputLocation(file: file))
    }
  }

  /// A probability that the assertion is right, 0…0.99, with where it comes from.
  func score(_ candidate: Candidate, in context: SentenceContext) -> ScoreExplanation {
    let entry = "\(candidate.rule) \(candidate.relation)"
    var score =
      if let precision = candidate.precision {
        ScoreExplanation(entry: candidate.rule, precision: precision, factors: [])
      } else if let specific = relations[entry] {
        ScoreExplanation(entry: entry, precision: specific, factors: [])
      } else if let general = rules[candidate.rule] {
        ScoreExplanation(entry: candidate.rule, precision: general, factors: [])
      } else {
        ScoreExplanation(entry: "default", precision: 0.5, factors: [])
      }
    let probability = context.heads.probability(
      candidate.subject, candidate.relation, candidate.object)
    if candidate.rule == RelationHeadRule.name {
      let p = Self.logit(probability ?? 0, atLeast: 0.003)
      score.entry = "\(candidate.rule) \(candidate.relation)"
      let ends = [candidate.subject, candidate.object]
      let references = Double(ends.count { $0.reference != .name })
      let doubt = ends.reduce(0) { sum, end in
        guard end.reference == .name, let mention = context.mention(at: end.token) else {
          return sum
        }
        return sum + 1 - mention.score
      }
      let links = ends.reduce(0) { $0 + context.heads.doubt(of: $1) }
      let (s, o) = (candidate.subject.span, candidate.object.span)
      let gap = log(1 + Double(max(0, max(s.start, o.start) - min(s.end, o.end))))
      let values = [1, p, references, doubt, links, gap]
      score.precision = Self.logistic(
        zip(head.alone, values).reduce(head.relations[candidate.relation.rawValue] ?? 0) {
          $0 + $1.0 * $1.1
        })
      score.headProbability = probability
      return score
    }
    for end in [candidate.subject, candidate.object] {
      switch end.reference {
      case .name, .description: break
      case .agent: score.factors.append(.init(reason: .agent, value: 0.95))
      case .pronoun: score.factors.append(.init(reason: .pronoun, value: 0.85))
      }
      if let mention = context.mention(at: end.token) {
        score.factors.append(.init(reason: .nameScore, value: 0.7 + 0.3 * mention.score))
      }
    }
    // A rule of the user's own keeps the confidence that the user gave it.
    if let probability, candidate.precision == nil {
      score.headProbability = probability
      score.agreement = head.agreement
    }
    return score
  }

  static func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

  /// The log odds, of probabilities kept that far from 0 and 1.
  static func logit(_ p: Double, atLeast least: Double = 0.01) -> Double {
    let clamped = min(max(p, least), 1 - least)
    return log(clamped / (1 - clamped))
  }
}
