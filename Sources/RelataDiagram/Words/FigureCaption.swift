import Graphviz
import RelataCore

/// Title, key and sources as the label of a graph, for formats that Graphviz finishes itself.
enum FigureCaption {
  static func attributes(
    _ text: FigureText, selection: DiagramSelection, options: DiagramOptions
  ) -> DOTAttributes {
    var rows: [[HTMLCell]] = [
      [cell(.font(size: options.theme.fonts.title, .bold(.text(text.title))))]
    ]
    if options.includesLegend { rows += legend(selection, options.theme).map { [cell($0)] } }
    let muted = options.theme.muted.light
    for line in [text.sourceLine, text.scopeLine] {
      for part in DisplayText.wrap(line, width: 110) {
        rows.append([cell(.font(color: muted, size: options.theme.fonts.footer, .text(part)))])
      }
    }
    let table = HTMLTable(.border(0), .cellBorder(0), .cellSpacing(1), .cellPadding(1), rows: rows)
    return [
      .label: .html(HTMLLabel(table: table)), .labelloc: "b", .labeljust: "l",
      .bgcolor: .text(options.theme.background.light), .pad: 0.2,
    ]
  }

  private static func cell(_ text: HTMLText) -> HTMLCell { HTMLCell(text, .align(.left)) }

  /// Rows for entities, lines and colours, drawn with characters.
  private static func legend(
    _ selection: DiagramSelection, _ theme: DiagramTheme
  ) -> [HTMLText] {
    var lines: [HTMLText] = []
    let size = theme.fonts.legend
    func add(_ sample: String, _ words: String, _ color: ThemedColor? = nil) {
      lines.append(.font(color: (color ?? theme.text).light, size: size, .text(sample)))
      lines.append(.font(size: size, .text(" \(words)     ")))
    }
    let positives = selection.edges.filter { $0.polarity == .positive }
    if positives.contains(where: { $0.status == .asserted && $0.tense == .current }) {
      add("──▶", "stated by the source")
    }
    if positives.contains(where: { $0.status == .claimed }) { add("┄┄▷", "claimed by somebody") }
    if positives.contains(where: { $0.status == .planned }) { add("─·>", "planned") }
    if positives.contains(where: { $0.status == .hypothetical }) { add("· ·◇", "possible") }
    if positives.contains(where: { $0.tense == .former }) {
      add("╌╌▶", "former", theme.color(.former))
    }
    if selection.edges.contains(where: { $0.polarity == .negative }) {
      add("╌○┤", "negated or denied", theme.color(.negated))
    }
    if positives.contains(where: \.isSymmetric) { add("───", "both ways") }
    if selection.edges.contains(where: { $0.sourceCount > 1 }) { add("━━▶", "more sources") }
    var colors: [HTMLText] = []
    let colored = positives.filter { $0.tense == .current }
    for family in RelationFamily.allCases where colored.contains(where: { $0.family == family }) {
      let color = theme.color(family).light
      colors.append(.font(color: color, size: size, .text("━━")))
      colors.append(.font(size: size, .text(" \(DiagramStyle.familyWords(family))     ")))
    }
    if !theme.distinguishesFamilies { colors = [] }
    return [entities(selection, theme), lines, colors].filter { !$0.isEmpty }.map { .sequence($0) }
  }

  private static func entities(
    _ selection: DiagramSelection, _ theme: DiagramTheme
  ) -> [HTMLText] {
    let types = Set(selection.nodes.map(\.entity.type))
    return EntityType.allCases.filter { types.contains($0) }.flatMap { type -> [HTMLText] in
      let color = theme.entity(type).border.light
      let words = DiagramStyle.typeWord(type)
      let size = theme.fonts.legend
      return [.font(color: color, size: size, "■"), .font(size: size, .text(" \(words)     "))]
    }
  }
}
