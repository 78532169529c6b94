import Foundation
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
/// Equal graphs and options give equal bytes in every format, with the default renderer.
public struct FigureRenderer: Sendable {
  let renderer: any GraphRenderer
  let renderOptions: RenderOptions

  /// - Parameter renderer: Draws in a child process by default, where nothing Graphviz does can
  ///   harm the caller; the program must then call `RenderChild.runIfRequested()` first thing in its
  ///   main function, or every figure is refused.
  public init(
    renderer: any GraphRenderer = IsolatedRenderer(), renderOptions: RenderOptions = RenderOptions()
  ) {
    self.renderer = renderer
    self.renderOptions = renderOptions
  }

  /// Draws a figure as SVG.
  ///
  /// - Parameters:
  ///   - id: Begins all ids in the SVG; nil makes one from title and content, unique in a page.
  ///   - links: Where the line of a relation leads: an anchor of the page, http, https or mailto.
  ///     Others are ignored.
  /// - Throws: ``RelataError`` RL5001 and RL5002 as ``DiagramSelection`` does, RL5020 where
  ///   Graphviz fails or returns no usable SVG.
  public func figure(
    of graph: KnowledgeGraph, options: DiagramOptions = DiagramOptions(), id: String? = nil,
    links: [AssertionID: String] = [:]
  ) throws(RelataError) -> Figure {
    let selection = try DiagramSelection(of: graph, options: options)
    return try figure(
      selection, words: DiagramWords(graph), of: graph, options: options, id: id, links: links)
  }

  /// Draws as many small figures as it takes to show what one cannot hold.
  ///
  /// - Parameter maximum: Figures at most; see ``DiagramSelection/series(of:options:maximum:)``.
  /// - Throws: As ``figure(of:options:id:links:)``.
  public func figures(
    of graph: KnowledgeGraph, options: DiagramOptions = DiagramOptions(), maximum: Int = 12,
    links: [AssertionID: String] = [:]
  ) throws(RelataError) -> [Figure] {
    let words = DiagramWords(graph)
    var figures: [Figure] = []
    for selection in try DiagramSelection.series(of: graph, options: options, maximum: maximum) {
      figures.append(
        try figure(selection, words: words, of: graph, options: options, id: nil, links: links))
    }
    return figures
  }

  private func figure(
    _ selection: DiagramSelection, words: DiagramWords, of graph: KnowledgeGraph,
    options: DiagramOptions, id: String?, links: [AssertionID: String]
  ) throws(RelataError) -> Figure {
    let layout = try layOut(selection, words: words, options: options)
    let (diagram, result) = (layout.diagram, layout.result)
    let source = try Self.source(of: diagram.graph)
    let notes =
      result.fallbacks.isEmpty
      ? [] : ["Drawn with \(result.engineUsed.rawValue), as the layout asked for failed."]
    let text = FigureText(
      selection, graph: graph, words: words, options: options, notes: notes)
    let id = id.map(Self.identifier) ?? Self.id(text.title, source, options, links)
    let drawing = try FigureDrawing(
      layout.svg, diagram: diagram, theme: options.theme, words: words, prefix: id, links: links)
    var (svg, width, height) = FigureAssembly(
      id: id, text: text, drawing: drawing, selection: selection, options: options
    ).root()
    svg["data-layout"] = result.engineUsed.rawValue + (diagram.isUpright ? " upright" : "")
    let xml = svg.xml
    // What is handed out must be readable by every browser.
    _ = try Self.rethrowing { () throws(GraphvizError) in try SVGElement(parsing: xml) }
    return Figure(
      id: id, svg: xml, dot: source, title: text.title, alternative: text.alternative,
      description: text.description, credit: text.sourceLine, scope: text.scopeLine,
      width: (width * FigureAssembly.scale).rounded(),
      height: (height * FigureAssembly.scale).rounded(), selection: selection,
      diagnostics: layout.notes + Self.diagnostics(result) + Self.size(selection))
  }

  /// Writes the figure in the DOT language; needs no Graphviz.
  ///
  /// Layers run from left to right; ``figure(of:options:id:links:)`` turns them where that fits
  /// better.
  ///
  /// - Throws: ``RelataError`` RL5001, RL5002 and RL5020.
  public func dot(
    of graph: KnowledgeGraph, options: DiagramOptions = DiagramOptions()
  ) throws(RelataError) -> String {
    let selection = try DiagramSelection(of: graph, options: options)
    let diagram = DiagramDOT(
      selection, words: DiagramWords(graph), options: options,
      isUpright: options.previous?.isUpright ?? false)
    return try Self.source(of: diagram.graph)
  }

  /// Writes the figure as a Mermaid flowchart; needs no Graphviz.
  ///
  /// - Throws: As ``DiagramSelection`` does.
  public func mermaid(
    of graph: KnowledgeGraph, options: DiagramOptions = DiagramOptions()
  ) throws(RelataError) -> String {
    let (selection, words, title) = try selected(graph, options)
    return MermaidText(selection, words: words, theme: options.theme, title: title).text
  }

