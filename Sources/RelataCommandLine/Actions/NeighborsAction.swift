import RelataCore
import RelataGraph
import RelataPipeline
import RelataStore

/// Who is tied to one entity, how, and who says so.
struct NeighborsAction {
  var graphPath: String
  var name: String
  var query: NeighborQuery
  var view = ViewSettings()
  var format: ListingFormat

  func run(in context: CommandContext) throws -> ExitStatus {
    let view = try GraphView(path: graphPath, view, in: context)
    let subject = try view.entity(named: name)
    let found = try view.neighborhood(of: subject.id, query)
    let maybe = try view.maybeSame(as: subject)
    if format == .table {
      try write(found, subject, context)
    } else {
      try listing(found, subject).write(
        as: format, to: context.streams, style: context.style, document: json(found, subject, maybe)
      )
    }
    if !maybe.isEmpty {
      context.say("relata: maybe the same: " + IdentityLines.possible(maybe))
    }
    if found.neighbors.isEmpty {
      context.say("relata: \(subject.name) has no such ties in \(graphPath)")
    }
    return .success
  }

  private func write(
    _ found: Neighborhood, _ subject: Entity, _ context: CommandContext
  ) throws {
    let graph = found.graph
    let dossier = Dossier(
      subject: graph.entity(subject.id) ?? subject,
      ties: found.neighbors.map { neighbor in
        Dossier.Tie(
          entity: neighbor.entity, distance: neighbor.distance,
          relations: neighbor.relationIDs.compactMap { graph.relation($0) })
      }, schema: graph.schema, entity: { graph.entity($0) }, style: context.style,
      width: context.streams.width)
    for line in dossier.lines() { try context.streams.print(line) }
  }

  private func json(_ found: Neighborhood, _ subject: Entity, _ maybe: [Entity]) -> JSONValue {
    let graph = found.graph
    let ids = Set(found.neighbors.flatMap(\.relationIDs)).sorted()
    return [
      "entity": GraphJSON.entity(graph.entity(subject.id) ?? subject, in: graph),
      "neighbors": .array(
        found.neighbors.map { neighbor in
          [
            "entity": GraphJSON.end(neighbor.entity), "distance": .integer(neighbor.distance),
            "strength": .decimal(neighbor.strength),
            "edges": .strings(neighbor.relationIDs.map(\.rawValue)),
          ]
        }),
      "edges": .array(
        ids.compactMap { graph.relation($0) }.map { relation in
          GraphJSON.edge(relation, in: graph)
        }),
      "maybeSame": .array(maybe.map(GraphJSON.end)),
    ]
  }

  /// One row for each relation that leads to a neighbor.
  private func listing(_ found: Neighborhood, _ subject: Entity) -> Listing {
    var listing = Listing(
      [.init(title: "Neighbor"), .init(title: "Type"), .init(title: "Distance", isNumeric: true)]
        + RelationCells.columns)
    for neighbor in found.neighbors {
      for relation in neighbor.relationIDs.compactMap({ found.graph.relation($0) }) {
        listing.append(
          [neighbor.entity.name, neighbor.entity.type.rawValue, String(neighbor.distance)]
            + RelationCells.of(relation, in: found.graph),
          object: [
            "neighbor": GraphJSON.end(neighbor.entity), "distance": .integer(neighbor.distance),
            "edge": GraphJSON.edge(relation, in: found.graph),
          ])
      }
    }
    return listing
  }
}
