/// Percentile intervals by resampling documents (Efron & Tibshirani 1993, chapter 13).
///
/// Sentences of one article are alike, so whole documents are drawn, with replacement, as many as
/// there are. The same documents in the same order give the same interval on every machine.
public struct BootstrapInterval: Sendable {
  /// How often the documents are drawn anew.
  public static let resamples = 1000
  /// Where the generator starts.
  public static let seed: UInt64 = 20_240_601
  /// The lower bound.
  public var low: Double
  /// The upper bound.
  public var high: Double

  /// The central 95 % of a statistic over resamples of `documents`; nil with fewer than two.
  ///
  /// - Parameters:
  ///   - documents: What one document adds to the sum.
  ///   - statistic: From the sum over the documents drawn.
  /// - Complexity: O(`resamples` · n).
  public init?<Counts: AdditiveCounts>(
    _ documents: [Counts], _ statistic: (Counts) -> Double
  ) {
    guard documents.count > 1 else { return nil }
    var generator = SplitMix64(state: Self.seed)
    var values: [Double] = []
    values.reserveCapacity(Self.resamples)
    for _ in 0..<Self.resamples {
      var sum = Counts()
      for _ in documents.indices {
        sum += documents[Int(generator.next() % UInt64(documents.count))]
      }
      values.append(statistic(sum))
    }
    values.sort()
    let tail = Self.resamples / 40
    low = values[tail]
    high = values[Self.resamples - 1 - tail]
  }
}

/// Counts that add up over documents.
public protocol AdditiveCounts: Sendable {
  init()
  static func += (a: inout Self, b: Self)
}

/// The generator of Steele, Lea & Flood (2014): small, and the same everywhere.
struct SplitMix64: RandomNumberGenerator, Sendable {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
