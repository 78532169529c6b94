import Synchronization

/// A graph that is being put together, first of the three states of a drawing.
///
/// The states are types, and none can be copied, so that what crashes the C library (changing a graph
/// after layout, rendering before it, using it after it was closed) does not compile:
///
/// ```swift
/// var builder = GraphBuilder(isDirected: true)
/// let maria = builder.addNode([.label: "Maria López"])
/// let acme = builder.addNode([.label: "Acme", .shape: "box"])
/// try builder.addEdge(from: maria, to: acme, [.label: "runs"])
/// let laidOut = try builder.build().layout(.dot)
/// let svg = try laidOut.render(.svg)
/// ```
public struct GraphBuilder: ~Copyable, Sendable {
  private static let lastIdentity = Mutex(UInt64(0))

  /// Tells this graph's handles from those of others.
  private let identity: UInt64
  private var graph: DOTGraph

  /// A builder without nodes and edges.
  public init(
    name: String? = nil, isDirected: Bool = true, isStrict: Bool = false,
    attributes: DOTAttributes = [:]
  ) {
    identity = Self.lastIdentity.withLock { last in
      last += 1
      return last
    }
    graph = DOTGraph(
      name: name, isDirected: isDirected, isStrict: isStrict, attributes: attributes)
  }

  /// A node of one particular graph.
  public struct Node: Hashable, Sendable {
    fileprivate let identity: UInt64
    fileprivate let index: Int
    /// The node's identifier in the DOT text: `n0`, `n1`, ….
    public var id: String { "n\(index)" }
  }

  /// An edge of one particular graph.
  public struct Edge: Hashable, Sendable {
    fileprivate let identity: UInt64
    /// Position among the edges, in order of adding, as in ``LayoutGeometry/edges``.
    public let index: Int
  }

  /// Nodes added so far.
  public var nodeCount: Int { graph.nodes.count }
  /// Edges added so far.
  public var edgeCount: Int { graph.edges.count }

  /// Adds a node, whose id nobody sees.
  @discardableResult
  public mutating func addNode(_ attributes: DOTAttributes = [:]) -> Node {
    let node = Node(identity: identity, index: graph.nodes.count)
    graph.nodes.append(DOTNode(id: node.id, attributes: attributes))
    return node
  }

  /// - Throws: ``GraphvizError/invalidInput(reason:)`` for a node of another graph.
  @discardableResult
  public mutating func addEdge(
    from tail: Node, to head: Node, _ attributes: DOTAttributes = [:]
  ) throws(GraphvizError) -> Edge {
    try check(tail.identity)
    try check(head.identity)
    let edge = Edge(identity: identity, index: graph.edges.count)
    let key = graph.isStrict ? nil : "e\(edge.index)"
    graph.edges.append(DOTEdge(tail: tail.id, head: head.id, key: key, attributes: attributes))
    return edge
  }

  /// Draws a box around nodes.
  ///
  /// - Throws: ``GraphvizError/invalidInput(reason:)`` for a node of another graph.
  public mutating func addCluster(
    of nodes: [Node], _ attributes: DOTAttributes = [:]
  ) throws(GraphvizError) {
    for node in nodes { try check(node.identity) }
    graph.subgraphs.append(
      .cluster(String(graph.subgraphs.count), attributes: attributes, nodes: nodes.map(\.id)))
  }

  /// Sets an attribute of a node; nil removes it.
  ///
  /// - Throws: ``GraphvizError/invalidInput(reason:)`` for a node of another graph.
  public mutating func set(
    _ name: DOTAttributeName, of node: Node, to value: DOTValue?
  ) throws(GraphvizError) {
    try check(node.identity)
    graph.nodes[node.index].attributes[name] = value
  }

  /// Sets an attribute of an edge; nil removes it.
  ///
  /// - Throws: ``GraphvizError/invalidInput(reason:)`` for an edge of another graph.
  public mutating func set(
    _ name: DOTAttributeName, of edge: Edge, to value: DOTValue?
  ) throws(GraphvizError) {
    try check(edge.identity)
    graph.edges[edge.index].attributes[name] = value
  }

  /// Sets an attribute of the whole graph; nil removes it.
  public mutating func set(_ name: DOTAttributeName, to value: DOTValue?) {
    graph.attributes[name] = value
  }

  /// Builds the graph in the C library.
  public consuming func build() throws(GraphvizError) -> BuiltGraph { try BuiltGraph(graph) }

  private func check(_ other: UInt64) throws(GraphvizError) {
    guard other == identity else {
      throw .invalidInput(reason: "a node or edge of another graph was used")
    }
  }
}
