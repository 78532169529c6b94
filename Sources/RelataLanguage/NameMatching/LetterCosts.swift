/// What it costs to read one skeleton as another, learnt from names of one bearer; from `name-letters.tsv`.
struct LetterCosts: Sendable {
  private static let width = NameSpelling.symbolCount + 1
  /// Costs by the symbols of both sides, the last row and column for none: 1 for letters never mistaken.
  private let costs: [Float]

  /// Reads rows of two symbols ("-" for none) and a cost from 0 to 1; all others cost 1, equal ones nothing.
  init(_ bytes: [UInt8]) {
    var costs = [Float](repeating: 1, count: Self.width * Self.width)
    for symbol in 0..<Self.width { costs[symbol * Self.width + symbol] = 0 }
    for row in TableRows(bytes) where row.count == 3 {
      guard let cost = Float(row[2]) else { continue }
      let (a, b) = (Self.index(row[0]), Self.index(row[1]))
      costs[a * Self.width + b] = cost
      costs[b * Self.width + a] = cost
    }
    self.costs = costs
  }

  private static func index(_ text: Substring) -> Int {
    NameSpelling.symbols(text).first.map(Int.init) ?? NameSpelling.symbolCount
  }

  /// How alike two words are: 1 if equal, 0 if the cost of the edits reaches their mean length.
  ///
  /// - Complexity: O(n · m).
  func similarity(_ a: [UInt8], _ b: [UInt8]) -> Float {
    if a == b { return 1 }
    if a.isEmpty || b.isEmpty { return 0 }
    let none = NameSpelling.symbolCount
    return costs.withUnsafeBufferPointer { costs in
      withUnsafeTemporaryAllocation(of: Float.self, capacity: b.count + 1) { row in
        row[0] = 0
        for j in 0..<b.count { row[j + 1] = row[j] + costs[none * Self.width + Int(b[j])] }
        for x in a {
          let own = Int(x) * Self.width
          let deletion = costs[own + none]
          var diagonal = row[0]
          row[0] += deletion
          for j in 0..<b.count {
            let y = Int(b[j])
            let best = min(
              diagonal + costs[own + y], row[j + 1] + deletion,
              row[j] + costs[none * Self.width + y])
            diagonal = row[j + 1]
            row[j + 1] = best
          }
        }
        return max(0, 1 - row[b.count] / (Float(a.count + b.count) / 2))
      }
    }
  }
}
