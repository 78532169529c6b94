import CGraphviz

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A graph in the C library, not yet laid out.
///
/// Freed when it goes out of scope.
///
/// - Warning: Layout runs in this process. Graphviz aborts its host on some inputs and cannot be
///   interrupted, so text from outside belongs into ``IsolatedRenderer``.
public struct BuiltGraph: ~Copyable, Sendable {
  private let graph: CGraph
  /// What reading the DOT text warned of.
  public let warnings: [String]

  /// - Throws: ``GraphvizError/invalidInput(reason:)`` as ``DOTGraph/source()`` does.
  public init(_ graph: DOTGraph) throws(GraphvizError) {
    self.graph = try CGraph.build(graph)
    warnings = []
  }

  /// Reads the first graph of a DOT text.
  public init(source: String) throws(GraphvizError) {
    (graph, warnings) = try CGraph.read(source)
  }

  /// The graph as a value, every object with its effective attributes.
  public func value() throws(GraphvizError) -> DOTGraph { try graph.value() }

  /// Writes the graph with the library's own writer.
  ///
  /// - Note: That writer cannot express every value; ``DOTGraph/source()`` is the safe way.
  public func source() throws(GraphvizError) -> String {
    let graph = graph
    return try GraphvizThread.run { () throws(GraphvizError) -> String in
      var length = 0
      guard let text = relata_gv_write(graph.root, &length) else {
        throw .failed(stage: .writing, message: "")
      }
      defer { free(text) }
      let bytes = UnsafeRawBufferPointer(start: text, count: length)
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Lays the graph out.
  ///
  /// - Parameters:
  ///   - engine: One of ``Graphviz/availableEngines()``.
  ///   - limit: The largest graph to try; nil for ``SizeLimit/standard(for:)``.
  ///   - overrides: Attributes of the whole graph that win over its own.
  /// - Returns: The graph with positions.
  /// - Throws: ``GraphvizError/unknownEngine(name:available:)``,
  ///   ``GraphvizError/tooLarge(engine:nodes:edges:limit:)``, ``GraphvizError/htmlLabel(message:)``, or
  ///   ``GraphvizError/failed(stage:message:)``.
  public consuming func layout(
    _ engine: LayoutEngine, limit: SizeLimit? = nil, overrides: DOTAttributes = [:]
  ) throws(GraphvizError) -> LaidOutGraph {
    let graph = graph
    let limit = limit ?? .standard(for: engine)
    var warnings = warnings
    warnings += try GraphvizThread.run { () throws(GraphvizError) -> [String] in
      let available = try GraphvizContext.plugins("layout")
      guard available.contains(engine.rawValue) else {
        throw available.isEmpty
          ? .pluginMissing(hint: Graphviz.installationHint)
          : .unknownEngine(name: engine.rawValue, available: available)
      }
      let nodes = Int(agnnodes(graph.root))
      let edges = Int(agnedges(graph.root))
      guard limit.admits(nodes: nodes, edges: edges) else {
        throw .tooLarge(engine: engine.rawValue, nodes: nodes, edges: edges, limit: limit)
      }
      try graph.setGraphAttributes(overrides)
      return try graph.layOut(with: engine.rawValue)
    }
    return LaidOutGraph(graph: graph, warnings: warnings)
  }
}
