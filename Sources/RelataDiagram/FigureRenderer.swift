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
/// Equal graphs and options give equal bytes of DOT and SVG with the default renderer; PDF carries
/// the time of its making.
public struct FigureRenderer: Sendable {
  private let renderer: any GraphRenderer
  private let renderOptions: RenderOptions

  /// - Parameter renderer: Draws in a child process by default, where nothing Graphviz does can
  ///   harm the caller; the executable must then call `RenderChild.runIfRequested(arguments:)` in
  ///   its main function.
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
    let words = DiagramWords(graph)
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
      layout.svg, diagram: diagram, words: words, prefix: id, links: links)
    let (svg, width, height) = FigureAssembly(
      id: id, text: text, drawing: drawing, selection: selection, options: options
    ).root()
    let xml = svg.xml
    // What is handed out must be readable by every browser.
    _ = try Self.rethrowing { () throws(GraphvizError) in try SVGElement(parsing: xml) }
    return Figure(
      id: id, svg: xml, dot: source, title: text.title, alternative: text.alternative,
      description: text.description, credit: text.sourceLine, scope: text.scopeLine,
      width: (width * FigureAssembly.scale).rounded(),
      height: (height * FigureAssembly.scale).rounded(), selection: selection,
      diagnostics: Self.diagnostics(result))
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
    let diagram = DiagramDOT(selection, words: DiagramWords(graph), layout: options.engine)
    return try Self.source(of: diagram.graph)
  }

  /// Draws a PNG at twice the screen's resolution or a PDF, with title, legend and sources beneath.
  ///
  /// Always light, as paper is.
  ///
  /// - Throws: ``RelataError`` RL5001, RL5002 and RL5020.
  public func image(
    of graph: KnowledgeGraph, options: DiagramOptions = DiagramOptions(), format: FigureImageFormat
  ) throws(RelataError) -> FigureImage {
    let selection = try DiagramSelection(of: graph, options: options)
    let words = DiagramWords(graph)
    let layout = try layOut(selection, words: words, options: options)
    var diagram = layout.diagram.graph
    let text = FigureText(selection, graph: graph, words: words, options: options, notes: [])
    diagram.attributes.merge(FigureCaption.attributes(text, selection: selection, options: options))
    if format == .png { diagram.attributes[.dpi] = 144 }
    let result = try render(diagram, options.engine, format == .png ? .png : .pdf)
    return FigureImage(data: result.data, diagnostics: Self.diagnostics(result))
  }

  // MARK: Graphviz

  private struct Layout {
    var diagram: DiagramDOT
    var result: RenderResult
    var svg: SVGElement
  }

  /// Lays the diagram out so that it fits a column: upright where it would be too wide.
  private func layOut(
    _ selection: DiagramSelection, words: DiagramWords, options: DiagramOptions
  ) throws(RelataError) -> Layout {
    func attempt(isUpright: Bool) throws(RelataError) -> Layout {
      let diagram = DiagramDOT(
        selection, words: words, layout: options.engine, isUpright: isUpright)
      let result = try render(diagram.graph, options.engine, .svg)
      let svg = try Self.rethrowing { () throws(GraphvizError) in
        try SVGSanitizer().sanitizeReporting(result.text).svg
      }
      return Layout(diagram: diagram, result: result, svg: svg)
    }
    let level = try attempt(isUpright: false)
    guard options.engine == .dot, FigureDrawing.excess(level.svg) > 1 else { return level }
    let upright = try attempt(isUpright: true)
    return FigureDrawing.excess(upright.svg) < FigureDrawing.excess(level.svg) ? upright : level
  }

  private func render(
    _ graph: DOTGraph, _ layout: DiagramLayout, _ format: OutputFormat
  ) throws(RelataError) -> RenderResult {
    try Self.rethrowing { () throws(GraphvizError) in
      try renderer.render(
        .graph(graph), engine: LayoutEngine(rawValue: layout.rawValue), format: format,
        options: renderOptions)
    }
  }

  private static func source(of graph: DOTGraph) throws(RelataError) -> String {
    try rethrowing { () throws(GraphvizError) in try graph.source() }
  }

  /// Turns Graphviz's errors into ours.
  private static func rethrowing<Result>(
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

  private static func id(
    _ title: String, _ source: String, _ options: DiagramOptions, _ links: [AssertionID: String]
  ) -> String {
    let parts = [title, source, options.theme.rawValue, options.engine.rawValue]
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
