/// How probable the relation head finds each way of stating a relation, 0…1 each, not calibrated; several
/// may hold at once ("officials denied plans to fund the group").
public struct MoodScores: Hashable, Sendable {
  /// That it is not so.
  public var negative: Double
  /// That somebody says so.
  public var claimed: Double
  /// That it is to happen.
  public var planned: Double
  /// That it might be.
  public var hypothetical: Double
  /// That it held before.
  public var former: Double

  /// Scores of all five.
  public init(
    negative: Double, claimed: Double, planned: Double, hypothetical: Double, former: Double
  ) {
    self.negative = negative
    self.claimed = claimed
    self.planned = planned
    self.hypothetical = hypothetical
    self.former = former
  }

  /// The scores in the order of ``labels``; nil if there are not as many.
  public init?(_ scores: [Double]) {
    guard scores.count == Self.labels.count else { return nil }
    self.init(
      negative: scores[0], claimed: scores[1], planned: scores[2], hypothetical: scores[3],
      former: scores[4])
  }

  /// The names of the five in a weight file, in order.
  public static let labels = ["negative", "claimed", "planned", "hypothetical", "former"]
}
