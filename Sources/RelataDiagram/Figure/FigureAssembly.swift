import Graphviz
import RelataCore

/// Puts drawing, title, legend and footer together into one SVG.
struct FigureAssembly {
  /// CSS pixels per unit, so that the smallest text is easily read.
  static let scale = 1.25
  private static let margin = 14.0
  private static let minimumWidth = 480.0

  let id: String
  let text: FigureText
  let drawing: FigureDrawing
  let selection: DiagramSelection
  let options: DiagramOptions

  private var theme: DiagramTheme { options.theme }

  /// The root element and its size in units.
  func root() -> (svg: SVGElement, width: Double, height: Double) {
    let inner = max(drawing.width, Self.minimumWidth)
    let width = inner + 2 * Self.margin
    var parts: [SVGElement] = []
    var y = Self.margin
    let fonts = theme.fonts
    for line in TextMeasure.wrap(text.title, width: inner, size: fonts.title, isBold: true) {
      y += fonts.title
      parts.append(label(line, y: y, size: fonts.title, isBold: true))
      y += 4
    }
    y += 6
    let graph = SVGElement(
      "g",
      [
        (
          "transform",
          "translate(\((Self.margin + (inner - drawing.width) / 2).short),\(y.short)) \(drawing.transform)"
        )
      ], drawing.children.map { .element($0) })
    parts.append(graph)
    y += drawing.height + 10
    if options.includesLegend, !selection.edges.isEmpty {
      let legend = FigureLegend(selection, theme: theme, width: inner)
      parts.append(rule(y: y, to: width - Self.margin))
      y += 8
      parts.append(
        SVGElement(
          "g",
          [
            ("class", "legend"), ("role", "group"), ("aria-label", "Legend"),
            ("transform", "translate(\(Self.margin.short),\(y.short))"),
          ], legend.elements.map { .element($0) }))
      y += legend.height + 2
    }
    for line in [text.sourceLine, text.scopeLine] {
      for part in TextMeasure.wrap(line, width: inner, size: fonts.footer) {
        y += fonts.footer + 0.5
        parts.append(label(part, y: y, size: fonts.footer, isMuted: true))
        y += 3
      }
    }
    y += Self.margin - 3
    return (svg(parts, width: width, height: y), width, y)
  }

  private func svg(_ parts: [SVGElement], width: Double, height: Double) -> SVGElement {
    let natural = (width * Self.scale).rounded()
    let background = SVGElement(
      "rect",
      [
        ("class", "bg"), ("width", width.short), ("height", height.short), ("rx", "6"),
        ("fill", theme.background.light),
      ])
    let head = [
      SVGElement("title", [("id", id + "-title")], text: text.title),
      SVGElement("desc", [("id", id + "-desc")], text: text.description),
      SVGElement("style", text: FigureStyleSheet(id: id, theme: theme, scheme: options.colors).css),
      background,
    ]
    return SVGElement(
      "svg",
      [
        ("xmlns", "http://www.w3.org/2000/svg"), ("id", id), ("class", "relata-figure"),
        ("viewBox", "0 0 \(width.short) \(height.short)"),
        ("style", "width:100%;max-width:\(natural.short)px;height:auto"),
        ("role", "graphics-document document"), ("aria-roledescription", "relationship diagram"),
        ("aria-labelledby", "\(id)-title \(id)-desc"),
        ("font-family", theme.fonts.list),
      ], (head + parts).map { .element($0) })
  }

  private func label(
    _ text: String, y: Double, size: Double, isBold: Bool = false, isMuted: Bool = false
  ) -> SVGElement {
    var attributes = [("x", Self.margin.short), ("y", y.short), ("font-size", size.short)]
    if isBold { attributes.append(("font-weight", "bold")) }
    if isMuted { attributes.append(("class", "muted")) }
    let color = isMuted ? theme.muted : theme.text
    return SVGElement("text", attributes + [("fill", color.light)], text: text)
  }

  private func rule(y: Double, to x: Double) -> SVGElement {
    SVGElement(
      "path",
      [
        ("class", "rule"), ("d", "M\(Self.margin.short),\(y.short)H\(x.short)"), ("fill", "none"),
        ("stroke", theme.rule.light), ("stroke-width", "0.8"),
      ])
  }
}
