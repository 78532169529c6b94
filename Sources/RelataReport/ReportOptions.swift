import Foundation
import RelataCore
import RelataDiagram

/// What a report is about and how it is made.
public struct ReportOptions: Sendable {
  /// What the figure and the tables show.
  ///
  /// The tables are complete where the figure is pruned.
  public var diagram: DiagramOptions
  /// The heading; nil takes the figure's title.
  public var title: String?
  public var provenance: ReportProvenance
  /// Begins the name of the file beside a Markdown report: `<stem>.svg`.
  public var stem: String

  public init(
    diagram: DiagramOptions = DiagramOptions(), title: String? = nil,
    provenance: ReportProvenance = ReportProvenance(), stem: String = "report"
  ) {
    self.diagram = diagram
    self.title = title
    self.provenance = provenance
    self.stem = stem
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
  /// In the order to list them.
  ///
  /// Empty lists the documents that the evidence names, without hashes.
  public var inputs: [ReportInput]

  public init(
    version: String = "", model: String? = nil, graph: String? = nil, inputs: [ReportInput] = []
  ) {
    self.version = version
    self.model = model
    self.graph = graph
    self.inputs = inputs
  }
}

/// A document that was read.
public struct ReportInput: Sendable, Hashable {
  public var document: DocumentID
  public var source: String
  public var title: String?
  public var published: String?
  /// Lower-case hexadecimal SHA-256 of the text; nil if unknown.
  public var sha256: String?

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
  public var data: Data

  public init(path: String, data: Data) {
    self.path = path
    self.data = data
  }

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
  public var figure: Figure
  public var diagnostics: [Diagnostic]
}
