import RelataCore

/// The way through a dependency tree from one word to another.
public struct TreePath: Hashable, Sendable, CustomStringConvertible {
  /// One word on the way and the edge that led to it.
  public struct Step: Hashable, Sendable {
    public var word: String
    /// The dependency that was followed; empty at the start.
    public var relation: String
    /// Whether the step went from a word to its head.
    public var isUp: Bool
  }
  public var steps: [Step]

  /// The shortest way: up to the lowest common head, then down. A single word if both are the same.
  ///
  /// - Complexity: O(depth of the tree).
  init(from start: Int, to goal: Int, in tree: SentenceTree) {
    let up = [start] + tree.ancestors(start)
    let down = [goal] + tree.ancestors(goal)
    var meeting = 0
    for (i, token) in up.enumerated() where down.contains(token) {
      meeting = i
      break
    }
    steps = [Step(word: tree.form(start), relation: "", isUp: true)]
    for i in 0..<meeting {
      steps.append(Step(word: tree.form(up[i + 1]), relation: tree.deprel(up[i]), isUp: true))
    }
    guard let end = down.firstIndex(of: up[meeting]) else { return }
    for i in (0..<end).reversed() {
      steps.append(Step(word: tree.form(down[i]), relation: tree.deprel(down[i]), isUp: false))
    }
  }

  /// `he ←nsubj hired obj→ Stryk`.
  public var description: String {
    steps.map { step in
      if step.relation.isEmpty { return step.word }
      return step.isUp ? "←\(step.relation) \(step.word)" : "\(step.relation)→ \(step.word)"
    }.joined(separator: " ")
  }
}
