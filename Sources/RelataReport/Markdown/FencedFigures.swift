import RelataCore
import RelataDiagram
import RelataGraph

/// Draws what the fences of one document ask for, each under an id of its own.
struct FencedFigures {
  /// One fence's figure.
  struct Drawn {
    var request: FigureRequest
    var figure: Figure
    /// The relations within reach, for a table.
    var rows: [ReportContent.Row]

    var alternative: String { request.alternative ?? figure.alternative }
    /// As asked for, else where the figure's facts come from; can be empty.
    var caption: String { DisplayText.clean(request.caption ?? figure.credit) }
  }

  let renderer: FigureRenderer
  let graph: KnowledgeGraph
  /// Begins the ids in the drawings.
  let prefix: String
  private let names: NameIndex
  private let words: DiagramWords
  private var used: Set<String> = []

  init(renderer: FigureRenderer, graph: KnowledgeGraph, prefix: String) {
    self.renderer = renderer
    self.graph = graph
    self.prefix = prefix
    names = NameIndex(graph.entities)
    words = DiagramWords(graph)
  }

  /// Draws one.
  ///
  /// - Returns: The id of the fence, unique in the document also where it could not be drawn.
  mutating func draw(
    _ request: () throws(RelataError) -> FigureRequest
  ) -> (id: String, Result<Drawn, RelataError>) {
    var id = unique("figure")
    defer { used.insert(id) }
    do throws(RelataError) {
      let request = try request()
      id = unique(request.id ?? DisplayText.slug(request.subject))
      if let given = request.id, id != given {
        throw RelataError(
          .badInput, code: "RL6004", "the id '\(given)' is used by an earlier fence",
          hint: "give each fence its own id")
      }
      let options = try request.resolve(in: graph, names: names)
      let plan = try FigurePlan(of: graph, options: options, words: words)
      let figure = try renderer.figure(plan, id: prefix + id)
      let rows =
        request.includesTable
        ? ReportContent(
          [plan.selection], graph: graph, words: words, provenance: ReportProvenance()
        ).sections[0] : []
      return (id, .success(Drawn(request: request, figure: figure, rows: rows)))
    } catch {
      return (id, .failure(error))
    }
  }

  private func unique(_ id: String) -> String {
    guard used.contains(id) else { return id }
    var number = 2
    while used.contains("\(id)-\(number)") { number += 1 }
    return "\(id)-\(number)"
  }
}
