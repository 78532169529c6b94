/// The largest graph that an engine is asked to lay out.
public struct SizeLimit: Hashable, Sendable, Codable {
  /// Nodes at most.
  public var nodes: Int
  /// Edges at most.
  public var edges: Int

  /// A limit for both.
  public init(nodes: Int, edges: Int) {
    self.nodes = nodes
    self.edges = edges
  }

  /// No limit: the timeout alone ends a long layout.
  public static let none = SizeLimit(nodes: .max, edges: .max)

  /// The limit within which an engine answers in seconds on a hub-heavy graph.
  ///
  /// Measured with Graphviz 2.42.2 at 1.5 edges a node: layout time explodes early (dot needs 0.8 s
  /// for 300 nodes and more than 40 s for 1,000), so the default is deliberately low.
  public static func standard(for engine: LayoutEngine) -> SizeLimit {
    switch engine {
    case .dot: SizeLimit(nodes: 250, edges: 400)
    case .neato: SizeLimit(nodes: 400, edges: 800)
    case .fdp, .circo: SizeLimit(nodes: 80, edges: 160)
    case .twopi: SizeLimit(nodes: 2_000, edges: 4_000)
    default: SizeLimit(nodes: 3_000, edges: 6_000)
    }
  }

  func admits(nodes: Int, edges: Int) -> Bool { nodes <= self.nodes && edges <= self.edges }
}
