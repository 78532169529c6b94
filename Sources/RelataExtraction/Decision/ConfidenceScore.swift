import Foundation
import RelataCore

/// Where a confidence comes from: a precision and what lowers it, or a sum of log odds.
///
/// A rule's own score is its precision times its factors. Where the relation head looked at the same pair, or
/// proposes alone, the confidence is the logistic function of the sum of the ``terms``; nothing else enters.
public struct ConfidenceScore: Hashable, Sendable {
  /// Who vouches for the precision.
  public enum Source: String, Sendable {
    /// It was counted on the training split of the relation corpus.
    case measured
    /// It was judged, because that split has too few cases.
    case stated
    /// The user's file states it with the pattern or trigger.
    case author
    /// The relation head proposes alone: the precision is what its terms come to.
    case head
  }

  /// What a factor stands for.
  public enum Reason: String, Sendable {
    /// An end is named by a body or people that stand for it.
    case agent
    /// An end is a pronoun or a description of somebody named elsewhere.
    case pronoun
    /// How sure the annotator is of a name.
    case nameScore
  }

  /// What the precision is multiplied with, 0…1.
  public struct Factor: Hashable, Sendable {
    /// What it stands for.
    public var reason: Reason
    /// 0…1; 1 lowers nothing.
    public var value: Double
  }

  /// One summand of the log odds: a weight fitted on development articles times a value.
  public struct Term: Hashable, Sendable {
    /// What the value is.
    public enum Reason: String, Sendable {
      /// Always 1.
      case constant
      /// Always 1, with the weight of the relation.
      case relation
      /// The log odds of the rule's own score.
      case rule
      /// The log odds of the head's probability.
      case head
      /// How many ends are no names.
      case references
      /// What the scores of the names lack to 1.
      case names
      /// What the links of the other ends lack to 1.
      case links
      /// Logarithm of one more than the scalars between the ends.
      case distance
    }

    /// What the value is.
    public var reason: Reason
    /// As fitted on development articles; any number.
    public var weight: Double
    /// Log odds, a count, or a sum of doubts.
    public var value: Double
    /// The probability whose log odds the value is, kept away from 0 and 1; nil for other values.
    public var probability: Double?

    /// What it adds to the log odds.
    public var product: Double { weight * value }
  }

  /// What the precision belongs to: "rule.verb.v1 hired", or "rule.verb.v1" where the relation has too few cases.
  public var entry: String
  /// Who vouches for it.
  public var source: Source
  /// The probability, 0…1, before the factors.
  public var precision: Double
  /// In order: subject before object.
  public var factors: [Factor]
  /// What the relation head gives the same relation between the same entities; nil where it did not look
  /// or is not asked.
  public var headProbability: Double?
  /// In the order in which they are added; empty where the rule's own score is the confidence.
  public var terms: [Term] = []

  /// The rule's own score: its precision times the factors.
  public var ruleScore: Double { factors.reduce(precision) { $0 * $1.value } }

  /// The greatest confidence that is given: nothing read from a text is certain.
  public static let most = 0.99

  /// The sum of the terms, or the rule's own score; at most ``most``, rounded to three decimals.
  public var confidence: Double {
    let score =
      terms.isEmpty ? ruleScore : Self.logistic(terms.reduce(0) { $0 + $1.product })
    return (min(score, Self.most) * 1000).rounded() / 1000
  }

  static func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

  /// The log odds of a probability kept away from 0 and 1, as a term.
  ///
  /// - Parameters:
  ///   - probability: 0…1.
  ///   - least: How far it is kept from 0 and 1.
  ///   - reason: What it is the probability of.
  ///   - weight: Of the term.
  /// - Returns: The term.
  static func logOdds(
    of probability: Double, atLeast least: Double, _ reason: Term.Reason, weight: Double
  ) -> Term {
    let clamped = min(max(probability, least), 1 - least)
    return Term(
      reason: reason, weight: weight, value: log(clamped / (1 - clamped)), probability: clamped)
  }
}
