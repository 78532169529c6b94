/// A matrix of 4-bit weights in groups of 32 along a row, each group with a scale of 8 bits.
///
/// Value = (nibble − 8) · group scale · row scale, two nibbles a byte, the lower one first. Points into a
/// mapped weight file, which must outlive it.
struct GroupedMatrix {
  static let group = 32
  /// The widest entry of a matrix in 8 bits on which the kernels agree.
  private static let limit: Float = 63

  let rows: Int
  let columns: Int
  private let nibbles: UnsafePointer<UInt8>
  private let groupScales: UnsafePointer<Int8>
  private let rowScales: [Float]

  /// - Throws: `malformed` where the columns are no whole groups, or a tensor is missing or of another shape.
  init(_ file: WeightFile, _ name: String, rows: Int, columns: Int) throws(InferenceError) {
    guard columns % Self.group == 0,
      let nibbles = try file.tensor(name, dtype: "u8", shape: [rows, columns / 2]).baseAddress,
      let groups = try file.tensor(
        "\(name).groups", dtype: "i8", shape: [rows, columns / Self.group]
      ).baseAddress
    else { throw .malformed(path: file.path, detail: "\(name) has no whole groups") }
    self.rows = rows
    self.columns = columns
    self.nibbles = nibbles.assumingMemoryBound(to: UInt8.self)
    groupScales = groups.assumingMemoryBound(to: Int8.self)
    rowScales = try file.floats("\(name).scale", [rows])
  }

  /// Writes the values of a row.
  ///
  /// Shape: `out` (columns).
  func read(row: Int, into out: UnsafeMutablePointer<Float>) {
    let bytes = nibbles + row * columns / 2
    let groups = groupScales + row * columns / Self.group
    for group in 0..<columns / Self.group {
      let scale = Float(groups[group]) * rowScales[row]
      for i in stride(from: group * Self.group, to: (group + 1) * Self.group, by: 2) {
        let byte = bytes[i / 2]
        out[i] = Float(Int(byte & 15) - 8) * scale
        out[i + 1] = Float(Int(byte >> 4) - 8) * scale
      }
    }
  }

  /// The matrix in 8 bits with one scale a row, within −63…63.
  ///
  /// - Complexity: O(rows · columns).
  func byRow() -> (weights: [Int8], scales: [Float]) {
    var scales = [Float](repeating: 0, count: rows)
    var values = [Float](repeating: 0, count: columns)
    let weights = [Int8](unsafeUninitializedCapacity: rows * columns) { out, count in
      for row in 0..<rows {
        values.withUnsafeMutableBufferPointer { buffer in
          if let base = buffer.baseAddress { read(row: row, into: base) }
        }
        let widest = values.reduce(0) { max($0, abs($1)) }
        // Not-a-number and infinity would trap as integers; a file may hold them.
        let scale = widest.isFinite ? widest / Self.limit : 0
        scales[row] = scale
        let inverse = scale > 0 ? 1 / scale : 0
        for (i, value) in values.enumerated() {
          let step = (value * inverse).rounded(.toNearestOrEven)
          out.initializeElement(
            at: row * columns + i,
            to: step.isFinite ? Int8(max(-Self.limit, min(Self.limit, step))) : 0)
        }
      }
      count = rows * columns
    }
    return (weights, scales)
  }
}
