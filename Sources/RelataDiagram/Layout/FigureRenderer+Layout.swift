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
  func layOut(_ plan: FigurePlan) throws(RelataError) -> Layout {
    let (selection, words, options) = (plan.selection, plan.words, plan.options)
    func attempt(isUpright: Bool) throws(RelataError) -> Layout {
      try layOut(selection, words: words, options: options, isUpright: isUpright)
    }
    if let previous = options.previous {
      return try layOut(plan, after: previous)
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
    let drawn = try drawing(of: diagram.graph, options.engine, allowsFallback: allowsFallback)
    return Layout(diagram: diagram, result: drawn.result, svg: drawn.svg)
  }

  /// Lays the diagram out anew and seeded with the earlier places, and takes what moves less.
  private func layOut(
    _ plan: FigurePlan, after previous: PreviousLayout
  ) throws(RelataError) -> Layout {
    let (selection, words, options) = (plan.selection, plan.words, plan.options)
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
      var layout = try layOut(
        FigurePlan(selection, of: plan.graph, options: fresh, words: words))
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
}
