import RelataCore
import RelataGraph

extension DiagramSelection {
  /// Splits what one figure cannot hold over several small ones.
  ///
  /// Each shows an entity with ties that no earlier figure shows, the best connected first (the focus
  /// asked for before all others); what is left of scattered ties shares the last figures. Every
  /// relation is drawn in one figure at most; the others count it as shown elsewhere, or as shown in none.
  ///
  /// - Parameters:
  ///   - graph: What is to be shown.
  ///   - options: The limits of each figure.
  ///   - maximum: Figures at most, at least 1.
  /// - Returns: One selection if everything fits one; never empty.
  /// - Throws: As ``init(of:options:)``.
  /// - Complexity: O(`maximum` · (V + E) log E).
  public static func series(
    of graph: KnowledgeGraph, options: DiagramOptions, maximum: Int = 12
  ) throws(RelataError) -> [DiagramSelection] {
    try check(options, graph)
    let graph = options.holding(graph)
    var base = Pruning(graph: graph, options: options)
    base.restrict(to: options.focus)
    guard options.path == nil, !base.fits, maximum > 1 else {
      return [try DiagramSelection(of: graph, options: options)]
    }
    var rest = base
    var wanted = options.focus
    var parts: [(hub: EntityID?, drawn: Set<AssertionID>)] = []
    while parts.count < maximum, !rest.relations.isEmpty {
      let isWanted = !wanted.isEmpty
      guard let hub = isWanted ? wanted.removeFirst() : rest.bestConnected() else { break }
      let part = rest.part(around: hub, orScattered: !isWanted)
      if !part.drawn.isEmpty { parts.append(part) }
      rest.drop(part.drawn)
    }
    let drawn = parts.reduce(into: Set<AssertionID>()) { $0.formUnion($1.drawn) }
    return parts.enumerated().map { index, part in
      var pruning = base
      let focus = part.hub.map { [$0] } ?? []
      pruning.keep(part.drawn, around: focus) {
        drawn.contains($0.id) ? .elsewhere : .beyondSeries
      }
      var selection = DiagramSelection(pruning, focus: focus, reachable: pruning.relations)
      selection.part = Part(number: index + 1, total: parts.count)
      return selection
    }
  }
}
