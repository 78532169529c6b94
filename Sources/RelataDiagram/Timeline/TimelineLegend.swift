import Graphviz
import RelataCore

/// The key to a timeline: only what occurs in it, in rows that wrap.
struct TimelineLegend {
  private(set) var elements: [SVGElement] = []
  private(set) var height = 0.0

  init(rows: [TimelineRow], theme: DiagramTheme, width: Double) {
    let size = theme.fonts.legend
    let ink = theme.text
    let middle = size / 2 + 2
    var items: [(samples: [SVGElement], words: String)] = []
    let lasting = rows.filter { !$0.isEvent }
    let bars = lasting.filter { !$0.isOnlyOver }
    let events = rows.filter(\.isEvent)
    if bars.contains(where: { $0.status == .asserted && $0.polarity == .positive }) {
      items.append(([TimelineDrawing.bar(from: 0, to: 26, middle, ink)], "said to hold"))
    }
    if bars.contains(where: { $0.status != .asserted || $0.polarity == .negative }) {
      items.append(
        (
          [TimelineDrawing.bar(from: 0, to: 26, middle, ink, isHollow: true)],
          "claimed, planned or denied"
        ))
    }
    if lasting.contains(where: \.isOnlyOver) {
      items.append((TimelineDrawing.end(at: 18, middle, ink), "over by then"))
    }
    if bars.contains(where: { $0.assumedUntil > $0.known.upperBound }) {
      items.append(
        ([TimelineDrawing.bar(from: 0, to: 26, middle, ink, isPale: true)], "assumed from it"))
    }
    if events.contains(where: { !$0.isKnownByReport }) {
      items.append(
        ([TimelineDrawing.point(at: 13, middle, ink, isHollow: false)], "happened"))
    }
    if events.contains(where: { $0.isKnownByReport || $0.status != .asserted }) {
      items.append(
        (
          [TimelineDrawing.point(at: 13, middle, ink, isHollow: true)],
          "claimed, or told then without a date"
        ))
    }
    if rows.contains(where: { !$0.reports.isEmpty }) {
      items.append(
        (
          [
            SVGElement(
              "path",
              [
                ("class", "s"), ("d", "M13,\((middle - 2).short)V\((middle + 3).short)"),
                ("fill", "none"), ("stroke", ink.light), ("stroke-width", "1"),
              ])
          ], "reported"
        ))
    }
    for family in RelationFamily.allCases
    where theme.distinguishesFamilies && rows.contains(where: { $0.family == family }) {
      items.append(
        (
          [TimelineDrawing.bar(from: 0, to: 26, middle, theme.color(family))],
          DiagramStyle.familyWords(family)
        ))
    }
    place(items, size: size, theme: theme, width: width)
  }

  private mutating func place(
    _ items: [(samples: [SVGElement], words: String)], size: Double, theme: DiagramTheme,
    width: Double
  ) {
    var (x, y) = (0.0, 0.0)
    for item in items {
      let itemWidth = 31 + TextMeasure.width(item.words, size: size)
      if x > 0, x + itemWidth > width { (x, y) = (0, y + size + 6) }
      let words = SVGElement(
        "text",
        [
          ("x", "31"), ("y", (size + 1).short), ("font-size", size.short),
          ("fill", theme.text.light),
        ], text: item.words)
      elements.append(
        SVGElement(
          "g",
          [("class", "c-text"), ("transform", "translate(\(x.short),\(y.short))")],
          (item.samples + [words]).map { .element($0) }))
      x += itemWidth + 16
    }
    height = items.isEmpty ? 0 : y + size + 6
  }
}
