import RelataCore
import RelataGraph
import RelataPipeline
import RelataStore

/// Who and what is in a graph, those with most evidence first.
struct EntitiesAction {
  var graphPath: String
  /// Types to keep; empty keeps all.
  var types: Set<EntityType>
  /// The greatest number of rows; nil for all.
  var limit: Int?
  var view = ViewSettings()
  var format: ListingFormat

  func run(in context: CommandContext) throws -> ExitStatus {
    let graph = try GraphView(path: graphPath, view, in: context).graph()
    let ranked = graph.entities
      .filter { types.isEmpty || types.contains($0.type) }
      .map { entity in
        (entity: entity, count: graph.relations(of: entity.id).reduce(0) { $0 + $1.evidence.count })
      }
      .sorted { a, b in
        if a.count != b.count { return a.count > b.count }
        return (a.entity.name, a.entity.id) < (b.entity.name, b.entity.id)
      }
    var listing = Listing([
      .init(title: "Name", isFlexible: true), .init(title: "Type"),
      .init(title: "Documents", isNumeric: true), .init(title: "Assertions", isNumeric: true),
      .init(title: "Also known as", isFlexible: true), .init(title: "Id"),
    ])
    for (entity, count) in limit.map({ Array(ranked.prefix($0)) }) ?? ranked {
      listing.append(
        [
          entity.name, entity.type.rawValue, String(entity.documents.count), String(count),
          entity.aliases.joined(separator: "; "), entity.id.rawValue,
        ], object: GraphJSON.entity(entity, assertions: count))
    }
    try listing.write(as: format, to: context.streams, style: context.style)
    if listing.rows.count < ranked.count {
      let all = Count.of(ranked.count, "entity", plural: "entities")
      context.say("relata: \(listing.rows.count) of \(all) shown")
    } else if ranked.isEmpty {
      context.say("relata: no such entities in \(graphPath)")
    }
    return .success
  }
}
