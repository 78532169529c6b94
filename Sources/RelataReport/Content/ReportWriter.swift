import RelataCore
import RelataDiagram
import RelataGraph

/// Writes reports about parts of a graph: figures, the same as tables, and the evidence in full.
///
/// Equal graphs and options give equal bytes, whatever the number of threads.
public struct ReportWriter: Sendable {
  private let renderer: FigureRenderer

  /// A writer whose figures are drawn by a renderer.
  public init(renderer: FigureRenderer = FigureRenderer()) { self.renderer = renderer }

  /// Writes one self-contained page: nothing is fetched, the figures are inline.
  ///
  /// With scripts it can be searched and filtered, and shows quotes beside the figure; without, it is
  /// the same page, whole and static.
  ///
  /// - Throws: As `FigureRenderer/figure(of:options:id:links:)` does, RL6106 for a template of
  ///   another language.
  public func html(
    of graph: KnowledgeGraph, options: ReportOptions = ReportOptions()
  ) throws(RelataError) -> Report {
    try html(graph, options, isPage: true)
  }

  /// Writes the same as an element to be put into a page, with its style and script.
  ///
  /// Every id begins with ``ReportOptions/id``, or with one made from the content, so that several
  /// fragments share a page.
  ///
  /// - Throws: As ``html(of:options:)`` does.
  public func fragment(
    of graph: KnowledgeGraph, options: ReportOptions = ReportOptions()
  ) throws(RelataError) -> Report {
    try html(graph, options, isPage: false)
  }

  /// Writes Markdown with the figures as files beside it.
  ///
  /// - Throws: As ``html(of:options:)`` does.
  public func markdown(
    of graph: KnowledgeGraph, options: ReportOptions = ReportOptions()
  ) throws(RelataError) -> Report {
    let template = try options.template(.markdown)
    let words = DiagramWords(graph)
    let plans = try plan(graph, options, words)
    let content = ReportContent(
      plans.map(\.selection), graph: graph, words: words, provenance: options.provenance)
    // A figure behind an image element cannot be clicked.
    let figures = try draw(plans, options, ids: nil, links: [:])
    let paths = figures.indices.map { index in
      options.stem + (figures.count == 1 ? "" : "-\(index + 1)") + ".svg"
    }
    let record = ReportRecord(
      content: content, figures: figures, options: options,
      prefix: options.id.map { $0 + "-" } ?? "")
    return Report(
      text: MarkdownReport(record: record, template: template, images: paths).text,
      files: zip(paths, figures).map { ReportFile(path: $0, text: $1.svg + "\n") },
      figures: figures)
  }

  private func html(
    _ graph: KnowledgeGraph, _ options: ReportOptions, isPage: Bool
  ) throws(RelataError) -> Report {
    let template = try options.template(.html)
    let words = DiagramWords(graph)
    let plans = try plan(graph, options, words)
    let content = ReportContent(
      plans.map(\.selection), graph: graph, words: words, provenance: options.provenance)
    let given = options.id.map { $0 + "-" }
    let prefix = given ?? (isPage ? "" : Self.identity(content, options) + "-")
    let figures = try draw(
      plans, options, ids: { "\(prefix)figure-\($0 + 1)" },
      links: content.firstEvidence.mapValues { "#\(prefix)ev-\($0)" })
    let record = ReportRecord(
      content: content, figures: figures, options: options, prefix: prefix)
    return Report(
      text: HTMLReport(record: record, template: template, isPage: isPage).text, files: [],
      figures: figures)
  }

  /// A slug with six digits of the content's hash.
  private static func identity(_ content: ReportContent, _ options: ReportOptions) -> String {
    var parts = [options.title ?? "", options.provenance.graph ?? ""]
    for rows in content.sections { parts += [""] + rows.map(\.relation.id.rawValue) }
    parts += content.entities.map(\.name) + content.items.map(\.record.quote)
    let digest = SHA256.hexDigest(of: parts.joined(separator: "\u{0}").utf8)
    return "relata-" + digest.prefix(6)
  }

  // MARK: Figures

  private func plan(
    _ graph: KnowledgeGraph, _ options: ReportOptions, _ words: DiagramWords
  ) throws(RelataError) -> [FigurePlan] {
    try FigureSheet(count: options.figures.count, threads: options.threads).make {
      index throws(RelataError) in
      try FigurePlan(of: graph, options: options.figures[index], words: words)
    }
  }

  private func draw(
    _ plans: [FigurePlan], _ options: ReportOptions, ids: (@Sendable (Int) -> String)?,
    links: [AssertionID: String]
  ) throws(RelataError) -> [Figure] {
    try FigureSheet(count: plans.count, threads: options.threads).make {
      index throws(RelataError) in
      try renderer.figure(plans[index], id: ids?(index), links: links)
    }
  }
}
