/// Addable sums behind a precision and a recall whose hits are fractions.
///
/// Unlike ``PrecisionRecall`` the two rates have numerators of their own.
public struct FractionalPrecisionRecall: Hashable, Sendable {
  private var precisionSum: Double
  private var precisionCount: Double
  private var recallSum: Double
  private var recallCount: Double

  /// Each rate as its sum of hits and the number of possible ones.
  public init(
    precision: (sum: Double, count: Double) = (0, 0), recall: (sum: Double, count: Double) = (0, 0)
  ) {
    (precisionSum, precisionCount) = precision
    (recallSum, recallCount) = recall
  }

  /// 0 if nothing was predicted.
  public var precision: Double { precisionCount == 0 ? 0 : precisionSum / precisionCount }
  /// 0 if there is nothing to find.
  public var recall: Double { recallCount == 0 ? 0 : recallSum / recallCount }
  /// Harmonic mean of the two; 0 if both are.
  public var f1: Double {
    let sum = precision + recall
    return sum == 0 ? 0 : 2 * precision * recall / sum
  }

  /// Adds counts of other documents.
  public static func += (a: inout Self, b: Self) {
    a.precisionSum += b.precisionSum
    a.precisionCount += b.precisionCount
    a.recallSum += b.recallSum
    a.recallCount += b.recallCount
  }
}
