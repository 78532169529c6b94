/// Predicted confidence against measured precision (Guo and others, 2017).
public struct Calibration: Sendable {
  /// Assertions whose confidence lies in `[lower, lower + 0.1)`; the last bin includes 1.
  public struct Bin: Hashable, Sendable {
    /// The least probability in the bin; the bin ends where the next begins.
    public var lower: Double
    /// Predictions in the bin.
    public var count = 0
    /// Those of them that were right.
    public var right = 0
    var confidences = 0.0

    /// Mean confidence; 0 if the bin is empty.
    public var confidence: Double { count == 0 ? 0 : confidences / Double(count) }
    /// Measured precision; 0 if the bin is empty.
    public var precision: Double { count == 0 ? 0 : Double(right) / Double(count) }
  }

  /// Ten bins of equal width, in order.
  public private(set) var bins = (0..<10).map { Bin(lower: Double($0) / 10) }

  /// Nothing counted yet.
  public init() {}

  /// Counts one prediction; a confidence that is no number counts as 0.
  public mutating func add(confidence: Double, isRight: Bool) {
    let confidence = confidence.isNaN ? 0 : min(max(confidence, 0), 1)
    let bin = min(bins.count - 1, Int(confidence * Double(bins.count)))
    bins[bin].count += 1
    bins[bin].right += isRight ? 1 : 0
    bins[bin].confidences += confidence
  }

  /// Mean distance of confidence and precision, bins weighted by their assertions; 0 without any.
  public var expectedError: Double {
    let total = bins.map(\.count).reduce(0, +)
    guard total > 0 else { return 0 }
    let distances = bins.map { Double($0.count) * abs($0.confidence - $0.precision) }
    return distances.reduce(0, +) / Double(total)
  }

  /// Mean confidence less the share of right answers: above 0 means too sure; 0 without any.
  public var overconfidence: Double {
    let total = bins.map(\.count).reduce(0, +)
    guard total > 0 else { return 0 }
    return bins.reduce(0) { $0 + $1.confidences - Double($1.right) } / Double(total)
  }

  /// Adds predictions of other texts.
  public static func += (a: inout Calibration, b: Calibration) {
    for (i, bin) in b.bins.enumerated() {
      a.bins[i].count += bin.count
      a.bins[i].right += bin.right
      a.bins[i].confidences += bin.confidences
    }
  }
}
