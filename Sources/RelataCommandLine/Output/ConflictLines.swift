import RelataCore
import RelataGraph

/// Conflicts for a reader: what is at odds, then both statements with quote and source.
struct ConflictLines {
  let graph: KnowledgeGraph
  let style: TerminalStyle
  let width: Int?

  func lines(_ conflicts: [Conflict]) -> [String] {
    let reader = RelationReader(schema: graph.schema) { graph.entity($0) }
    let evidence = EvidenceLines(style: style, width: width)
    var lines: [String] = []
    for conflict in conflicts {
      if !lines.isEmpty { lines.append("") }
      let name = TextWidth.printable(graph.entity(conflict.about)?.name ?? conflict.about.rawValue)
      lines.append(style.bold(name) + "  " + style.yellow(conflict.kind.words))
      for side in [conflict.first, conflict.second] {
        lines.append("  " + reader.line(side.told, from: side.relation.subject, style: style))
        lines += evidence.lines([PrintedSentence(records: [side.record])])
      }
    }
    return lines
  }
}
