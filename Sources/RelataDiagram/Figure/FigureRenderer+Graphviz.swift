import Graphviz
import RelataCore

extension FigureRenderer {
  /// Draws in any format; SVG as Graphviz wrote it, not sanitized.
  func render(
    _ graph: DOTGraph, _ layout: DiagramLayout, _ format: OutputFormat, allowsFallback: Bool = true
  ) throws(RelataError) -> RenderResult {
    var renderOptions = renderOptions
    renderOptions.allowsFallback = renderOptions.allowsFallback && allowsFallback
    return try Self.rethrowing { () throws(GraphvizError) in
      try renderer.render(
        .graph(graph), engine: LayoutEngine(rawValue: layout.rawValue), format: format,
        options: renderOptions)
    }
  }

  /// Draws as SVG and sanitizes it: the only place where a figure's drawing is read.
  func drawing(
    of graph: DOTGraph, _ layout: DiagramLayout, allowsFallback: Bool = true
  ) throws(RelataError) -> (svg: SVGElement, result: RenderResult) {
    var result = try render(graph, layout, .svg, allowsFallback: allowsFallback)
    let (svg, removed) = try Self.rethrowing { () throws(GraphvizError) in
      try SVGSanitizer().sanitizeReporting(result.text)
    }
    result.warnings += removed.map { "'\($0)' was removed from the SVG" }
    return (svg, result)
  }

  static func source(of graph: DOTGraph) throws(RelataError) -> String {
    try rethrowing { () throws(GraphvizError) in try graph.source() }
  }

  /// Turns Graphviz's errors into ours.
  private static func rethrowing<Result>(
    _ body: () throws(GraphvizError) -> Result
  ) throws(RelataError) -> Result {
    do {
      return try body()
    } catch {
      throw failure(error)
    }
  }

  private static func failure(_ error: GraphvizError) -> RelataError {
    var hint = error.hint ?? "'--format dot' writes the figure without Graphviz"
    if case .timedOut = error { hint += " ('--seconds' of render and report)" }
    return RelataError(
      .failed, code: "RL5020", "the figure could not be drawn: \(error)", hint: hint)
  }

  // MARK: What there is to say

  static func diagnostics(_ result: RenderResult) -> [Diagnostic] {
    result.fallbacks.map {
      Diagnostic(.warning, code: "RL5021", "the layout fell back: \($0)")
    } + result.warnings.map { Diagnostic(.note, code: "RL5022", "Graphviz: \($0)") }
  }

  static func size(_ selection: DiagramSelection) -> [Diagnostic] {
    guard selection.exceedsPrint else { return [] }
    return [
      Diagnostic(
        .warning, code: "RL5026",
        "\(selection.nodes.count) entities and \(selection.edges.count) lines are more than a printed page shows legibly",
        hint: "draw several smaller figures, each with its own focus")
    ]
  }
}
