/// Addable counts of right, wrong and missed answers.
///
/// Rates are computed only when shown, so that scores of many documents add up exactly.
public struct PrecisionRecall: Hashable, AdditiveCounts {
  /// Found and right.
  public var truePositives: Int
  /// Found and wrong.
  public var falsePositives: Int
  /// Right and not found.
  public var falseNegatives: Int

  /// Counts as given.
  public init(truePositives: Int = 0, falsePositives: Int = 0, falseNegatives: Int = 0) {
    self.truePositives = truePositives
    self.falsePositives = falsePositives
    self.falseNegatives = falseNegatives
  }

  /// Nothing counted yet.
  public init() { self.init(truePositives: 0) }

  /// One answer that is right or wrong.
  init(isRight: Bool) { self.init(truePositives: isRight ? 1 : 0, falsePositives: isRight ? 0 : 1) }

  /// Compares two sets of answers.
  public init<Answer: Hashable>(predicted: Set<Answer>, gold: Set<Answer>) {
    truePositives = predicted.intersection(gold).count
    falsePositives = predicted.count - truePositives
    falseNegatives = gold.count - truePositives
  }

  /// Share of the answers that are right; 0 if there are none.
  public var precision: Double { Self.ratio(truePositives, truePositives + falsePositives) }
  /// Share of the truth that was found; 0 if there is none.
  public var recall: Double { Self.ratio(truePositives, truePositives + falseNegatives) }
  /// Harmonic mean of the two.
  public var f1: Double {
    Self.ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives)
  }

  private static func ratio(_ part: Int, _ whole: Int) -> Double {
    whole == 0 ? 0 : Double(part) / Double(whole)
  }

  /// Adds counts of other texts.
  public static func += (a: inout PrecisionRecall, b: PrecisionRecall) {
    a.truePositives += b.truePositives
    a.falsePositives += b.falsePositives
    a.falseNegatives += b.falseNegatives
  }
}
