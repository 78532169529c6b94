import Graphviz
import RelataCore
import RelataGraph

/// Draws parts of a knowledge graph as figures.
///
/// ```swift
/// let figure = try FigureRenderer().figure(of: graph, options: DiagramOptions(focus: [id]))
/// print(figure.svg, figure.alternative)
/// ```
///
/// Equal graphs and options give equal bytes in every format, with the default renderer and every layout
/// but `fdp`. May be used from any number of threads at once.
public struct FigureRenderer: Sendable {
  let renderer: any GraphRenderer
  let renderOptions: RenderOptions

  /// - Parameters:
  ///   - renderer: Draws in a child process by default, where nothing Graphviz does can harm the caller;
  ///     the program must then call `RenderChild.runIfRequested()` first thing in its main function, or
  ///     every figure is refused.
  ///   - renderOptions: Limits of time, memory and size. SVG is sanitized here, once, whatever they say.
  public init(
    renderer: any GraphRenderer = IsolatedRenderer(), renderOptions: RenderOptions = RenderOptions()
  ) {
    self.renderer = renderer
    var renderOptions = renderOptions
    renderOptions.sanitizesSVG = false
    self.renderOptions = renderOptions
  }

  /// Draws a figure as SVG.
  ///
  /// - Parameters:
  ///   - graph: Where it is taken from.
  ///   - options: What it shows and how.
  ///   - id: Begins all ids in the SVG; nil makes one from title and content, unique in a page.
  ///   - links: Where the line of a relation leads: an anchor of the page, http, https or mailto.
  ///     Others are ignored.
  /// - Returns: The figure with what is needed to embed and cite it.
  /// - Throws: `RelataError` RL5001 and RL5002 as ``DiagramSelection`` does, RL5020 where
  ///   Graphviz fails or returns no usable SVG.
  public func figure(
    of graph: KnowledgeGraph, options: DiagramOptions = DiagramOptions(), id: String? = nil,
    links: [AssertionID: String] = [:]
  ) throws(RelataError) -> Figure {
    try figure(FigurePlan(of: graph, options: options), id: id, links: links)
  }

  /// Draws as many small figures as it takes to show what one cannot hold.
  ///
  /// - Parameters:
  ///   - graph: Where they are taken from.
  ///   - options: What they show and how; the limits hold for each.
  ///   - maximum: Figures at most; see ``DiagramSelection/series(of:options:maximum:)``.
  ///   - links: As for ``figure(of:options:id:links:)``.
  /// - Returns: One figure if everything fits one; never none.
  /// - Throws: As ``figure(of:options:id:links:)``.
  public func figures(
    of graph: KnowledgeGraph, options: DiagramOptions = DiagramOptions(), maximum: Int = 12,
    links: [AssertionID: String] = [:]
  ) throws(RelataError) -> [Figure] {
    var figures: [Figure] = []
    for plan in try FigurePlan.series(of: graph, options: options, maximum: maximum) {
      figures.append(try figure(plan, links: links))
    }
    return figures
  }

  /// Draws a planned figure as SVG.
  ///
  /// - Parameters:
  ///   - plan: What was chosen.
  ///   - id: As for ``figure(of:options:id:links:)``.
  ///   - links: As for ``figure(of:options:id:links:)``.
  /// - Returns: The figure with what is needed to embed and cite it.
  /// - Throws: `RelataError` RL5020 where Graphviz fails or returns no usable SVG.
  public func figure(
    _ plan: FigurePlan, id: String? = nil, links: [AssertionID: String] = [:]
  ) throws(RelataError) -> Figure {
    let layout = try layOut(plan)
    let (diagram, result, options) = (layout.diagram, layout.result, plan.options)
    let source = try Self.source(of: diagram.graph)
    let notes =
      result.fallbacks.isEmpty
      ? [] : ["Drawn with \(result.engineUsed.rawValue), as the layout asked for failed."]
    let text = plan.text(notes: notes)
    let id = id.map(FigureID.made(from:)) ?? FigureID.of(text.title, source, options, links)
    let drawing = try FigureDrawing(
      layout.svg, diagram: diagram, theme: options.theme, words: plan.words, prefix: id,
      links: links)
    var (svg, width, height) = FigureAssembly(
      id: id, text: text, drawing: drawing, selection: plan.selection, options: options
    ).root()
    svg["data-layout"] = result.engineUsed.rawValue + (diagram.isUpright ? " upright" : "")
    return Figure(
      id: id, svg: svg.xml, dot: source, title: text.title, alternative: text.alternative,
      description: text.description, credit: text.sourceLine, scope: text.scopeLine,
      width: (width * FigureAssembly.scale).rounded(),
      height: (height * FigureAssembly.scale).rounded(), selection: plan.selection,
      diagnostics: layout.notes + Self.diagnostics(result) + Self.size(plan.selection),
      plan: plan, diagram: diagram)
  }

  // MARK: Text

  /// Writes the figure in the DOT language; needs no Graphviz.
  ///
  /// Layers run from left to right; ``figure(of:options:id:links:)`` turns them where that fits
  /// better.
  ///
  /// - Throws: `RelataError` RL5001, RL5002 and RL5020.
  public func dot(
    of graph: KnowledgeGraph, options: DiagramOptions = DiagramOptions()
  ) throws(RelataError) -> String {
    try FigurePlan(of: graph, options: options).dot()
  }

  /// Writes the figure as a Mermaid flowchart; needs no Graphviz.
  ///
  /// - Throws: As ``DiagramSelection`` does.
  public func mermaid(
    of graph: KnowledgeGraph, options: DiagramOptions = DiagramOptions()
  ) throws(RelataError) -> String {
    try FigurePlan(of: graph, options: options).mermaid
  }

  /// Writes the figure in the D2 language; needs no Graphviz.
  ///
  /// - Throws: As ``DiagramSelection`` does.
  public func d2(
    of graph: KnowledgeGraph, options: DiagramOptions = DiagramOptions()
  ) throws(RelataError) -> String {
    try FigurePlan(of: graph, options: options).d2
  }
}
