import Foundation
import RelataCore
import RelataDiagram
import RelataGraph
import RelataPipeline
import RelataReport
import RelataStore

/// What a report is written as.
enum ReportFormat: String, CaseIterable, Sendable {
  case html, fragment, md

  /// The language of its templates.
  var language: ReportTemplate.Language { self == .md ? .markdown : .html }

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
        hint: "give --format html, fragment or md")
    }
  }
}

/// Which figures a report has.
enum ReportFigures: Hashable, Sendable {
  /// One, with every focus in it.
  case together
  /// One for each focus.
  case each
  /// One for each of the best connected entities.
  case top(Int)
}

/// Figures of parts of a graph with their tables, the evidence and where it comes from.
struct ReportAction {
  var graphPath: String
  var figure: FigureSettings
  var figures = ReportFigures.together
  var format: ReportFormat
  /// The template's file; nil for the shipped one.
  var templatePath: String?
  /// Begins the ids of the report.
  var id: String?
  var threads = ProcessInfo.processInfo.activeProcessorCount
  var output: OutputFile
  private var writer: ReportWriter { ReportWriter(renderer: figure.renderer) }

  func run(in context: CommandContext) throws -> ExitStatus {
    try output.check()
    let view = try GraphView(path: graphPath, figure.view, in: context)
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
    provenance.graph =
      view.settings.stripsMetadata ? nil : provenance.graph.map(view.redaction.address)
    return provenance
  }

  /// Writes the report and, for Markdown, its figures beside it.
  func write(
    _ graph: KnowledgeGraph, _ options: DiagramOptions, _ provenance: ReportProvenance,
    _ context: CommandContext
  ) throws {
    var provenance = provenance
    provenance.command = figure.view.hidesNames ? nil : CommandText.of(context.arguments)
    let reportOptions = ReportOptions(
      figures: separate(options, graph), title: options.title, provenance: provenance,
      stem: output.isStandardOutput ? "report" : output.stem, id: id, template: try template(),
      threads: threads)
    let report =
      switch format {
      case .html: try writer.html(of: graph, options: reportOptions)
      case .fragment: try writer.fragment(of: graph, options: reportOptions)
      case .md: try writer.markdown(of: graph, options: reportOptions)
      }
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

  private func template() throws(RelataError) -> ReportTemplate? {
    guard let templatePath else { return nil }
    return try ReportTemplate(
      TextFile.text(templatePath, kind: "template"), language: format.language, file: templatePath)
  }

  /// The options of each figure.
  private func separate(_ options: DiagramOptions, _ graph: KnowledgeGraph) -> [DiagramOptions] {
    let focus: [EntityID]
    switch figures {
    case .together: return [options]
    case .each: focus = options.focus
    case .top(let count):
      focus = graph.mostConnected().prefix(count).map(\.id)
    }
    // The title is the report's; each figure says what it shows.
    return focus.map { id in
      var own = options
      (own.focus, own.title) = ([id], nil)
      return own
    }
  }
}
