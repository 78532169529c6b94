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

  private static let size = 9.0
  private static let rowHeight = 17.0
  private static let headWidth = 52.0
  private static let gap = 14.0

  private(set) var elements: [SVGElement] = []
  private(set) var height = 0.0

  /// - Parameter width: At which rows wrap.
  init(_ selection: DiagramSelection, width: Double) {
    let sections: [(head: String, items: [Item])] = [
      ("Entities", Self.entities(selection)), ("Lines", Self.lines(selection)),
      ("Colors", Self.colors(selection)),
    ]
    for section in sections where !section.items.isEmpty {
      place(section.head, section.items, width: width)
    }
  }

  private mutating func place(_ head: String, _ items: [Item], width: Double) {
    elements.append(
      SVGElement(
        "text",
        [
          ("x", "0"), ("y", (height + 11).short), ("font-size", Self.size.short),
          ("font-weight", "bold"), ("class", "muted"), ("fill", DiagramPalette.muted.light),
        ], text: head))
    var x = Self.headWidth
    for item in items {
      let itemWidth = LegendSample.width + 5 + TextMeasure.width(item.words, size: Self.size)
      if x > Self.headWidth, x + itemWidth > width {
        x = Self.headWidth
        height += Self.rowHeight
      }
      var sample = item.sample
      sample["transform"] = "translate(\(x.short),\((height + 1).short))"
      let text = SVGElement(
        "text",
        [
          ("x", (x + LegendSample.width + 5).short), ("y", (height + 11).short),
          ("font-size", Self.size.short), ("fill", DiagramPalette.text.light),
        ], text: item.words)
      elements += [sample, text]
      x += itemWidth + Self.gap
    }
    height += Self.rowHeight
  }

  // MARK: What occurs

  private static func entities(_ selection: DiagramSelection) -> [Item] {
    let types = Set(selection.nodes.map(\.entity.type))
    return EntityType.allCases.filter { types.contains($0) }.map {
      Item(sample: LegendSample.entity($0), words: DiagramStyle.typeWord($0))
    }
  }

  private static func lines(_ selection: DiagramSelection) -> [Item] {
    let edges = selection.edges
    func item(
      _ words: String, polarity: Polarity = .positive, status: AssertionStatus = .asserted,
      tense: TenseClass = .current, isSymmetric: Bool = false, sources: Int = 1
    ) -> Item {
      var style = DiagramStyle.edge(
        family: .other, polarity: polarity, status: status, tense: tense, isSymmetric: isSymmetric,
        sources: sources)
      if style.colorClass == "c-other" {
        (style.color, style.colorClass) = (DiagramPalette.text, "c-text")
      }
      return Item(sample: LegendSample.line(style), words: words)
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

  private static func colors(_ selection: DiagramSelection) -> [Item] {
    let colored = selection.edges.filter { $0.polarity == .positive && $0.tense == .current }
    let families = Set(colored.map(\.family))
    return RelationFamily.allCases.filter { families.contains($0) }.map {
      Item(sample: LegendSample.color($0), words: DiagramStyle.familyWords($0))
    }
  }
}
