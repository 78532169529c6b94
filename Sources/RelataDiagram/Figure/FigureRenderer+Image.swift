import Foundation
import Graphviz
import RelataCore
import RelataGraph

/// A picture format besides SVG.
public enum FigureImageFormat: String, Sendable, CaseIterable {
  case png, pdf
}

/// A figure as the bytes of a picture.
public struct FigureImage: Sendable {
  /// The file.
  public var data: Data
  /// What the layout had to do otherwise than asked, and what it warned of.
  public var diagnostics: [Diagnostic]
}

extension FigureRenderer {
  /// Draws a PNG or a PDF, with title, legend and sources beneath.
  ///
  /// Always light, as paper is. A PDF carries no time of its making.
  ///
  /// - Parameters:
  ///   - graph: Where it is taken from.
  ///   - options: What it shows and how.
  ///   - format: PNG or PDF.
  ///   - width: The width of a PNG in pixels, 100…10,000, met to the pixel but for rounding; nil draws at
  ///     twice the screen's resolution. Not for PDF.
  /// - Returns: The file's bytes, and what there is to say about the layout.
  /// - Throws: `RelataError` RL5001 to RL5003 as ``DiagramSelection``, RL5020, and RL5027 for a width out
  ///   of range.
  public func image(
    of graph: KnowledgeGraph, options: DiagramOptions = DiagramOptions(),
    format: FigureImageFormat, width: Int? = nil
  ) throws(RelataError) -> FigureImage {
    try Self.check(width: width)
    let plan = try FigurePlan(of: graph, options: options)
    let layout = try layOut(plan)
    var image = try image(plan, layout.diagram, format, width)
    image.diagnostics = layout.notes + image.diagnostics + Self.size(plan.selection)
    return image
  }

  /// Draws a finished figure once more as a PNG or a PDF, without choosing and laying out anew.
  ///
  /// - Parameters:
  ///   - figure: One that ``figure(_:id:links:)`` drew.
  ///   - format: PNG or PDF.
  ///   - width: As for ``image(of:options:format:width:)``.
  /// - Returns: The file's bytes; its diagnostics are those that the figure does not have.
  /// - Throws: `RelataError` RL5020 and RL5027.
  public func image(
    of figure: Figure, format: FigureImageFormat, width: Int? = nil
  ) throws(RelataError) -> FigureImage {
    try Self.check(width: width)
    return try image(figure.plan, figure.diagram, format, width)
  }

  private static func check(width: Int?) throws(RelataError) {
    guard let width, !(100...10_000).contains(width) else { return }
    throw RelataError(
      .usage, code: "RL5027", "the width of a picture must be 100…10000 pixels, got \(width)")
  }

  private func image(
    _ plan: FigurePlan, _ laidOut: DiagramDOT, _ format: FigureImageFormat, _ width: Int?
  ) throws(RelataError) -> FigureImage {
    var diagram = laidOut.graph
    diagram.attributes.merge(
      FigureCaption.attributes(plan.text(), selection: plan.selection, options: plan.options))
    if format == .png {
      diagram.attributes[.dpi] = 144
      if let width {
        diagram.attributes[.dpi] = .number(
          try resolution(of: diagram, plan.options.engine, width))
      }
    }
    let result = try render(diagram, plan.options.engine, format == .png ? .png : .pdf)
    return FigureImage(data: result.data, diagnostics: Self.diagnostics(result))
  }

  /// The dots per inch at which a graph is so many pixels wide.
  private func resolution(
    of graph: DOTGraph, _ engine: DiagramLayout, _ width: Int
  ) throws(RelataError) -> Double {
    let drawn = try drawing(of: graph, engine)
    return 72 * Double(width) / (FigureDrawing.width(of: drawn.svg) ?? 720)
  }
}
