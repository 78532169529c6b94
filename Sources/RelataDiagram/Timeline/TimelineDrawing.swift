import Graphviz
import RelataCore
import RelataGraph

/// The rows and the axis of a timeline as SVG, without title and footer.
struct TimelineDrawing {
  static let labelWidth = 236.0
  static let axisWidth = 420.0
  private static let gap = 14.0
  private static let barHeight = 9.0

  static var width: Double { labelWidth + gap + axisWidth }

  private(set) var elements: [SVGElement] = []
  private(set) var height = 0.0
  private let theme: DiagramTheme
  private let axis: TimelineAxis
  private let left = Self.labelWidth + Self.gap

  init(rows: [TimelineRow], theme: DiagramTheme) {
    self.theme = theme
    let days = rows.flatMap { row in
      [row.known.lowerBound, row.known.upperBound] + row.reports.map { $0 + 1 }
        + (row.assumedUntil == TimelineEntry.openEnd ? [] : [row.assumedUntil])
    }
    let first = days.min() ?? 0
    axis = TimelineAxis(first..<max(first + 1, days.max() ?? 1))
    guard !rows.isEmpty else {
      elements.append(text("Nothing with a date.", x: 0, y: 14, size: theme.fonts.label))
      height = 20
      return
    }
    let top = theme.fonts.label + 8
    var body: [SVGElement] = []
    var y = top
    for row in rows {
      let drawn = draw(row, at: y)
      body.append(drawn.element)
      y += drawn.height
    }
    elements = grid(from: top, to: y) + body
    height = y
    let legend = TimelineLegend(rows: rows, theme: theme, width: Self.width)
    elements.append(
      SVGElement(
        "g",
        [
          ("class", "legend"), ("role", "group"), ("aria-label", "Legend"),
          ("transform", "translate(0,\((y + 10).short))"),
        ], legend.elements.map { .element($0) }))
    height += 10 + legend.height
  }

  // MARK: Axis

  private func x(_ day: Int) -> Double { left + axis.position(day) * Self.axisWidth }

  private func grid(from top: Double, to bottom: Double) -> [SVGElement] {
    var lines: [SVGElement] = []
    var free = 0.0
    for mark in axis.marks {
      let x = x(mark.day)
      lines.append(
        path("M\(x.short),\((top - 4).short)V\(bottom.short)", class: "rule", theme.rule, 0.6))
      let half = TextMeasure.width(mark.label, size: theme.fonts.label) / 2
      guard x - half >= free, x + half <= Self.width + 8 else { continue }
      lines.append(
        text(
          mark.label, x: x, y: theme.fonts.label, size: theme.fonts.label, isMuted: true,
          anchor: "middle"))
      free = x + half + 6
    }
    return lines
  }

  // MARK: Rows

  private func draw(_ row: TimelineRow, at top: Double) -> (element: SVGElement, height: Double) {
    let fonts = theme.fonts
    var children = [SVGElement("title", text: row.tooltip)]
    var y = top + 5
    for line in TextMeasure.wrap(row.label, width: Self.labelWidth, size: fonts.label) {
      y += fonts.label
      children.append(text(line, x: 0, y: y, size: fonts.label))
      y += 1.5
    }
    let middle = max(top + 8 + fonts.label / 2, (top + y + 5) / 2)
    for line in TextMeasure.wrap(row.detail, width: Self.labelWidth, size: fonts.role) {
      y += fonts.role
      children.append(text(line, x: 0, y: y, size: fonts.role, isMuted: true))
      y += 1.5
    }
    children += row.isEvent ? point(row, middle) : bar(row, middle)
    for day in row.reports where !(row.isEvent && row.isKnownByReport) {
      let x = x(day)
      let (from, to) = (
        (middle + Self.barHeight / 2 + 1).short, (middle + Self.barHeight / 2 + 5).short
      )
      children.append(path("M\(x.short),\(from)V\(to)", class: "s", theme.text, 1))
    }
    let bottom = max(y, middle + Self.barHeight) + 6
    children.append(
      path("M0,\(bottom.short)H\(Self.width.short)", class: "rule", theme.rule, 0.5))
    return (
      SVGElement("g", [("class", row.colorClass)], children.map { .element($0) }), bottom - top
    )
  }

