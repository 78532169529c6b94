/// A graph in the DOT language as a plain value.
///
/// Identifiers are names for the machine: use plain ASCII such as `n12` and put what a reader sees
/// into the label. ``source()`` checks them and writes deterministic text: statements stand in the
/// order of the arrays (which Graphviz's layout depends on), attributes are sorted by name.
///
/// ```swift
/// var graph = DOTGraph(attributes: [.rankdir: "LR"])
/// graph.addNode("n1", [.label: "Maria López", .shape: "ellipse"])
/// graph.addNode("n2", [.label: "Acme & Sons", .shape: "box"])
/// graph.addEdge("n1", "n2", [.label: "runs", .penwidth: 1.3])
/// let text = try graph.source()
/// ```
public struct DOTGraph: Hashable, Sendable {
  /// The graph's name, or nil for an anonymous graph.
  public var name: String?
  /// Whether edges have a direction: `->` rather than `--`.
  public var isDirected: Bool
  /// Whether a second edge between the same nodes is merged into the first.
  public var isStrict: Bool
  /// Attributes of this object.
  public var attributes: DOTAttributes
  /// What nodes, edges and subgraphs have unless they say otherwise.
  ///
  /// Empty in a graph that was read: there every object carries its effective values.
  public var nodeDefaults: DOTAttributes = [:]
  /// What edges have that do not say otherwise.
  public var edgeDefaults: DOTAttributes = [:]
  /// In the order in which they are written and laid out; ids are unique.
  public var nodes: [DOTNode]
  /// In the order in which they are written; their ends are among the nodes.
  public var edges: [DOTEdge]
  /// Clusters and constraints, in the order in which they are written.
  public var subgraphs: [DOTSubgraph]

  /// A graph without nodes and edges.
  public init(
    name: String? = nil, isDirected: Bool = true, isStrict: Bool = false,
    attributes: DOTAttributes = [:], nodes: [DOTNode] = [], edges: [DOTEdge] = [],
    subgraphs: [DOTSubgraph] = []
  ) {
    self.name = name
    self.isDirected = isDirected
    self.isStrict = isStrict
    self.attributes = attributes
    self.nodes = nodes
    self.edges = edges
    self.subgraphs = subgraphs
  }

  /// Appends a node.
  ///
  /// Its identifier must not occur yet; ``source()`` throws otherwise.
  public mutating func addNode(_ id: String, _ attributes: DOTAttributes = [:]) {
    nodes.append(DOTNode(id: id, attributes: attributes))
  }

  /// Appends an edge between two nodes of this graph.
  public mutating func addEdge(_ tail: String, _ head: String, _ attributes: DOTAttributes = [:]) {
    edges.append(DOTEdge(tail: tail, head: head, attributes: attributes))
  }
}

/// A node: its identifier is unique in the graph.
public struct DOTNode: Hashable, Sendable, Identifiable {
  /// What edges call it; shown only where there is no label.
  public var id: String
  /// Attributes of this object.
  public var attributes: DOTAttributes

  /// A node.
  public init(id: String, attributes: DOTAttributes = [:]) {
    self.id = id
    self.attributes = attributes
  }
}

/// An edge from `tail` to `head`, drawn without direction in an undirected graph.
public struct DOTEdge: Hashable, Sendable {
  /// The id of the node where it begins.
  public var tail: String
  /// The id of the node where it ends.
  public var head: String
  /// Tells parallel edges apart; unique among the edges between the same two nodes.
  public var key: String?
  /// Attributes of this object.
  public var attributes: DOTAttributes

  /// An edge between two nodes by their ids.
  public init(tail: String, head: String, key: String? = nil, attributes: DOTAttributes = [:]) {
    self.tail = tail
    self.head = head
    self.key = key
    self.attributes = attributes
  }
}

/// A part of the graph's nodes.
///
/// A name that begins with `cluster` makes it a box around them.
public struct DOTSubgraph: Hashable, Sendable {
  /// Begins with `cluster` for one that is drawn as a box; nil for one without a name.
  public var name: String?
  /// Attributes of this object.
  public var attributes: DOTAttributes
  /// Identifiers of nodes that the graph lists; nodes of nested subgraphs need not be repeated.
  public var nodes: [String]
  /// Clusters and constraints, in the order in which they are written.
  public var subgraphs: [DOTSubgraph]

  /// A graph without nodes and edges.
  public init(
    name: String? = nil, attributes: DOTAttributes = [:], nodes: [String] = [],
    subgraphs: [DOTSubgraph] = []
  ) {
    self.name = name
    self.attributes = attributes
    self.nodes = nodes
    self.subgraphs = subgraphs
  }

  /// A cluster, drawn as a box around its nodes.
  public static func cluster(
    _ suffix: String, attributes: DOTAttributes = [:], nodes: [String] = [],
    subgraphs: [DOTSubgraph] = []
  ) -> DOTSubgraph {
    DOTSubgraph(
      name: "cluster_" + suffix, attributes: attributes, nodes: nodes, subgraphs: subgraphs)
  }
}
