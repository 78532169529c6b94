import Foundation
import RelataCore
import RelataDiagram
import RelataGraph

/// Fills the relata fences of a document that pandoc has read, whatever format it came from.
///
/// A fence is a code block of the class `relata`; it is replaced by its figure, and by its error with
/// the fence above where it cannot be drawn. Everything else stays as it is.
public struct PandocFilter: Sendable {
  private let renderer: FigureRenderer

  /// A filter whose figures are drawn by a renderer.
  public init(renderer: FigureRenderer = FigureRenderer()) { self.renderer = renderer }

  /// The document with its figures, and what else to write.
  public struct Result: Sendable {
    /// JSON for pandoc's standard input.
    public var document: Data
    /// Figures that the document refers to.
    public var files: [ReportFile]
    /// One error for each fence that could not be drawn.
    public var diagnostics: [Diagnostic]
  }

  /// Fills a document.
  ///
  /// - Parameters:
  ///   - json: What pandoc writes to filters, or with `-t json`.
  ///   - format: The format that pandoc will write, which decides the form of the figures.
  ///   - folder: Where figures that are files lie, as the document is to refer to them.
  ///   - graph: Gives the graph, told the name in the document's metadata if there is one; called
  ///     only if there is a fence.
  /// - Returns: The document with its figures, and what else to write.
  /// - Throws: `RelataError` RL6201 where this is no document of pandoc's, and what `graph` throws.
  public func fill(
    _ json: Data, format: String, folder: String,
    graph: (String?) throws(RelataError) -> KnowledgeGraph
  ) throws(RelataError) -> Result {
    guard let document = try? JSONDecoder().decode(PandocValue.self, from: json),
      case .object(var root) = document, let blocks = root["blocks"],
      let version = root["pandoc-api-version"]?.items.compactMap(\.integer), version.count >= 2
    else {
      throw RelataError(
        .badInput, code: "RL6201", "this is no document of pandoc's",
        hint: "use it as a filter, or between 'pandoc -t json' and 'pandoc -f json'")
    }
    guard Self.fences(in: blocks) > 0 else {
      return Result(document: json, files: [], diagnostics: [])
    }
    let named = root["meta"]?["relata-graph"].map(\.text)
    var walk = PandocWalk(
      figures: FencedFigures(renderer: renderer, graph: try graph(named), prefix: "relata-"),
      form: PandocFigureForm(format: format), folder: folder,
      hasFigures: version[0] > 1 || version[1] >= 23)
    root["blocks"] = walk.filled(blocks)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(PandocValue.object(root)) else {
      throw RelataError(.internal, code: "RL9601", "the filled document cannot be written")
    }
    return Result(document: data, files: walk.files, diagnostics: walk.diagnostics)
  }

  private static func fences(in value: PandocValue) -> Int {
    switch value {
    case .array(let items): items.reduce(0) { $0 + fences(in: $1) }
    case .object(let members):
      PandocFence(value) != nil ? 1 : members.values.reduce(0) { $0 + fences(in: $1) }
    default: 0
    }
  }
}