  /// What lasts: full where texts say so, pale where it is assumed.
  private func bar(_ row: TimelineRow, _ middle: Double) -> [SVGElement] {
    if row.isOnlyOver { return Self.end(at: x(row.known.lowerBound), middle, row.color(in: theme)) }
    let isOpen = row.assumedUntil == TimelineEntry.openEnd
    let end = isOpen ? axis.days.upperBound : row.assumedUntil
    var shapes: [SVGElement] = []
    if end > row.known.upperBound {
      shapes.append(
        Self.bar(
          from: x(row.known.upperBound), to: x(end), middle, row.color(in: theme), isPale: true))
      if isOpen {
        // It goes on beyond the figure.
        let tip = (Self.width + 6, Self.barHeight / 2)
        shapes.append(
          SVGElement(
            "path",
            [
              (
                "d",
                "M\(Self.width.short),\((middle - tip.1).short)L\(tip.0.short),\(middle.short)L\(Self.width.short),\((middle + tip.1).short)Z"
              ), ("class", "f"), ("fill", row.color(in: theme).light), ("fill-opacity", "0.35"),
            ]))
      }
    }
    shapes.append(
      Self.bar(
        from: x(row.known.lowerBound), to: x(row.known.upperBound), middle, row.color(in: theme),
        isHollow: row.status != .asserted || row.polarity == .negative))
    return shapes
  }

  /// The end of what held before, nobody says since when.
  static func end(at x: Double, _ middle: Double, _ color: ThemedColor) -> [SVGElement] {
    let (top, bottom) = ((middle - barHeight / 2 - 2).short, (middle + barHeight / 2 + 2).short)
    return [
      bar(from: x - 16, to: x, middle, color, isPale: true),
      SVGElement(
        "path",
        [
          ("class", "s"), ("d", "M\(x.short),\(top)V\(bottom)"), ("fill", "none"),
          ("stroke", color.light), ("stroke-width", "2"),
        ]),
    ]
  }

  static func bar(
    from: Double, to: Double, _ middle: Double, _ color: ThemedColor, isPale: Bool = false,
    isHollow: Bool = false
  ) -> SVGElement {
    var attributes = [
      ("x", from.short), ("y", (middle - barHeight / 2).short),
      ("width", max(3, to - from).short), ("height", barHeight.short),
    ]
    if isHollow {
      attributes += [
        ("class", "s"), ("fill", "none"), ("stroke", color.light), ("stroke-width", "1.4"),
        ("stroke-dasharray", "3,2"),
      ]
    } else {
      attributes += [("class", "f"), ("fill", color.light)]
      if isPale { attributes.append(("fill-opacity", "0.35")) }
    }
    return SVGElement("rect", attributes)
  }

  /// What happened: a point, behind it the days on which it may have been.
  private func point(_ row: TimelineRow, _ middle: Double) -> [SVGElement] {
    let (from, to) = (x(row.known.lowerBound), x(row.known.upperBound))
    var shapes: [SVGElement] = []
    if to - from > 10 {
      shapes.append(Self.bar(from: from, to: to, middle, row.color(in: theme), isPale: true))
    }
    shapes.append(
      Self.point(
        at: (from + to) / 2, middle, row.color(in: theme),
        isHollow: row.isKnownByReport || row.status != .asserted || row.polarity == .negative))
    return shapes
  }

  static func point(at x: Double, _ y: Double, _ color: ThemedColor, isHollow: Bool) -> SVGElement {
    var attributes = [("cx", x.short), ("cy", y.short), ("r", isHollow ? "4" : "4.5")]
    if isHollow {
      attributes += [
        ("class", "s"), ("fill", "none"), ("stroke", color.light), ("stroke-width", "1.6"),
      ]
    } else {
      attributes += [("class", "f"), ("fill", color.light)]
    }
    return SVGElement("circle", attributes)
  }

  // MARK: Pieces

  private func text(
    _ text: String, x: Double, y: Double, size: Double, isMuted: Bool = false,
    anchor: String? = nil
  ) -> SVGElement {
    var attributes = [("x", x.short), ("y", y.short), ("font-size", size.short)]
    if let anchor { attributes.append(("text-anchor", anchor)) }
    if isMuted { attributes.append(("class", "muted")) }
    return SVGElement(
      "text", attributes + [("fill", (isMuted ? theme.muted : theme.text).light)], text: text)
  }

  private func path(
    _ d: String, class name: String, _ color: ThemedColor, _ width: Double
  ) -> SVGElement {
    SVGElement(
      "path",
      [
        ("class", name), ("d", d), ("fill", "none"), ("stroke", color.light),
        ("stroke-width", width.short),
      ])
  }
}
