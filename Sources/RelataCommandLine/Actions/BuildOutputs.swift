import RelataCore
import RelataDiagram
import RelataGraph
import RelataPipeline
import RelataReport
import RelataStore

/// Figures and a report that a build writes besides the graph.
struct BuildOutputs {
  var svg: OutputFile?
  var dot: OutputFile?
  var report: OutputFile?
  var figures = FigureRenderer()

  /// Refuses, before any work, files that cannot be made.
  func check() throws(RelataError) {
    if let report { _ = try ReportFormat(path: report.path) }
    for file in [svg, dot, report].compactMap({ $0 }) { try file.check() }
  }

  /// Draws the whole graph if it fits one figure, else the surroundings of its best connected entity.
  func write(_ graph: KnowledgeGraph, of store: GraphStore, _ context: CommandContext) throws {
    let options = DiagramOptions()
    if let dot {
      let text = try figures.dot(of: graph, options: options)
      try dot.write(Array(text.utf8), streams: context.streams)
    }
    if let svg {
      let figure = try figures.figure(of: graph, options: options)
      for diagnostic in figure.diagnostics { context.printer.tell(diagnostic) }
      try svg.write(Array((figure.svg + "\n").utf8), streams: context.streams)
    }
    if let report {
      try ReportAction(
        graphPath: store.path, figure: FigureSettings(options: options),
        format: ReportFormat(path: report.path), output: report,
        writer: ReportWriter(renderer: figures)
      ).write(
        graph, options,
        ReportProvenance(program: "relata \(RelataVersion.current)", of: store), context)
    }
  }
}
