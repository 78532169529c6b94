import Foundation
import RelataCore
import RelataDiagram
import RelataGraph
import RelataPipeline
import RelataReport
import RelataStore

/// What a report is written as.
enum ReportFormat: String, CaseIterable, Sendable {
  case html, md

  /// The format that a path's extension stands for.
  ///
  /// - Throws: RL7010 for an extension that stands for none.
  init(path: String) throws(RelataError) {
    let name = path.split(separator: "/").last ?? ""
    guard path != "-", let dot = name.lastIndex(of: "."), dot != name.startIndex else {
      self = .html
      return
    }
    switch name[name.index(after: dot)...].lowercased() {
    case "html", "htm": self = .html
    case "md", "markdown": self = .md
    case let other:
      throw RelataError(
        .usage, code: "RL7010", "the extension '.\(other)' stands for no report format",
        hint: "give --format html or md")
    }
  }
}

/// A figure of part of a graph with its table, its evidence and where it comes from.
struct ReportAction {
  var graphPath: String
  var figure: FigureSettings
  var format: ReportFormat
  var output: OutputFile
  var writer = ReportWriter()

  func run(in context: CommandContext) throws -> ExitStatus {
    try output.check()
    let view = try GraphView(path: graphPath, figure.view)
    try write(
      view.graph(), figure.resolved(in: view), Self.provenance(of: view), context)
    if !output.isStandardOutput { context.say("relata: wrote \(output.path)") }
    return .success
  }

  /// What a reader needs to make the report again, as far as the view lets it be told.
  static func provenance(of view: GraphView) throws(RelataError) -> ReportProvenance {
    var provenance = try ReportProvenance(
      program: "relata \(RelataVersion.current)", of: view.store)
    guard view.settings.hidesNames else { return provenance }
    // The report then lists the documents as the shaped graph has them, without checksums.
    provenance.inputs = []
    provenance.graph = view.settings.stripsMetadata ? nil : provenance.graph.map(view.redaction.text)
    return provenance
  }

  /// Writes the report and, for Markdown, its figure beside it.
  func write(
    _ graph: KnowledgeGraph, _ options: DiagramOptions, _ provenance: ReportProvenance,
    _ context: CommandContext
  ) throws {
    let reportOptions = ReportOptions(
      diagram: options, title: options.title, provenance: provenance,
      stem: output.isStandardOutput ? "report" : output.stem)
    let report =
      format == .html
      ? try writer.html(of: graph, options: reportOptions)
      : try writer.markdown(of: graph, options: reportOptions)
    report.diagnostics.forEach(context.printer.tell)
    for file in report.files {
      if output.isStandardOutput {
        context.say("relata: the figure \(file.path) is not written; give --output to have it")
      } else {
        try output.sibling(file.path).write(Array(file.data), streams: context.streams)
      }
    }
    try output.write(Array(report.text.utf8), streams: context.streams)
  }
}
