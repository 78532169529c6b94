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
  /// The relations within reach of the focus before pruning, sorted by id: what a table lists.
  public var reachable: [Relation]

  /// Chooses what to show.
  ///
  /// - Throws: ``RelataError`` RL5001 for options out of range, RL5002 for a focus that the graph
  ///   does not have.
  /// - Complexity: O((V + E) log E).
  public init(of graph: KnowledgeGraph, options: DiagramOptions) throws(RelataError) {
    try options.validate()
    for id in options.focus where graph.entity(id) == nil {
      throw RelataError(.noInput, code: "RL5002", "the graph has no entity '\(id)'")
    }
    var pruning = Pruning(graph: graph, options: options)
    var focus = options.focus
    isAutomaticFocus = false
    if focus.isEmpty, !pruning.fits, let hub = pruning.bestConnected() {
      focus = [hub]
      isAutomaticFocus = true
    }
    pruning.restrict(to: focus)
    reachable = pruning.relations
    pruning.prune()
    self.focus = focus
    removals = pruning.removals
    edges = pruning.lines()
    nodes = pruning.nodes()
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
}
