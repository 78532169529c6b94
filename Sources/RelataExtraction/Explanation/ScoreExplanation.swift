import RelataCore

/// Where a confidence comes from: a measured precision and what lowers it.
public struct ScoreExplanation: Hashable, Sendable {
  /// What a factor stands for.
  public enum Reason: String, Sendable {
    /// An end is named by a body or people that stand for it.
    case agent
    /// An end is a pronoun or a description of somebody named elsewhere.
    case pronoun
    /// How sure the annotator is of a name.
    case nameScore
  }

  public struct Factor: Hashable, Sendable {
    public var reason: Reason
    public var value: Double
  }

  /// The entry of the table that was used: "rule.verb.v1 hired", "rule.verb.v1", or "default".
  public var entry: String
  /// Its measured precision.
  public var precision: Double
  public var factors: [Factor]
  /// What the relation head gives the same relation between the same entities; nil where it did not look.
  public var headProbability: Double?
  /// Weights of the rule's score and the head's probability; empty for the head's own candidates.
  var agreement: [Double] = []

  /// The rule's own score: its precision times the factors.
  public var ruleScore: Double { factors.reduce(precision) { $0 * $1.value } }

  /// The rule's score weighed with the head's probability, at most 0.99, rounded to three decimals.
  public var confidence: Double {
    var score = ruleScore
    if agreement.count == 3, let headProbability {
      score = ConfidenceTable.logistic(
        agreement[0] + agreement[1] * ConfidenceTable.logit(ruleScore)
          + agreement[2] * ConfidenceTable.logit(headProbability))
    }
    return (min(score, 0.99) * 1000).rounded() / 1000
  }
}
