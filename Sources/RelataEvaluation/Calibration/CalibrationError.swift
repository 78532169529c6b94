/// Expected calibration error (Guo et al. 2017): how far stated probabilities are from the share of right
/// answers, in bins of equal width, weighted by their answers.
///
/// Counts add up over documents.
public struct CalibrationError: Hashable, Sendable {
  private struct Bin: Hashable, Sendable {
    var answers = 0
    var right = 0
    var confidence = 0.0
  }

  private var bins: [Bin]

  /// - Parameter bins: at least one.
  public init(bins: Int = 15) { self.bins = [Bin](repeating: Bin(), count: max(1, bins)) }

  public var answers: Int { bins.reduce(0) { $0 + $1.answers } }

  /// 0 is perfect, 1 as wrong as can be; 0 without answers.
  public var value: Double {
    guard answers > 0 else { return 0 }
    return bins.reduce(0) { $0 + abs($1.confidence - Double($1.right)) } / Double(answers)
  }

  /// Mean stated probability minus the share of right answers: above 0 means too sure.
  public var overconfidence: Double {
    guard answers > 0 else { return 0 }
    return bins.reduce(0) { $0 + $1.confidence - Double($1.right) } / Double(answers)
  }

  /// Adds an answer given with a probability, which is clamped to 0…1.
  public mutating func add(confidence: Double, isRight: Bool) {
    let confidence = confidence.isNaN ? 0 : min(max(confidence, 0), 1)
    let bin = min(bins.count - 1, Int(confidence * Double(bins.count)))
    bins[bin].answers += 1
    bins[bin].right += isRight ? 1 : 0
    bins[bin].confidence += confidence
  }

  /// Adds the counts of another one with as many bins.
  public static func += (a: inout Self, b: Self) {
    for (i, bin) in b.bins.enumerated() where i < a.bins.count {
      a.bins[i].answers += bin.answers
      a.bins[i].right += bin.right
      a.bins[i].confidence += bin.confidence
    }
  }
}
