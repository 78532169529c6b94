import Foundation
import RelataCore
import RelataDiagram

/// What a report is about and how it is made.
public struct ReportOptions: Sendable {
  /// What each figure and its table show, in their order; at least one.
  ///
  /// The tables are complete where the figures are pruned.
  public var figures: [DiagramOptions]
  /// The heading; nil takes the figure's title.
  public var title: String?
  /// What it was made from and by.
  public var provenance: ReportProvenance
  /// Begins the names of the files beside a Markdown report: `<stem>.svg`, or `<stem>-1.svg` and on
  /// where there are several.
  public var stem: String
  /// Begins every id: a slug as of `DisplayText/slug(_:limit:)`.
  ///
  /// Nil takes none for pages and one
  /// made from the content for fragments.
  public var id: String?
  /// The frame; nil takes the shipped one.
  public var template: ReportTemplate?
  /// Figures drawn at once; the report is the same for every number.
  public var threads: Int

  /// A report about several parts of a graph; no figure at all stands for the whole graph.
  public init(
    figures: [DiagramOptions], title: String? = nil,
    provenance: ReportProvenance = ReportProvenance(), stem: String = "report", id: String? = nil,
    template: ReportTemplate? = nil, threads: Int = 1
  ) {
    self.figures = figures.isEmpty ? [DiagramOptions()] : figures
    self.title = title
    self.provenance = provenance
    self.stem = stem
    self.id = id
    self.template = template
    self.threads = threads
  }

  /// A report with one figure.
  public init(
    diagram: DiagramOptions = DiagramOptions(), title: String? = nil,
    provenance: ReportProvenance = ReportProvenance(), stem: String = "report", id: String? = nil,
    template: ReportTemplate? = nil, threads: Int = 1
  ) {
    self.init(
      figures: [diagram], title: title, provenance: provenance, stem: stem, id: id,
      template: template, threads: threads)
  }

  /// The heading of a report whose figures have these titles.
  func heading(_ titles: [String]) -> String {
    let given = title.map(ReportText.headline) ?? ""
    if !given.isEmpty { return given }
    return titles.count == 1 ? titles[0] : "Who is tied to whom, in \(titles.count) figures"
  }

  /// The template to use for a language.
  ///
  /// - Throws: ``RelataError`` RL6106 if the one given is of another language.
  func template(_ language: ReportTemplate.Language) throws(RelataError) -> ReportTemplate {
    guard let template else { return try .shipped(language) }
    guard template.language == language else {
      throw RelataError(
        .usage, code: "RL6106", "the template is not for this form of report",
        hint: "templates for HTML and for Markdown are escaped differently")
    }
    return template
  }
}

/// What a reader needs to make the report again.
public struct ReportProvenance: Sendable, Hashable {
  /// "relata 0.1.0"; empty leaves it out.
  public var version: String
  /// The model that read the documents, with its version.
  public var model: String?
  /// The name of the graph file, without its folder.
  public var graph: String?
  /// The command that made the report; nil leaves it out.
  public var command: String?
  /// In the order to list them.
  ///
  /// Empty lists the documents that the evidence names, without hashes.
  public var inputs: [ReportInput]

  /// What is known; all of it may be left out.
  public init(
    version: String = "", model: String? = nil, graph: String? = nil, command: String? = nil,
    inputs: [ReportInput] = []
  ) {
    self.version = version
    self.model = model
    self.graph = graph
    self.command = command
    self.inputs = inputs
  }
}

/// A document that was read.
public struct ReportInput: Sendable, Hashable {
  /// Its id in the graph.
  public var document: DocumentID
  /// The outlet.
  public var source: String
  /// The headline; nil if unknown.
  public var title: String?
  /// ISO 8601 day or time; nil if unknown.
  public var published: String?
  /// Lower-case hexadecimal SHA-256 of the text; nil if unknown.
  public var sha256: String?

  /// A document with what is known of it.
  public init(
    document: DocumentID, source: String, title: String? = nil, published: String? = nil,
    sha256: String? = nil
  ) {
    self.document = document
    self.source = source
    self.title = title
    self.published = published
    self.sha256 = sha256
  }
}

/// A file to write; libraries leave the writing to the caller.
public struct ReportFile: Sendable, Hashable {
  /// Relative to the folder of the report.
  public var path: String
  /// What to write.
  public var data: Data

  /// A file of bytes.
  public init(path: String, data: Data) {
    self.path = path
    self.data = data
  }

  /// A file of UTF-8 text.
  public init(path: String, text: String) {
    self.init(path: path, data: Data(text.utf8))
  }
}

/// A finished report.
public struct Report: Sendable {
  /// The document itself.
  public var text: String
  /// Files that the document refers to; empty for HTML, which holds everything.
  public var files: [ReportFile]
  /// In the order of the options; at least one.
  public var figures: [Figure]

  /// What there is to say about the layouts of all figures.
  public var diagnostics: [Diagnostic] { figures.flatMap(\.diagnostics) }
}
