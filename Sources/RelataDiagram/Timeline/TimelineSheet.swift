import Graphviz

/// A timeline with its title and footer as one SVG.
struct TimelineSheet {
  private static let margin = 14.0

  let id: String
  let title: String
  let description: String
  /// The lines beneath.
  let notes: [String]
  let drawing: TimelineDrawing
  let style: TimelineFigure.Style

  var svg: SVGElement {
    let theme = style.theme
    let fonts = theme.fonts
    let inner = TimelineDrawing.width
    let width = inner + 2 * Self.margin
    var parts: [SVGElement] = []
    var y = Self.margin
    for line in TextMeasure.wrap(title, width: inner, size: fonts.title, isBold: true) {
      y += fonts.title
      parts.append(
        SVGElement(
          "text",
          [
            ("x", Self.margin.short), ("y", y.short), ("font-size", fonts.title.short),
            ("font-weight", "bold"), ("fill", theme.text.light),
          ], text: line))
      y += 4
    }
    y += 8
    parts.append(
      SVGElement(
        "g", [("transform", "translate(\(Self.margin.short),\(y.short))")],
        drawing.elements.map { .element($0) }))
    y += drawing.height + 6
    for line in notes.flatMap({ TextMeasure.wrap($0, width: inner, size: fonts.footer) }) {
      y += fonts.footer + 0.5
      parts.append(
        SVGElement(
          "text",
          [
            ("x", Self.margin.short), ("y", y.short), ("font-size", fonts.footer.short),
            ("class", "muted"), ("fill", theme.muted.light),
          ], text: line))
      y += 3
    }
    return sheet(parts, width: width, height: y + Self.margin - 3)
  }

  private func sheet(_ parts: [SVGElement], width: Double, height: Double) -> SVGElement {
    let theme = style.theme
    let natural = (width * FigureAssembly.scale).rounded()
    let head = [
      SVGElement("title", [("id", id + "-title")], text: title),
      SVGElement("desc", [("id", id + "-desc")], text: description),
      SVGElement("style", text: FigureStyleSheet(id: id, theme: theme, scheme: style.colors).css),
      SVGElement(
        "rect",
        [
          ("class", "bg"), ("width", width.short), ("height", height.short), ("rx", "6"),
          ("fill", theme.background.light),
        ]),
    ]
    return SVGElement(
      "svg",
      [
        ("xmlns", "http://www.w3.org/2000/svg"), ("id", id), ("class", "relata-figure"),
        ("viewBox", "0 0 \(width.short) \(height.short)"),
        ("style", "width:100%;max-width:\(natural.short)px;height:auto"),
        ("role", "graphics-document document"), ("aria-roledescription", "timeline"),
        ("aria-labelledby", "\(id)-title \(id)-desc"), ("font-family", theme.fonts.list),
      ], (head + parts).map { .element($0) })
  }
}
