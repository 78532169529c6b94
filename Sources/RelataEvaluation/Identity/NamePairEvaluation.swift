import RelataCore
import RelataLanguage

/// Scores what two names alone are taken for, against what is known of their bearers.
public struct NamePairEvaluation: Sendable {
  /// What one pair was taken for.
  public struct Result: Sendable {
    public var pair: NamePair
    /// That both names are one bearer's, 0 to 1.
    public var probability: Double
    /// "same", "unsure" or "different".
    public var verdict: String
  }

  /// In the order added.
  public private(set) var results: [Result] = []

  /// Nothing scored yet.
  public init() {}

  /// Compares the names of a pair.
  public static func result(of pair: NamePair) -> Result {
    let comparison = NameComparison(pair.first, pair.second, type: pair.type)
    return Result(
      pair: pair, probability: comparison.probability, verdict: comparison.verdict.rawValue)
  }

  /// Adds what a pair was taken for.
  public mutating func add(_ result: Result) { results.append(result) }

  /// The types of the pairs, sorted.
  public var types: [EntityType] { Set(results.map(\.pair.type)).sorted() }

  /// How many pairs of a type were taken for `verdict`, all if nil.
  public func count(_ type: EntityType, verdict: String? = nil) -> Int {
    results.count { $0.pair.type == type && (verdict == nil || $0.verdict == verdict) }
  }

  /// How right and how complete a verdict is: "same" for pairs of one bearer, "different" for the others.
  public func score(of verdict: String, _ type: EntityType) -> PrecisionRecall {
    var score = PrecisionRecall()
    for result in results where result.pair.type == type {
      switch (result.verdict == verdict, result.pair.isSame == (verdict == "same")) {
      case (true, true): score.truePositives += 1
      case (true, false): score.falsePositives += 1
      case (false, true): score.falseNegatives += 1
      case (false, false): continue
      }
    }
    return score
  }

  /// The score at the threshold with the best F1; pairs of one probability are taken together.
  public func best(_ type: EntityType) -> PrecisionRecall {
    scoresByThreshold(type).max { $0.f1 < $1.f1 } ?? PrecisionRecall()
  }

  /// The score with the greatest recall among thresholds with at least a precision.
  public func mostComplete(_ type: EntityType, precision: Double) -> PrecisionRecall {
    scoresByThreshold(type).filter { $0.precision >= precision }.max { $0.recall < $1.recall }
      ?? PrecisionRecall(falseNegatives: results.count { $0.pair.type == type && $0.pair.isSame })
  }

  private func scoresByThreshold(_ type: EntityType) -> [PrecisionRecall] {
    let ranked = results.filter { $0.pair.type == type }.sorted { $0.probability > $1.probability }
    var score = PrecisionRecall(falseNegatives: ranked.count { $0.pair.isSame })
    var scores: [PrecisionRecall] = []
    for (index, result) in ranked.enumerated() {
      if result.pair.isSame {
        score.truePositives += 1
        score.falseNegatives -= 1
      } else {
        score.falsePositives += 1
      }
      let isLast =
        index + 1 == ranked.count || ranked[index + 1].probability < result.probability
      if isLast { scores.append(score) }
    }
    return scores
  }
}
