import Foundation

/// Boosted decision trees: the sum of what their leaves say is the log odds of "yes".
struct DecisionForest: Sendable {
  /// Nodes of all trees; a leaf's feature is -1 and its threshold its value.
  private struct Node {
    var feature: Int32
    var threshold: Float
    /// Where smaller or equal values go on; greater ones at `right`.
    var left: Int32
    var right: Int32
  }

  private var nodes: [Node] = []
  private var roots: [Int32] = []

  /// What the features are called, in order; checked by tests against what is computed.
  private(set) var features: [String] = []
  /// Probabilities by name.
  private(set) var thresholds: [String: Double] = [:]
  private var base: Float = 0

  /// Reads a row "features" with their names, rows "threshold" with name and probability, a row "base", and a row for
  /// each tree: its nodes, parents first, each "feature:threshold:left:right" or a leaf's value.
  init(_ bytes: [UInt8]) {
    for row in TableRows(bytes) {
      switch row.first {
      case "features": features = row.dropFirst().map(String.init)
      case "base": base = row.dropFirst().first.flatMap { Float($0) } ?? 0
      case "threshold" where row.count == 3: thresholds[String(row[1])] = Double(row[2])
      case "tree": addTree(row.dropFirst())
      default: continue
      }
    }
  }

  private mutating func addTree(_ written: ArraySlice<Substring>) {
    let start = Int32(nodes.count)
    roots.append(start)
    for (index, node) in written.enumerated() {
      let parts = node.split(separator: ":")
      // Children behind their parent and within the tree: no walk goes astray or in a circle.
      let later = Int32(index + 1)..<Int32(max(index + 1, written.count))
      if parts.count == 4, let feature = Int32(parts[0]), features.indices.contains(Int(feature)),
        let threshold = Float(parts[1]), let left = Int32(parts[2]), later.contains(left),
        let right = Int32(parts[3]), later.contains(right)
      {
        nodes.append(
          Node(feature: feature, threshold: threshold, left: start + left, right: start + right))
      } else {
        nodes.append(Node(feature: -1, threshold: Float(node) ?? 0, left: 0, right: 0))
      }
    }
  }

  /// The probability of "yes", 0 to 1.
  ///
  /// - Complexity: O(trees · depth).
  func probability(_ values: [Float]) -> Double {
    guard values.count == features.count else { return 0 }
    var sum = base
    // Every index was checked when the forest was read; checking again would double the time of a walk.
    nodes.withUnsafeBufferPointer { nodes in
      values.withUnsafeBufferPointer { values in
        for root in roots {
          var at = Int(root)
          while nodes[at].feature >= 0 {
            let isLess = values[Int(nodes[at].feature)] <= nodes[at].threshold
            at = Int(isLess ? nodes[at].left : nodes[at].right)
          }
          sum += nodes[at].threshold
        }
      }
    }
    return 1 / (1 + exp(-Double(sum)))
  }
}
