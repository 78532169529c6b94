extension DOTGraph {
  /// Reads the first graph of a DOT text.
  ///
  /// Defaults are resolved: every object carries its effective values. Values come back as
  /// ``DOTValue/escaped(_:)`` or ``DOTValue/html(_:)``. Edge order is the order of the text; the
  /// subgraph in which an edge was written is not kept.
  ///
  /// - Returns: The graph, and warnings, such as text after the first graph.
  /// - Throws: ``GraphvizError/syntax(line:near:)``; ``GraphvizError/invalidInput(reason:)`` for empty
  ///   text and text with NUL.
  public static func read(
    _ source: String
  ) throws(GraphvizError) -> (graph: DOTGraph, warnings: [String]) {
    let (graph, warnings) = try CGraph.read(source)
    return (try graph.value(), warnings)
  }

  /// Reads the first graph of a DOT text in UTF-8.
  ///
  /// A byte order mark is skipped.
  ///
  /// - Throws: As ``read(_:)``, and ``GraphvizError/invalidInput(reason:)`` where the bytes are not
  ///   UTF-8, which Graphviz would take for Latin-1.
  public static func read(
    utf8 bytes: some Collection<UInt8>
  ) throws(GraphvizError) -> (graph: DOTGraph, warnings: [String]) {
    var bytes = Array(bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    guard let source = String(validating: bytes, as: UTF8.self) else {
      throw .invalidInput(reason: "the DOT text is not valid UTF-8")
    }
    return try read(source)
  }
}
