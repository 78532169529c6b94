import RelataCore

/// Lets the chains of a path view run from the first end to the second, whichever way the arrows point.
struct PathDirection {
  private var steps: [EntityID: Int] = [:]

  /// Nil for a selection that shows no path.
  ///
  /// - Complexity: O(V · E).
  init?(_ selection: DiagramSelection) {
    guard selection.isPath, let start = selection.focus.first else { return nil }
    steps[start] = 0
    var frontier: Set<EntityID> = [start]
    while !frontier.isEmpty {
      var next: Set<EntityID> = []
      for edge in selection.edges {
        for (here, there) in [(edge.subject, edge.object), (edge.object, edge.subject)]
        where frontier.contains(here) && steps[there] == nil { next.insert(there) }
      }
      let step = (frontier.first.flatMap { steps[$0] } ?? 0) + 1
      for id in next { steps[id] = step }
      frontier = next
    }
  }

  /// Whether to write the line from object to subject, with its arrow at the other end.
  func reverses(_ edge: DiagramEdge) -> Bool {
    guard let a = steps[edge.subject], let b = steps[edge.object] else { return false }
    return a > b
  }
}
