import RelataCore
import RelataGraph
import RelataPipeline

/// Statements of a graph that conflict, side by side.
struct ConflictsAction {
  var graphPath: String
  /// Only conflicts that have to do with one of these; empty for all.
  var names: [String] = []
  var view = ViewSettings()
  var format: ListingFormat

  func run(in context: CommandContext) throws -> ExitStatus {
    let view = try GraphView(path: graphPath, view, in: context)
    let ids = Set(try names.map { try view.entity(named: $0).id })
    let graph = try view.graph()
    let conflicts = graph.conflicts().filter { conflict in
      ids.isEmpty || !ids.isDisjoint(with: Self.entities(conflict))
    }
    if format == .table {
      let lines = ConflictLines(graph: graph, style: context.style, width: context.streams.width)
      for line in lines.lines(conflicts) { try context.streams.print(line) }
    } else {
      try listing(conflicts, graph).write(as: format, to: context.streams, style: context.style)
    }
    context.say(
      conflicts.isEmpty
        ? "relata: no statements conflict in \(graphPath)"
        : "relata: \(Count.of(conflicts.count, "conflict"))")
    return .success
  }

  private static func entities(_ conflict: Conflict) -> Set<EntityID> {
    Set(
      [conflict.first, conflict.second].flatMap { [$0.relation.subject, $0.relation.object] }
        + [conflict.about])
  }

  private func listing(_ conflicts: [Conflict], _ graph: KnowledgeGraph) -> Listing {
    let reader = RelationReader(schema: graph.schema) { graph.entity($0) }
    var columns: [Listing.Column] = [.init(title: "Kind"), .init(title: "About")]
    for side in ["First", "Second"] {
      for part in ["statement", "standing", "outlet", "day", "quote", "id"] {
        columns.append(.init(title: "\(side) \(part)"))
      }
    }
    var listing = Listing(columns)
    for conflict in conflicts {
      let sides = [conflict.first, conflict.second]
      let cells = sides.flatMap { side in
        [
          reader.sentence(side.relation, from: side.relation.subject),
          reader.marks(side.told).joined(separator: "; "),
          side.record.outlet ?? side.record.source, side.record.published ?? "",
          side.record.quote, side.relation.id.rawValue,
        ]
      }
      let about = graph.entity(conflict.about) ?? Entity(id: conflict.about, name: "", type: .other)
      listing.append(
        [conflict.kind.rawValue, about.name] + cells,
        object: [
          "kind": .string(conflict.kind.rawValue), "about": GraphJSON.end(about),
          "first": json(conflict.first, reader, graph),
          "second": json(conflict.second, reader, graph),
        ])
    }
    return listing
  }

  private func json(
    _ side: Conflict.Side, _ reader: RelationReader, _ graph: KnowledgeGraph
  ) -> JSONValue {
    [
      "statement": .string(reader.sentence(side.relation, from: side.relation.subject)),
      "evidence": GraphJSON.evidence(side.record),
      "edge": GraphJSON.edge(side.relation, in: graph),
    ]
  }
}
