import RelataCore
import RelataDiagram
import RelataGraph

/// Writes reports about part of a graph: a figure, the same as a table, and the evidence in full.
///
/// Equal graphs and options give equal bytes.
public struct ReportWriter: Sendable {
  private let renderer: FigureRenderer

  public init(renderer: FigureRenderer = FigureRenderer()) { self.renderer = renderer }

  /// Writes one self-contained page: no scripts, nothing fetched, the figure inline.
  ///
  /// - Throws: As ``FigureRenderer/figure(of:options:id:links:)`` does.
  public func html(
    of graph: KnowledgeGraph, options: ReportOptions = ReportOptions()
  ) throws(RelataError) -> Report {
    let (content, figure) = try make(graph, options, linksEvidence: true)
    let text = HTMLReport(content: content, figure: figure, options: options).text
    return Report(text: text, files: [], figure: figure, diagnostics: figure.diagnostics)
  }

  /// Writes Markdown with the figure as a file beside it.
  ///
  /// - Throws: As ``FigureRenderer/figure(of:options:id:links:)`` does.
  public func markdown(
    of graph: KnowledgeGraph, options: ReportOptions = ReportOptions()
  ) throws(RelataError) -> Report {
    // A figure behind an image element cannot be clicked.
    let (content, figure) = try make(graph, options, linksEvidence: false)
    let path = options.stem + ".svg"
    let text = MarkdownReport(content: content, figure: figure, options: options, image: path).text
    return Report(
      text: text, files: [ReportFile(path: path, text: figure.svg + "\n")], figure: figure,
      diagnostics: figure.diagnostics)
  }

  private func make(
    _ graph: KnowledgeGraph, _ options: ReportOptions, linksEvidence: Bool
  ) throws(RelataError) -> (ReportContent, Figure) {
    let selection = try DiagramSelection(of: graph, options: options.diagram)
    let content = ReportContent(selection, graph: graph, provenance: options.provenance)
    let figure = try renderer.figure(
      of: graph, options: options.diagram, links: linksEvidence ? content.links : [:])
    return (content, figure)
  }
}
