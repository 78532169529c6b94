import RelataCore
import RelataGraph

/// A selection as a Mermaid flowchart, for wikis and pages that draw such text themselves.
///
/// Mermaid has three patterns of lines: what is claimed, planned or possible is dotted and says in words
/// which; what is former is dashed and what is negated ends in a cross. Equal selections give equal bytes.
public struct MermaidText: Sendable {
  /// The whole text, ending in a line break.
  public let text: String

  /// A selection as text; the title is the line above the figure, and an empty one is left out.
  public init(
    _ selection: DiagramSelection, words: DiagramWords, theme: DiagramTheme = .standard,
    title: String = ""
  ) {
    var lines: [String] = []
    let title = DisplayText.clean(title)
    if !title.isEmpty {
      // The head is YAML, where a quoted string of JSON says what it says.
      lines += ["---", "title: \"\(Self.yaml(title))\"", "---"]
    }
    lines.append("flowchart LR")
    var ids: [EntityID: String] = [:]
    for (index, node) in selection.nodes.enumerated() {
      let id = "n\(index + 1)"
      ids[node.entity.id] = id
      let (name, role) = words.nodeLines(node.entity)
      let label = Self.label(name + [role].compactMap { $0 })
      let (left, right) = Self.brackets(theme.entity(node.entity.type).shape)
      let type = DiagramStyle.typeWord(node.entity.type)
      lines.append("  \(id)\(left)\"\(label)\"\(right):::\(type)")
    }
    var styles: [String] = []
    var count = 0
    for edge in selection.edges {
      guard let tail = ids[edge.subject], let head = ids[edge.object] else { continue }
      let style = theme.edge(edge)
      lines.append(
        "  \(tail) \(Self.arrow(style, edge))|\"\(Self.label(words.label(edge)))\"| \(head)")
      var parts = ["stroke:\(style.color.light)", "color:\(style.color.light)"]
      if let dashes = style.pattern.dashes {
        parts.append("stroke-dasharray:\(dashes.split(separator: ",").joined(separator: " "))")
      }
      styles.append("  linkStyle \(count) \(parts.joined(separator: ","))")
      count += 1
    }
    for node in selection.nodes where node.hiddenNeighbors > 0 {
      guard let tail = ids[node.entity.id] else { continue }
      lines.append("  \(tail) -.- m\(tail)[\"+#8203;\(node.hiddenNeighbors) more\"]:::more")
      count += 1
    }
    for type in EntityType.allCases.filter(\.isNode) {
      guard selection.nodes.contains(where: { $0.entity.type == type }) else { continue }
      let look = theme.entity(type)
      lines.append(
        "  classDef \(DiagramStyle.typeWord(type)) fill:\(look.fill.light),"
          + "stroke:\(look.border.light),color:\(theme.text.light)")
    }
    if selection.nodes.contains(where: { $0.hiddenNeighbors > 0 }) {
      lines.append("  classDef more fill:none,stroke:none,color:\(theme.muted.light)")
    }
    text = (lines + styles).joined(separator: "\n") + "\n"
  }

  private static func brackets(_ shape: NodeShape) -> (String, String) {
    switch shape {
    case .ellipse: ("([", "])")
    case .box: ("[", "]")
    case .rounded: ("(", ")")
    case .house: ("[/", "\\]")
    case .hexagon, .octagon: ("{{", "}}")
    case .note: (">", "]")
    }
  }

  private static func arrow(_ style: EdgeStyle, _ edge: DiagramEdge) -> String {
    let isDotted = style.pattern != .solid
    if edge.polarity == .negative { return style.isSymmetric ? "x--x" : "--x" }
    if style.arrow == nil { return isDotted ? "-.-" : "---" }
    return isDotted ? "-.->" : edge.sourceCount > 1 ? "==>" : "-->"
  }

  /// Letters, digits and spaces as they stand, all else as character references: nothing is left that
  /// Mermaid, Markdown or HTML would interpret.
  private static func label(_ lines: [String]) -> String {
    lines.map { line in
      var result = ""
      for scalar in DisplayText.clean(line).unicodeScalars {
        let isPlain =
          scalar == " " || !scalar.isASCII || (scalar.properties.isAlphabetic)
          || ("0"..."9").contains(scalar)
        result += isPlain ? String(scalar) : "#\(scalar.value);"
      }
      return result
    }.joined(separator: "<br/>")
  }

  private static func yaml(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }
}
