import Graphviz
import RelataCore

extension FigureRenderer {
  /// A diagram as Graphviz laid it out.
  struct Layout {
    var diagram: DiagramDOT
    var result: RenderResult
    var svg: SVGElement
    var notes: [Diagnostic] = []
  }

  /// Lays the diagram out so that it fits a column: upright where it would be too wide, or as the
  /// earlier figure was.
  func layOut(
    _ selection: DiagramSelection, words: DiagramWords, options: DiagramOptions
  ) throws(RelataError) -> Layout {
    func attempt(isUpright: Bool) throws(RelataError) -> Layout {
      try layOut(selection, words: words, options: options, isUpright: isUpright)
    }
    if let previous = options.previous {
      return try layOut(selection, words: words, options: options, after: previous)
    }
    let level = try attempt(isUpright: false)
    // What exceeds a page either way is not worth a second layout.
    guard options.engine == .dot, !selection.exceedsPrint, FigureDrawing.excess(level.svg) > 1
    else {
      return level
    }
    let upright = try attempt(isUpright: true)
    return FigureDrawing.excess(upright.svg) < FigureDrawing.excess(level.svg) ? upright : level
  }

  private func layOut(
    _ selection: DiagramSelection, words: DiagramWords, options: DiagramOptions, isUpright: Bool,
    allowsFallback: Bool = true
  ) throws(RelataError) -> Layout {
    let diagram = DiagramDOT(selection, words: words, options: options, isUpright: isUpright)
    let result = try render(
      diagram.graph, options.engine, .svg, allowsFallback: allowsFallback)
    let svg = try Self.rethrowing { () throws(GraphvizError) in
      try SVGSanitizer().sanitizeReporting(result.text).svg
    }
    return Layout(diagram: diagram, result: result, svg: svg)
  }

  /// Lays the diagram out anew and seeded with the earlier places, and takes what moves less.
  private func layOut(
    _ selection: DiagramSelection, words: DiagramWords, options: DiagramOptions,
    after previous: PreviousLayout
  ) throws(RelataError) -> Layout {
    func attempt(_ options: DiagramOptions) throws(RelataError) -> Layout {
      try layOut(
        selection, words: words, options: options, isUpright: previous.isUpright,
        allowsFallback: false)
    }
    var fresh = options
    fresh.previous = nil
    guard options.engine == previous.engine,
      options.engine == .dot || options.engine.keepsPositions, let kept = try? attempt(options)
    else {
      var layout = try layOut(selection, words: words, options: fresh)
      layout.notes.append(
        Diagnostic(
          .warning, code: "RL5024", "the places of the previous figure could not be kept",
          hint: "dot, neato and fdp keep them if the previous figure had the same layout"))
      return layout
    }
    guard let other = try? attempt(fresh) else { return kept }
    func displacement(_ layout: Layout) -> Double {
      PreviousLayout(
        centers: FigureDrawing.centers(layout.svg, layout.diagram), engine: options.engine,
        isUpright: previous.isUpright
      ).meanDisplacement(from: previous) ?? 0
    }
    return displacement(other) <= displacement(kept) ? other : kept
  }

  func render(
    _ graph: DOTGraph, _ layout: DiagramLayout, _ format: OutputFormat, allowsFallback: Bool = true
  ) throws(RelataError) -> RenderResult {
    var renderOptions = renderOptions
    renderOptions.allowsFallback = renderOptions.allowsFallback && allowsFallback
    return try Self.rethrowing { () throws(GraphvizError) in
      try renderer.render(
        .graph(graph), engine: LayoutEngine(rawValue: layout.rawValue), format: format,
        options: renderOptions)
    }
  }
}
