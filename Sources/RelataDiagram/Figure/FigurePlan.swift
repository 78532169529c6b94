import RelataCore
import RelataGraph

/// What a figure is to show, chosen once and ready to be drawn or written in any format.
///
/// ```swift
/// let plan = try FigurePlan(of: graph, options: DiagramOptions(focus: [id]))
/// let figure = try FigureRenderer().figure(plan)
/// let text = try plan.dot()
/// ```
public struct FigurePlan: Sendable {
  /// The part of the graph that is shown, and an account of what is not.
  public let selection: DiagramSelection
  /// As they were asked for.
  public let options: DiagramOptions
  /// The words for the graph's entities and relations.
  public let words: DiagramWords
  let graph: KnowledgeGraph

  /// Chooses what to show.
  ///
  /// Figures of one graph share its words; without any they are made.
  ///
  /// - Throws: As ``DiagramSelection/init(of:options:)``.
  /// - Complexity: O((V + E) log E).
  public init(
    of graph: KnowledgeGraph, options: DiagramOptions = DiagramOptions(),
    words: DiagramWords? = nil
  ) throws(RelataError) {
    self.init(
      try DiagramSelection(of: graph, options: options), of: graph, options: options, words: words)
  }

  /// A plan for what was selected before, such as a part of a series.
  public init(
    _ selection: DiagramSelection, of graph: KnowledgeGraph, options: DiagramOptions,
    words: DiagramWords? = nil
  ) {
    self.selection = selection
    self.options = options
    self.words = words ?? DiagramWords(graph)
    self.graph = graph
  }

  /// As many small figures as it takes to show what one cannot hold.
  ///
  /// - Parameters:
  ///   - graph: What is to be shown.
  ///   - options: The limits of each figure.
  ///   - maximum: Figures at most.
  /// - Returns: One plan if everything fits one figure; never none.
  /// - Throws: As ``DiagramSelection/series(of:options:maximum:)``.
  public static func series(
    of graph: KnowledgeGraph, options: DiagramOptions = DiagramOptions(), maximum: Int = 12
  ) throws(RelataError) -> [FigurePlan] {
    let words = DiagramWords(graph)
    return try DiagramSelection.series(of: graph, options: options, maximum: maximum).map {
      FigurePlan($0, of: graph, options: options, words: words)
    }
  }

  /// The words around the figure, with sentences about how it was drawn.
  func text(notes: [String] = []) -> FigureText {
    FigureText(selection, graph: graph, words: words, options: options, notes: notes)
  }
}

extension FigurePlan {
  /// The figure in the DOT language; needs no Graphviz.
  ///
  /// Layers run from left to right, or as in the previous figure; a drawing turns them where that fits
  /// better.
  ///
  /// - Throws: `RelataError` RL5020.
  public func dot() throws(RelataError) -> String {
    try FigureRenderer.source(
      of: DiagramDOT(
        selection, words: words, options: options, isUpright: options.previous?.isUpright ?? false
      ).graph)
  }

  /// The figure as a Mermaid flowchart; needs no Graphviz.
  public var mermaid: String {
    MermaidText(selection, words: words, theme: options.theme, title: text().title).text
  }

  /// The figure in the D2 language; needs no Graphviz.
  public var d2: String {
    D2Text(selection, words: words, theme: options.theme, title: text().title).text
  }
}
