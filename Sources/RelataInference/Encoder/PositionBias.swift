import Foundation

/// What attention adds to the score of two pieces by how far apart they stand, the same in every layer.
///
/// After Raffel et al. 2020 (T5) as MPNet has it: distances up to 7 have a bucket each, longer ones share
/// buckets by their logarithm, up to 128; each direction has its own.
final class PositionBias {
  /// The value for query i and key j of a head stands at 2 · reach · head + reach + j − i.
  ///
  /// Shape: (heads, 2 · reach).
  let values: AlignedBuffer<Float>
  /// Longest window.
  let reach: Int

  init(_ file: WeightFile, buckets: Int) throws(InferenceError) {
    let c = file.configuration
    let table = try file.floats("bias", [buckets, c.heads])
    reach = c.maxPositions
    values = AlignedBuffer(count: 2 * reach * c.heads, initial: 0)
    for distance in 1 - reach..<reach {
      let bucket = Self.bucket(distance, of: buckets)
      for head in 0..<c.heads {
        values.pointer[2 * reach * head + reach + distance] = table[bucket * c.heads + head]
      }
    }
  }

  /// The bucket of a key that stands `distance` pieces behind its query, negative for before it.
  static func bucket(_ distance: Int, of buckets: Int, furthest: Int = 128) -> Int {
    let half = buckets / 2
    let side = distance > 0 ? half : 0
    let steps = abs(distance)
    let exact = half / 2
    if steps < exact { return side + steps }
    let share = log(Double(steps) / Double(exact)) / log(Double(furthest) / Double(exact))
    return side + min(half - 1, exact + Int(share * Double(half - exact)))
  }
}
