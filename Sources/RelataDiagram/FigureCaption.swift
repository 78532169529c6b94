import Graphviz
import RelataCore

/// Title, key and sources as the label of a graph, for formats that Graphviz finishes itself.
enum FigureCaption {
  static func attributes(
    _ text: FigureText, selection: DiagramSelection, options: DiagramOptions
  ) -> DOTAttributes {
    var rows: [[HTMLCell]] = [[cell(.font(size: 14, .bold(.text(text.title))))]]
    if options.includesLegend { rows += legend(selection).map { [cell($0)] } }
    let muted = DiagramPalette.muted.light
    for line in [text.sourceLine, text.scopeLine] {
      for part in DisplayText.wrap(line, width: 110) {
        rows.append([cell(.font(color: muted, size: 8.5, .text(part)))])
      }
    }
    let table = HTMLTable(.border(0), .cellBorder(0), .cellSpacing(1), .cellPadding(1), rows: rows)
    return [
      .label: .html(HTMLLabel(table: table)), .labelloc: "b", .labeljust: "l",
      .bgcolor: .text(DiagramPalette.background.light), .pad: 0.2,
    ]
  }

  private static func cell(_ text: HTMLText) -> HTMLCell { HTMLCell(text, .align(.left)) }

  /// Rows for entities, lines and colours, drawn with characters.
  private static func legend(_ selection: DiagramSelection) -> [HTMLText] {
    var lines: [HTMLText] = []
    func add(_ sample: String, _ words: String, _ color: String = DiagramPalette.text.light) {
      lines.append(.font(color: color, size: 9, .text(sample)))
      lines.append(.font(size: 9, .text(" \(words)     ")))
    }
    let positives = selection.edges.filter { $0.polarity == .positive }
    if positives.contains(where: { $0.status == .asserted && $0.tense == .current }) {
      add("──▶", "stated by the source")
    }
    if positives.contains(where: { $0.status == .claimed }) { add("┄┄▷", "claimed by somebody") }
    if positives.contains(where: { $0.status == .planned }) { add("┄┄>", "planned") }
    if positives.contains(where: { $0.status == .hypothetical }) { add("┄┄◇", "possible") }
    if positives.contains(where: { $0.tense == .former }) {
      add("╌╌▶", "former", DiagramPalette.former.light)
    }
    if selection.edges.contains(where: { $0.polarity == .negative }) {
      add("╌○┤", "negated or denied", DiagramPalette.negative.light)
    }
    if positives.contains(where: \.isSymmetric) { add("───", "both ways") }
    if selection.edges.contains(where: { $0.sourceCount > 1 }) { add("━━▶", "more sources") }
    var colors: [HTMLText] = []
    let colored = positives.filter { $0.tense == .current }
    for family in RelationFamily.allCases where colored.contains(where: { $0.family == family }) {
      let color = DiagramPalette.line(family).light
      colors.append(.font(color: color, size: 9, .text("━━")))
      colors.append(.font(size: 9, .text(" \(DiagramStyle.familyWords(family))     ")))
    }
    return [entities(selection), lines, colors].filter { !$0.isEmpty }.map { .sequence($0) }
  }

  private static func entities(_ selection: DiagramSelection) -> [HTMLText] {
    let types = Set(selection.nodes.map(\.entity.type))
    return EntityType.allCases.filter { types.contains($0) }.flatMap { type -> [HTMLText] in
      let color = DiagramPalette.border(type).light
      let words = DiagramStyle.typeWord(type)
      return [.font(color: color, size: 9, "■"), .font(size: 9, .text(" \(words)     "))]
    }
  }
}