  /// Writes the figure in the D2 language; needs no Graphviz.
  ///
  /// - Throws: As ``DiagramSelection`` does.
  public func d2(
    of graph: KnowledgeGraph, options: DiagramOptions = DiagramOptions()
  ) throws(RelataError) -> String {
    let (selection, words, title) = try selected(graph, options)
    return D2Text(selection, words: words, theme: options.theme, title: title).text
  }

  private func selected(
    _ graph: KnowledgeGraph, _ options: DiagramOptions
  ) throws(RelataError) -> (DiagramSelection, DiagramWords, String) {
    let selection = try DiagramSelection(of: graph, options: options)
    let words = DiagramWords(graph)
    let text = FigureText(selection, graph: graph, words: words, options: options, notes: [])
    return (selection, words, text.title)
  }

  /// Draws a PNG or a PDF, with title, legend and sources beneath.
  ///
  /// Always light, as paper is. A PDF carries no time of its making.
  ///
  /// - Parameter width: The width of a PNG in pixels, 100…10,000, met to the pixel but for rounding;
  ///   nil draws at twice the screen's resolution. Not for PDF.
  /// - Throws: ``RelataError`` RL5001 to RL5003 as ``DiagramSelection``, RL5020, and RL5027 for a width out of
  ///   range.
  public func image(
    of graph: KnowledgeGraph, options: DiagramOptions = DiagramOptions(),
    format: FigureImageFormat, width: Int? = nil
  ) throws(RelataError) -> FigureImage {
    if let width, !(100...10_000).contains(width) {
      throw RelataError(
        .usage, code: "RL5027", "the width of a picture must be 100…10000 pixels, got \(width)")
    }
    let selection = try DiagramSelection(of: graph, options: options)
    let words = DiagramWords(graph)
    let layout = try layOut(selection, words: words, options: options)
    var diagram = layout.diagram.graph
    let text = FigureText(selection, graph: graph, words: words, options: options, notes: [])
    diagram.attributes.merge(FigureCaption.attributes(text, selection: selection, options: options))
    if format == .png {
      diagram.attributes[.dpi] = 144
      if let width {
        diagram.attributes[.dpi] = .number(try resolution(of: diagram, options, width))
      }
    }
    let result = try render(diagram, options.engine, format == .png ? .png : .pdf)
    return FigureImage(
      data: result.data,
      diagnostics: layout.notes + Self.diagnostics(result) + Self.size(selection))
  }

  /// The dots per inch at which a graph is so many pixels wide.
  private func resolution(
    of graph: DOTGraph, _ options: DiagramOptions, _ width: Int
  ) throws(RelataError) -> Double {
    let svg = try Self.rethrowing { () throws(GraphvizError) in
      try SVGSanitizer().sanitizeReporting(
        renderer.render(
          .graph(graph), engine: LayoutEngine(rawValue: options.engine.rawValue), format: .svg,
          options: renderOptions
        ).text
      ).svg
    }
    let points = FigureDrawing.width(of: svg) ?? 720
    return 72 * Double(width) / points
  }

  // MARK: Graphviz

  private static func source(of graph: DOTGraph) throws(RelataError) -> String {
    try rethrowing { () throws(GraphvizError) in try graph.source() }
  }

  /// Turns Graphviz's errors into ours.
  static func rethrowing<Result>(
    _ body: () throws(GraphvizError) -> Result
  ) throws(RelataError) -> Result {
    do {
      return try body()
    } catch {
      throw failure(error)
    }
  }

  private static func failure(_ error: GraphvizError) -> RelataError {
    RelataError(
      .failed, code: "RL5020", "the figure could not be drawn: \(error)",
      hint: error.hint ?? "'--format dot' writes the figure without Graphviz")
  }

  private static func diagnostics(_ result: RenderResult) -> [Diagnostic] {
    result.fallbacks.map {
      Diagnostic(.warning, code: "RL5021", "the layout fell back: \($0)")
    } + result.warnings.map { Diagnostic(.note, code: "RL5022", "Graphviz: \($0)") }
  }

  private static func size(_ selection: DiagramSelection) -> [Diagnostic] {
    guard selection.exceedsPrint else { return [] }
    return [
      Diagnostic(
        .warning, code: "RL5026",
        "\(selection.nodes.count) entities and \(selection.edges.count) lines are more than a printed page shows legibly",
        hint: "draw several smaller figures, each with its own focus")
    ]
  }

  private static func id(
    _ title: String, _ source: String, _ options: DiagramOptions, _ links: [AssertionID: String]
  ) -> String {
    let parts = [
      title, source, options.colors.rawValue, options.engine.rawValue, options.theme.name,
    ]
    let linked = links.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let digest = SHA256.hexDigest(of: (parts + linked).joined(separator: "\u{0}").utf8)
    return identifier(String(title.prefix(24))) + "-" + digest.prefix(6)
  }

  /// A slug that begins with a letter, as the selectors of CSS want.
  private static func identifier(_ text: String) -> String {
    let slug = DisplayText.slug(text, limit: 120)
    return slug.first?.isNumber == true ? "f-" + slug : slug
  }
}

/// A picture format besides SVG.
public enum FigureImageFormat: String, Sendable, CaseIterable { case png, pdf }

/// A figure as the bytes of a picture.
public struct FigureImage: Sendable {
  public var data: Data
  public var diagnostics: [Diagnostic]
}
