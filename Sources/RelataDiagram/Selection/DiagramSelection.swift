import RelataCore
import RelataGraph

/// The part of a graph that a figure shows, and an account of what it leaves out.
///
/// Every relation and every entity of the graph is either drawn or counted in exactly one removal.
public struct DiagramSelection: Sendable {
  /// Focuses first, then by distance, then by id.
  public var nodes: [DiagramNode]
  /// By subject, object, family, polarity, status and tense.
  public var edges: [DiagramEdge]
  /// In the order of ``RemovalReason``, only those that removed something.
  public var removals: [Removal]
  /// The entities in the middle; chosen by Relata if `isAutomaticFocus`.
  public var focus: [EntityID]
  /// Whether no focus was given and the graph did not fit as a whole.
  public var isAutomaticFocus: Bool
  /// Whether the focus is the two ends of the paths shown.
  public var isPath = false
  /// Which of several figures of one graph this is; nil for one that stands alone.
  public var part: Part?
  /// The relations within reach of the focus before pruning, sorted by id: what a table lists.
  public var reachable: [Relation]

  /// A place in a series of figures, counted from 1.
  public struct Part: Sendable, Hashable {
    /// From 1.
    public var number: Int
    /// Figures of the series.
    public var total: Int

    /// A place in a series.
    public init(number: Int, total: Int) {
      self.number = number
      self.total = total
    }
  }

  /// Chooses what to show.
  ///
  /// - Throws: `RelataError` RL5001 for options out of range, RL5002 for a focus that the graph
  ///   does not have, RL5003 where no path leads between the ends asked for.
  /// - Complexity: O((V + E) log E).
  public init(of graph: KnowledgeGraph, options: DiagramOptions) throws(RelataError) {
    try Self.check(options, graph)
    let graph = options.holding(graph)
    var pruning = Pruning(graph: graph, options: options)
    if let path = options.path {
      let drawn = try Self.relations(on: path, of: graph, options: options)
      pruning.keep(drawn, around: [path.from, path.to]) { _ in .offPath }
      self.init(pruning, focus: [path.from, path.to], reachable: pruning.relations)
      isPath = true
      for index in nodes.indices { nodes[index].hiddenNeighbors = 0 }
      return
    }
    var focus = options.focus
    var isAutomatic = false
    if focus.isEmpty, !pruning.fits, let hub = pruning.bestConnected() {
      focus = [hub]
      isAutomatic = true
    }
    pruning.restrict(to: focus)
    let reachable = pruning.relations
    pruning.prune()
    self.init(pruning, focus: focus, reachable: reachable)
    isAutomaticFocus = isAutomatic
  }

  init(_ pruning: Pruning, focus: [EntityID], reachable: [Relation]) {
    self.focus = focus
    self.reachable = reachable
    isAutomaticFocus = false
    removals = pruning.removals
    edges = pruning.lines()
    nodes = pruning.nodes()
  }

  static func check(_ options: DiagramOptions, _ graph: KnowledgeGraph) throws(RelataError) {
    try options.validate()
    let ends = options.path.map { [$0.from, $0.to] } ?? options.focus
    for id in ends where graph.entity(id) == nil {
      throw RelataError(.noInput, code: "RL5002", "the graph has no entity '\(id)'")
    }
  }

  /// The relations on as many of the strongest shortest paths as the limits of entities allow.
  private static func relations(
    on path: DiagramPath, of graph: KnowledgeGraph, options: DiagramOptions
  ) throws(RelataError) -> Set<AssertionID> {
    var filter = options.filter
    // As elsewhere, what is denied or merely possible ties nobody unless it is asked for.
    if filter.statuses.isEmpty { filter.statuses = RelationFilter.evidenceBacked.statuses }
    if filter.polarities.isEmpty { filter.polarities = RelationFilter.evidenceBacked.polarities }
    let paths = graph.restricted(to: options.evidence).tellingPaths(
      from: path.from, to: path.to, maxLength: path.maximumLength, limit: 50, filter: filter)
    var entities: Set<EntityID> = []
    var relations: Set<AssertionID> = []
    for path in paths {
      let more = entities.union(path.entities.map(\.id))
      guard more.count <= options.nodeLimit || relations.isEmpty else { break }
      entities = more
      relations.formUnion(path.steps.flatMap { $0 })
    }
    guard !relations.isEmpty else {
      throw RelataError(
        .failed, code: "RL5003",
        "no path of at most \(path.maximumLength) steps leads between the two",
        hint: "allow longer paths or fewer filters; only what the texts say is so ties")
    }
    return relations
  }
}

extension DiagramSelection {
  /// What is left out as one sentence fragment each; empty if everything is drawn.
  public var removalWords: [String] { removals.map(\.words) }

  /// The relation types drawn.
  public var families: [RelationFamily] { Set(edges.map(\.family)).sorted() }

  /// Relations drawn, sorted by id.
  public var drawnRelations: [Relation] {
    edges.flatMap(\.relations).sorted { $0.id < $1.id }
  }

  /// Whether a line carries its words in the drawing: in a figure too large for a page only those at the
  /// focus do, the others in their tooltips.
  func isLabeled(_ edge: DiagramEdge) -> Bool {
    !exceedsPrint || focus.contains(edge.subject) || focus.contains(edge.object)
  }

  /// Whether it holds more than a printed page shows legibly.
  var exceedsPrint: Bool {
    nodes.count > DiagramOptions.printedNodeLimit || edges.count > DiagramOptions.printedEdgeLimit
  }
}
