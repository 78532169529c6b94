import RelataCore
import RelataGraph
import RelataPipeline
import RelataStore

/// The shortest chains of evidence between two entities.
struct PathAction {
  var graphPath: String
  var from: String
  var to: String
  var maximumLength: Int
  var limit: Int
  /// nil keeps what the texts say is so.
  var filter: RelationFilter
  var view = ViewSettings()
  var format: ListingFormat

  func run(in context: CommandContext) throws -> ExitStatus {
    let view = try GraphView(path: graphPath, view, in: context)
    let start = try view.entity(named: from)
    let goal = try view.entity(named: to)
    let (paths, graph) = try view.shortestPaths(
      from: start.id, to: goal.id, maxLength: maximumLength, limit: limit, filter: filter)
    // Everybody on the way: a path through one of two namesakes may be none.
    var maybe: [(entity: Entity, others: [Entity])] = []
    var seen: Set<EntityID> = []
    for entity in [start, goal] + paths.flatMap(\.entities) where seen.insert(entity.id).inserted {
      let others = try view.maybeSame(as: entity)
      if !others.isEmpty { maybe.append((entity, others)) }
    }
    if format == .table {
      try write(paths, graph, start, goal, context)
    } else {
      try listing(paths, graph).write(
        as: format, to: context.streams, style: context.style,
        document: json(paths, graph, start, goal, maybe))
    }
    for (entity, others) in maybe {
      context.say("relata: \(entity.name) is maybe the same as " + IdentityLines.possible(others))
    }
    if paths.isEmpty {
      context.say(
        "relata: no path from \(start.name) to \(goal.name) within "
          + Count.of(maximumLength, "step"))
    }
    return .success
  }

  private func write(
    _ paths: [GraphPath], _ graph: KnowledgeGraph, _ start: Entity, _ goal: Entity,
    _ context: CommandContext
  ) throws {
    guard let length = paths.first?.length else { return }
    let style = context.style
    try context.streams.print(
      style.bold("\(start.name) → \(goal.name)") + "  " + Count.of(length, "step") + " · "
        + Count.of(paths.count, "path"))
    let citations = EvidenceLines(style: style, width: context.streams.width)
    let reader = RelationReader(schema: graph.schema) { graph.entity($0) }
    for path in paths {
      try context.streams.print()
      try context.streams.print(
        style.cyan(path.entities.map { TextWidth.printable($0.name) }.joined(separator: " — ")))
      for (index, step) in path.steps.enumerated() {
        for relation in step.compactMap({ graph.relation($0) }) {
          let line = reader.line(relation, from: path.entities[index].id, style: style)
          try context.streams.print("  " + line)
          for line in citations.lines(Array(relation.sentences.prefix(1))) {
            try context.streams.print(line)
          }
        }
      }
    }
  }

  private func json(
    _ paths: [GraphPath], _ graph: KnowledgeGraph, _ start: Entity, _ goal: Entity,
    _ maybe: [(entity: Entity, others: [Entity])]
  ) -> JSONValue {
    let ids = Set(paths.flatMap { $0.steps.flatMap { $0 } }).sorted()
    return [
      "from": GraphJSON.end(start), "to": GraphJSON.end(goal),
      "paths": .array(paths.map(json)),
      "edges": .array(
        ids.compactMap { graph.relation($0) }.map { relation in
          GraphJSON.edge(relation, in: graph)
        }),
      "maybeSame": .array(
        maybe.map { item in
          [
            "entity": GraphJSON.end(item.entity),
            "others": .array(item.others.map(GraphJSON.end)),
          ]
        }),
    ]
  }

  private func json(_ path: GraphPath) -> JSONValue {
    [
      "length": .integer(path.length), "strength": .decimal(path.strength),
      "entities": .array(path.entities.map(GraphJSON.end)),
      "steps": .array(path.steps.map { .strings($0.map(\.rawValue)) }),
    ]
  }

  /// One row for each relation of each step.
  private func listing(_ paths: [GraphPath], _ graph: KnowledgeGraph) -> Listing {
    var listing = Listing(
      [.init(title: "Path", isNumeric: true), .init(title: "Step", isNumeric: true)]
        + RelationCells.columns)
    for (number, path) in paths.enumerated() {
      for (index, step) in path.steps.enumerated() {
        for relation in step.compactMap({ graph.relation($0) }) {
          listing.append(
            [String(number + 1), String(index + 1)]
              + RelationCells.of(relation, in: graph),
            object: [
              "path": .integer(number + 1), "step": .integer(index + 1),
              "edge": GraphJSON.edge(relation, in: graph),
            ])
        }
      }
    }
    return listing
  }
}
