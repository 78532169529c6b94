import RelataCore
import RelataGraph
import RelataPipeline
import RelataStore

/// Everything the graph knows of one entity, in one page.
struct ShowAction {
  var graphPath: String
  var name: String
  var view = ViewSettings()
  var format: ListingFormat

  func run(in context: CommandContext) throws -> ExitStatus {
    let view = try GraphView(path: graphPath, view, in: context)
    let entity = try view.entity(named: name)
    let graph = try view.neighborhood(of: entity.id).graph
    let relations = graph.relations(of: entity.id)
    let maybe = try view.maybeSame(as: entity)
    switch format {
    case .table: try write(entity, relations, graph, maybe, context)
    case .json, .jsonl:
      let document = json(entity, relations, graph, maybe)
      try context.streams.print(JSONWriter(pretty: format == .json).text(document))
    case .csv:
      try RelationListing.make(relations, graph).write(
        as: .csv, to: context.streams, style: context.style)
    }
    return .success
  }

  private func write(
    _ entity: Entity, _ relations: [Relation], _ graph: KnowledgeGraph, _ maybe: [Entity],
    _ context: CommandContext
  ) throws {
    let style = context.style
    let streams = context.streams
    try streams.print(
      style.bold(TextWidth.printable(entity.name)) + "  " + entity.type.rawValue.lowercased()
        + "  " + style.dim(entity.id.rawValue)
        + (entity.decided ? "  " + style.yellow("[who it is was decided by hand]") : ""))
    try field("also", entity.aliases, context)
    try field("roles", entity.roles, context)
    try field("documents", entity.documents.map(\.rawValue), context)
    for note in entity.notes { try streams.print("  note: \(TextWidth.printable(note))") }
    if !maybe.isEmpty { try streams.print("  maybe the same: " + IdentityLines.possible(maybe)) }
    guard !relations.isEmpty else {
      context.say("relata: \(entity.name) is tied to nobody in \(graphPath)")
      return
    }
    try streams.print()
    let reader = RelationReader(schema: graph.schema) { graph.entity($0) }
    let quotes = EvidenceLines(style: style, width: streams.width)
    for relation in relations.sorted(by: RelationListing.precedes) {
      let offices = relation.offices(in: graph.schema)
      for office in offices {
        let sources = style.dim(" · " + Count.of(office.relation.evidence.count, "sentence"))
        let line = reader.line(office.relation, from: entity.id, as: office.title, style: style)
        try streams.print("  " + line + sources)
        // Several offices are told apart by their quotes.
        guard offices.count > 1 else { continue }
        for line in quotes.lines(office.relation.byDay.sentences) {
          try streams.print(line)
        }
      }
      for note in relation.notes {
        try streams.print("    note: \(TextWidth.printable(note))")
      }
    }
    try streams.print()
    context.say("relata: for the quotes: relata neighbors \"\(entity.name)\"")
  }

  private func field(_ label: String, _ values: [String], _ context: CommandContext) throws {
    guard !values.isEmpty else { return }
    let shown = values.prefix(12).map(TextWidth.printable).joined(separator: "; ")
    let more = values.count > 12 ? "; and \(values.count - 12) more" : ""
    try context.streams.print("  \(label): \(shown)\(more)")
  }

  /// The offices that a relation tells of, each with the places of its evidence among the relation's.
  private func offices(of relation: Relation, in graph: KnowledgeGraph) -> [JSONValue] {
    relation.offices(in: graph.schema).compactMap { office in
      guard let title = office.title else { return nil }
      let time = RelationTime([office.relation], schema: graph.schema)
      let places = office.relation.evidence.compactMap { relation.evidence.firstIndex(of: $0) }
      return [
        "edge": .string(relation.id.rawValue), "title": .string(title),
        "holdsFrom": .optional(time.from),
        "holdsUntil": .optional(time.until),
        "evidence": .array(places.map { .integer($0) }),
      ]
    }
  }

  private func json(
    _ entity: Entity, _ relations: [Relation], _ graph: KnowledgeGraph, _ maybe: [Entity]
  ) -> JSONValue {
    let assertions = relations.reduce(0) { $0 + $1.evidence.count }
    return [
      "entity": GraphJSON.entity(entity, assertions: assertions),
      "documents": .strings(entity.documents.map(\.rawValue)),
      "offices": .array(relations.flatMap { offices(of: $0, in: graph) }),
      "edges": .array(relations.map { GraphJSON.edge($0, in: graph) }),
      "maybeSame": .array(maybe.map(GraphJSON.end)),
    ]
  }
}
