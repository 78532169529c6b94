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

  /// The product, at most 0.99, rounded to three decimals.
  public var confidence: Double {
    let score = factors.reduce(precision) { $0 * $1.value }
    return (min(score, 0.99) * 1000).rounded() / 1000
  }
}
