import Graphviz
import RelataCore

/// The key to a figure: only what occurs in it, in rows that wrap at the figure's width.
///
/// Drawn beneath the diagram rather than laid out by Graphviz, where it would disturb the layers.
struct FigureLegend {
  private struct Item {
    var sample: SVGElement
    var words: String
  }

  private static let gap = 14.0

  private let theme: DiagramTheme
  private var size: Double { theme.fonts.legend }
  private var rowHeight: Double { max(size + 8, 17) }
  private var headWidth: Double { size * 5.8 }

  private(set) var elements: [SVGElement] = []
  private(set) var height = 0.0

  /// The key to a selection, in rows that wrap at a width.
  init(_ selection: DiagramSelection, theme: DiagramTheme, width: Double) {
    self.theme = theme
    let sections: [(head: String, items: [Item])] = [
      ("Entities", entities(selection)), ("Lines", lines(selection)),
      ("Colors", theme.distinguishesFamilies ? colors(selection) : []),
    ]
    for section in sections where !section.items.isEmpty {
      place(section.head, section.items, width: width)
    }
  }

  private var samples: LegendSample { LegendSample(theme: theme) }

  private mutating func place(_ head: String, _ items: [Item], width: Double) {
    elements.append(
      SVGElement(
        "text",
        [
          ("x", "0"), ("y", (height + 2 + size).short), ("font-size", size.short),
          ("font-weight", "bold"), ("class", "muted"), ("fill", theme.muted.light),
        ], text: head))
    var x = headWidth
    for item in items {
      let itemWidth = LegendSample.width + 5 + TextMeasure.width(item.words, size: size)
      if x > headWidth, x + itemWidth > width {
        x = headWidth
        height += rowHeight
      }
      var sample = item.sample
      sample["transform"] = "translate(\(x.short),\((height + 1).short))"
      let text = SVGElement(
        "text",
        [
          ("x", (x + LegendSample.width + 5).short), ("y", (height + 2 + size).short),
          ("font-size", size.short), ("fill", theme.text.light),
        ], text: item.words)
      elements += [sample, text]
      x += itemWidth + Self.gap
    }
    height += rowHeight
  }

  // MARK: What occurs

  private func entities(_ selection: DiagramSelection) -> [Item] {
    let types = Set(selection.nodes.map(\.entity.type))
    return EntityType.allCases.filter { types.contains($0) }.map {
      Item(sample: samples.entity($0), words: DiagramStyle.typeWord($0))
    }
  }

  private func lines(_ selection: DiagramSelection) -> [Item] {
    let edges = selection.edges
    func item(
      _ words: String, polarity: Polarity = .positive, status: AssertionStatus = .asserted,
      tense: TenseClass = .current, isSymmetric: Bool = false, sources: Int = 1
    ) -> Item {
      var style = theme.edge(
        family: .other, polarity: polarity, status: status, tense: tense, isSymmetric: isSymmetric,
        sources: sources)
      if style.colorClass == "c-other" {
        (style.color, style.colorClass) = (theme.text, "c-text")
      }
      return Item(sample: samples.line(style), words: words)
    }
    let positives = edges.filter { $0.polarity == .positive }
    var items: [Item] = []
    if positives.contains(where: { $0.status == .asserted && $0.tense == .current }) {
      items.append(item("stated by the source"))
    }
    for (status, words) in [
      (AssertionStatus.claimed, "claimed by somebody"), (.planned, "planned"),
      (.hypothetical, "possible"),
    ] where positives.contains(where: { $0.status == status }) {
      items.append(item(words, status: status))
    }
    if positives.contains(where: { $0.tense == .former }) {
      items.append(item("former", tense: .former))
    }
    if edges.contains(where: { $0.polarity == .negative }) {
      items.append(item("negated or denied", polarity: .negative))
    }
    if positives.contains(where: \.isSymmetric) {
      items.append(item("both ways", isSymmetric: true))
    }
    if edges.contains(where: { $0.sourceCount > 1 }) {
      items.append(item("more sources", sources: 3))
    }
    return items
  }

  private func colors(_ selection: DiagramSelection) -> [Item] {
    let colored = selection.edges.filter { $0.polarity == .positive && $0.tense == .current }
    let families = Set(colored.map(\.family))
    return RelationFamily.allCases.filter { families.contains($0) }.map {
      Item(sample: samples.color($0), words: DiagramStyle.familyWords($0))
    }
  }
}
