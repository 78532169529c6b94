import RelataCore
import RelataLanguage

/// The way through a dependency tree from one word to another.
public struct TreePath: Hashable, Sendable, CustomStringConvertible {
  /// One word on the way and the edge that led to it.
  public struct Step: Hashable, Sendable {
    /// As the text has it.
    public var word: String
    /// The dependency that was followed; empty at the start.
    public var relation: String
    /// Whether the step went from a word to its head.
    public var isUp: Bool
  }
  /// From the first word to the last; the first has no relation.
  public var steps: [Step]

  /// The shortest way: up to the lowest common head, then down; a single word if both are the same.
  ///
  /// - Complexity: O(depth of the tree).
  init(from start: Int, to goal: Int, in tree: SentenceTree) {
    let way = tree.way(from: start, to: goal)
    steps = [Step(word: tree.form(start), relation: "", isUp: true)]
    for (word, next) in zip(way, way.dropFirst()) {
      let isUp = tree.head(word) == next
      steps.append(
        Step(word: tree.form(next), relation: tree.deprel(isUp ? word : next), isUp: isUp))
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
