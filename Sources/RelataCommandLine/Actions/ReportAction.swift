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
  var focus: [String]
  var options: DiagramOptions
  var title: String?
  var format: ReportFormat
  var output: OutputFile
  var writer = ReportWriter()

  func run(in context: CommandContext) throws -> ExitStatus {
    try output.check()
    let store = try GraphStore(path: graphPath, mode: .readOnly)
    var options = options
    for name in focus { options.focus.append(try store.entity(named: name).id) }
    try write(store.loadGraph(), of: store, options, context)
    if !output.isStandardOutput { context.say("relata: wrote \(output.path)") }
    return .success
  }

  /// Writes the report and, for Markdown, its figure beside it.
  func write(
    _ graph: KnowledgeGraph, of store: GraphStore, _ options: DiagramOptions,
    _ context: CommandContext
  ) throws {
    let reportOptions = ReportOptions(
      diagram: options, title: title,
      provenance: try ReportProvenance(program: "relata \(RelataVersion.current)", of: store),
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
