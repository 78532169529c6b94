import RelataCore
import RelataGraph

/// A selection in the D2 language.
///
/// Patterns of lines are dash lengths: dotted 1, dashed 4, long dashes 8. Equal selections give equal bytes.
public struct D2Text: Sendable {
  /// The whole text, ending in a line break.
  public let text: String

  /// A selection as text; the title is the line above the figure, and an empty one is left out.
  public init(
    _ selection: DiagramSelection, words: DiagramWords, theme: DiagramTheme = .standard,
    title: String = ""
  ) {
    var lines = ["direction: right"]
    let title = DisplayText.clean(title)
    if !title.isEmpty {
      lines.append(
        "title: \(Self.quoted(title)) {shape: text; near: top-center; style.font-size: 24}")
    }
    var ids: [EntityID: String] = [:]
    for (index, node) in selection.nodes.enumerated() {
      let id = "n\(index + 1)"
      ids[node.entity.id] = id
      let (name, role) = words.nodeLines(node.entity)
      let look = theme.entity(node.entity.type)
      var style = [
        "fill: \"\(look.fill.light)\"", "stroke: \"\(look.border.light)\"",
        "font-color: \"\(theme.text.light)\"",
      ]
      if look.shape == .rounded { style.append("border-radius: 8") }
      if look.hasDoubleOutline { style.append("double-border: true") }
      if node.isFocus { style += ["bold: true", "stroke-width: 3"] }
      lines.append(
        "\(id): \(Self.quoted((name + [role].compactMap { $0 }).joined(separator: "\n"))) {")
      lines.append("  shape: \(Self.shape(look))")
      lines.append("  tooltip: \(Self.quoted(words.nodeSentence(node)))")
      lines += style.map { "  style.\($0)" } + ["}"]
    }
    for edge in selection.edges {
      guard let tail = ids[edge.subject], let head = ids[edge.object] else { continue }
      lines += Self.edge(edge, tail, head, words: words, theme: theme)
    }
    for node in selection.nodes where node.hiddenNeighbors > 0 {
      guard let tail = ids[node.entity.id] else { continue }
      lines.append("m\(tail): \(Self.quoted("+\(node.hiddenNeighbors) more")) {shape: text}")
      lines.append("\(tail) -- m\(tail) {style.stroke-dash: 2}")
    }
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func edge(
    _ edge: DiagramEdge, _ tail: String, _ head: String, words: DiagramWords, theme: DiagramTheme
  ) -> [String] {
    let style = theme.edge(edge)
    let arrow = style.arrow == nil ? "--" : style.isSymmetric ? "<->" : "->"
    let label = words.label(edge).joined(separator: "\n")
    var lines = ["\(tail) \(arrow) \(head): \(quoted(label)) {"]
    switch style.arrow {
    case .empty: lines.append("  target-arrowhead: {shape: triangle; style.filled: false}")
    case .open: lines.append("  target-arrowhead: {shape: arrow}")
    case .diamond: lines.append("  target-arrowhead: {shape: diamond; style.filled: false}")
    case .barred: lines.append("  target-arrowhead: {shape: circle; style.filled: false}")
    case .filled, nil: break
    }
    lines.append("  style.stroke: \"\(style.color.light)\"")
    lines.append("  style.font-color: \"\(style.color.light)\"")
    lines.append("  style.stroke-width: \(min(edge.sourceCount, 3))")
    if let dash = dash(style.pattern) { lines.append("  style.stroke-dash: \(dash)") }
    return lines + ["}"]
  }

  private static func shape(_ look: DiagramTheme.EntityLook) -> String {
    switch look.shape {
    case .ellipse: "oval"
    case .box, .rounded: "rectangle"
    case .house: "step"
    case .hexagon, .octagon: "hexagon"
    case .note: "page"
    }
  }

  private static func dash(_ pattern: LinePattern) -> Int? {
    switch pattern {
    case .solid: nil
    case .dotted, .sparseDots: 1
    case .dashDot: 2
    case .dashed: 4
    case .longDashes: 8
    }
  }

  /// A double-quoted string, in which only quotes, backslashes, line ends and "${" mean anything.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if result.count > 1 { result += "\\n" }
      for scalar in DisplayText.clean(String(line)).unicodeScalars {
        switch scalar {
        case "\"", "\\", "$": result += "\\" + String(scalar)
        default: result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
