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
  ///
  /// Loads the graph only where something is to be written.
  func write(_ store: GraphStore, _ context: CommandContext) throws {
    guard svg != nil || dot != nil || report != nil else { return }
    let graph = try store.loadGraph()
    let options = DiagramOptions()
    let plan = try dot == nil && svg == nil ? nil : FigurePlan(of: graph, options: options)
    if let dot, let plan {
      try dot.write(Array(try plan.dot().utf8), streams: context.streams)
    }
    if let svg, let plan {
      let figure = try figures.figure(plan)
      for diagnostic in figure.diagnostics { context.printer.tell(diagnostic) }
      try svg.write(Array((figure.svg + "\n").utf8), streams: context.streams)
    }
    if let report {
      try ReportAction(
        graphPath: store.path, figure: FigureSettings(options: options),
        format: ReportFormat(path: report.path), output: report
      ).write(
        graph, options,
        ReportProvenance(program: "relata \(RelataVersion.current)", of: store), context)
    }
  }
}
