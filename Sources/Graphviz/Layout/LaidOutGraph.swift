import CGraphviz

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A graph with positions.
///
/// It has no mutators; layout and graph are freed when it goes out of scope.
public struct LaidOutGraph: ~Copyable, Sendable {
  private let graph: CGraph
  /// What Graphviz warned of; inside one process, the last message of each step.
  public let warnings: [String]

  init(graph: CGraph, warnings: [String]) {
    self.graph = graph
    self.warnings = warnings
  }

  /// Draws the graph.
  ///
  /// May be called for several formats.
  ///
  /// - Parameter format: One of ``Graphviz/availableFormats()``, or such a name with a renderer,
  ///   as in `svg:cairo`.
  /// - Returns: What Graphviz wrote. SVG is not sanitized; see ``SVGSanitizer``.
  /// - Throws: ``GraphvizError/unknownFormat(name:available:)`` or
  ///   ``GraphvizError/failed(stage:message:)``.
  public func render(_ format: OutputFormat) throws(GraphvizError) -> Data {
    try renderReporting(format).data
  }

  func renderReporting(
    _ format: OutputFormat
  ) throws(GraphvizError) -> (data: Data, warnings: [String]) {
    let graph = graph
    return try GraphvizThread.run { () throws(GraphvizError) -> (Data, [String]) in
      let context = try GraphvizContext.shared()
      let available = try Graphviz.formats()
      guard let name = format.rawValue.split(separator: ":").first,
        available.contains(String(name))
      else { throw .unknownFormat(name: format.rawValue, available: available) }
      try graph.restoreLayout()
      var bytes: UnsafeMutablePointer<CChar>?
      var length = 0
      let (code, report) = GraphvizContext.reporting {
        relata_gv_render(context, graph.root, format.rawValue, &bytes, &length)
      }
      // On failure the result is set but not meaningful, so that it must not be freed.
      guard code == 0, let bytes else {
        throw .classify(stage: .rendering, messages: report.messages)
      }
      defer { gvFreeRenderData(bytes) }
      guard !report.hasErrors else {
        throw .classify(stage: .rendering, messages: report.messages)
      }
      return (Data(bytes: bytes, count: length), report.messages)
    }
  }
}

// MARK: - Geometry

extension LaidOutGraph {
  /// Where everything was placed.
  public func geometry() throws(GraphvizError) -> LayoutGeometry {
    let graph = graph
    return try GraphvizThread.run { () throws(GraphvizError) -> LayoutGeometry in
      var geometry = LayoutGeometry(bounds: Self.rectangle(relata_gv_graph_box(graph.root)))
      var edges: [(sequence: UInt64, edge: LayoutGeometry.Edge)] = []
      for node in CGraph.nodes(of: graph.root) {
        let box = relata_gv_node_box(node)
        geometry.nodes.append(
          LayoutGeometry.Node(
            id: String(cString: agnameof(node)), center: .init(x: box.x, y: box.y),
            width: box.width, height: box.height))
        for edge in CGraph.outgoingEdges(of: node, in: graph.root) {
          edges.append((relata_gv_sequence(edge), Self.edge(edge)))
        }
      }
      geometry.edges = edges.sorted { $0.sequence < $1.sequence }.map(\.edge)
      Self.collectClusters(of: graph.root, into: &geometry.clusters)
      return geometry
    }
  }

  private static func rectangle(_ box: relata_gv_box) -> LayoutGeometry.Rectangle {
    .init(origin: .init(x: box.x, y: box.y), width: box.width, height: box.height)
  }

  private static func edge(_ edge: UnsafeMutablePointer<Agedge_t>) -> LayoutGeometry.Edge {
    var result = LayoutGeometry.Edge(
      tail: String(cString: agnameof(relata_gv_tail(edge))),
      head: String(cString: agnameof(relata_gv_head(edge))))
    var x = 0.0
    var y = 0.0
    for spline in 0..<relata_gv_spline_count(edge) {
      let points = (0..<relata_gv_spline_length(edge, spline)).map { index in
        relata_gv_spline_point(edge, spline, index, &x, &y)
        return LayoutGeometry.Point(x: x, y: y)
      }
      result.splines.append(points)
    }
    if relata_gv_edge_label(edge, &x, &y) { result.labelCenter = .init(x: x, y: y) }
    return result
  }

  private static func collectClusters(
    of parent: CGraph.Pointer, into clusters: inout [LayoutGeometry.Cluster]
  ) {
    for subgraph in CGraph.subgraphs(of: parent) {
      if let name = CGraph.name(of: subgraph), name.hasPrefix("cluster") {
        clusters.append(.init(name: name, frame: rectangle(relata_gv_graph_box(subgraph))))
      }
      collectClusters(of: subgraph, into: &clusters)
    }
  }
}
