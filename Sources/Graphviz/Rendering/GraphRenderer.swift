/// What is drawn: a value, or DOT text from elsewhere.
public enum GraphSource: Hashable, Sendable {
  case graph(DOTGraph)
  case text(String)
}

/// Turns a graph into a picture.
public protocol GraphRenderer: Sendable {
  /// Draws a graph, blocking until it is done.
  func render(
    _ source: GraphSource, engine: LayoutEngine, format: OutputFormat, options: RenderOptions
  ) throws(GraphvizError) -> RenderResult
}

extension GraphRenderer {
  /// Draws a graph that was made in Swift.
  public func render(
    _ graph: DOTGraph, engine: LayoutEngine = .dot, format: OutputFormat = .svg,
    options: RenderOptions = RenderOptions()
  ) throws(GraphvizError) -> RenderResult {
    try render(.graph(graph), engine: engine, format: format, options: options)
  }

  /// Draws DOT text.
  public func render(
    source: String, engine: LayoutEngine = .dot, format: OutputFormat = .svg,
    options: RenderOptions = RenderOptions()
  ) throws(GraphvizError) -> RenderResult {
    try render(.text(source), engine: engine, format: format, options: options)
  }
}
