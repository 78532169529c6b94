import CGraphviz

/// Owns one graph of the C library and frees it, the layout first.
///
/// All use is on ``GraphvizThread``.
final class CGraph: @unchecked Sendable {
  typealias Pointer = UnsafeMutablePointer<Agraph_t>

  let root: Pointer
  /// Touched on the thread only.
  var hasLayout = false
  /// The engine of the layout; touched on the thread only.
  private var engine = ""

  init(adopting root: Pointer) { self.root = root }

  deinit {
    let root = SendablePointer(root)
    let hasLayout = hasLayout
    GraphvizThread.enqueue {
      if hasLayout, let context = try? GraphvizContext.shared() {
        gvFreeLayout(context, root.pointer)
      }
      agclose(root.pointer)
    }
  }

  /// Lays the graph out; to be called on the thread.
  ///
  /// - Returns: What Graphviz warned of.
  func layOut(with engine: String) throws(GraphvizError) -> [String] {
    let context = try GraphvizContext.shared()
    if hasLayout { gvFreeLayout(context, root) }
    GraphvizContext.latestLayout = UnsafeMutableRawPointer(root)
    self.engine = engine
    let (code, report) = GraphvizContext.reporting { gvLayout(context, root, engine) }
    // Even a layout that failed may have attached records that must be freed.
    hasLayout = true
    guard code == 0, !report.hasErrors else {
      throw .classify(stage: .layout, messages: report.messages)
    }
    return report.messages
  }

  /// Makes the library's globals those of this graph again if another was laid out since.
  func restoreLayout() throws(GraphvizError) {
    guard GraphvizContext.latestLayout != UnsafeMutableRawPointer(root) else { return }
    _ = try layOut(with: engine)
  }

  private struct SendablePointer: @unchecked Sendable {
    let pointer: Pointer
    init(_ pointer: Pointer) { self.pointer = pointer }
  }
}

// MARK: - Building

extension CGraph {
  /// Builds a graph in the library.
  ///
  /// - Throws: ``GraphvizError/invalidInput(reason:)`` as ``DOTGraph/source()`` does.
  static func build(_ graph: DOTGraph) throws(GraphvizError) -> CGraph {
    try graph.validate()
    return try GraphvizThread.run { () throws(GraphvizError) -> CGraph in
      _ = try GraphvizContext.shared()
      // Without a name the library would count up one that ends up in the output.
      guard let root = relata_gv_open(graph.name ?? "", graph.isDirected, graph.isStrict) else {
        throw .outOfMemory
      }
      let built = CGraph(adopting: root)
      try built.fill(from: graph)
      return built
    }
  }

  private func fill(from graph: DOTGraph) throws(GraphvizError) {
    try Self.set(graph.attributes, on: root)
    var nodes: [String: UnsafeMutablePointer<Agnode_t>] = [:]
    nodes.reserveCapacity(graph.nodes.count)
    for node in graph.nodes {
      guard let made = relata_gv_node(root, node.id) else { throw .outOfMemory }
      try Self.set(graph.nodeDefaults.merging(node.attributes), on: made)
      nodes[node.id] = made
    }
    for subgraph in graph.subgraphs {
      try Self.add(subgraph, to: root, inherited: graph.attributes, nodes: nodes)
    }
    for edge in graph.edges {
      guard let tail = nodes[edge.tail], let head = nodes[edge.head],
        let made = relata_gv_edge(root, tail, head, edge.key)
      else { throw .outOfMemory }
      try Self.set(graph.edgeDefaults.merging(edge.attributes), on: made)
    }
  }

  private static func add(
    _ subgraph: DOTSubgraph, to parent: Pointer, inherited: DOTAttributes,
    nodes: [String: UnsafeMutablePointer<Agnode_t>]
  ) throws(GraphvizError) {
    guard let made = relata_gv_subgraph(parent, subgraph.name) else { throw .outOfMemory }
    // Setting an attribute of a graph also sets what its subgraphs inherit.
    let attributes = subgraph.attributes(hiding: inherited)
    try set(attributes, on: made)
    for id in subgraph.nodes {
      if let node = nodes[id] { _ = relata_gv_add_node(made, node) }
    }
    for nested in subgraph.subgraphs {
      try add(nested, to: made, inherited: inherited.merging(attributes), nodes: nodes)
    }
  }

  private static func set(
    _ attributes: DOTAttributes, on object: UnsafeMutableRawPointer
  ) throws(GraphvizError) {
    for (name, value) in attributes.sorted {
      let stored = try value.stored(for: name)
      guard relata_gv_set(object, name.rawValue, stored.text, stored.isHTML) == 0 else {
        throw .failed(stage: .building, message: "attribute '\(name.rawValue)' was refused")
      }
    }
  }

  /// Sets attributes of the whole graph after it was built or read; they win over earlier values.
  func setGraphAttributes(_ attributes: DOTAttributes) throws(GraphvizError) {
    try Self.set(attributes, on: root)
  }
}
