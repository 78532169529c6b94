import RelataCore
import RelataGraph
import RelataPipeline
import RelataStore

/// Relations as rows of a listing.
enum RelationListing {
  static func make(_ relations: [Relation], _ graph: KnowledgeGraph) -> Listing {
    var listing = Listing(RelationCells.columns)
    for relation in relations {
      listing.append(
        RelationCells.of(relation, in: graph), object: GraphJSON.edge(relation, in: graph))
    }
    return listing
  }

  /// The surest first, then by id.
  static func precedes(_ a: Relation, _ b: Relation) -> Bool {
    a.confidence != b.confidence ? a.confidence > b.confidence : a.id < b.id
  }
}

/// The relations of a graph that pass a filter.
struct RelationsAction {
  var graphPath: String
  var filter: RelationFilter
  /// Only relations that this entity takes part in; nil for all.
  var name: String?
  /// The greatest number of rows; nil for all.
  var limit: Int?
  var view = ViewSettings()
  var format: ListingFormat

  func run(in context: CommandContext) throws -> ExitStatus {
    let view = try GraphView(path: graphPath, view, in: context)
    let graph: KnowledgeGraph
    var relations: [Relation]
    if let name {
      let entity = try view.entity(named: name)
      graph = try view.neighborhood(of: entity.id).graph
      relations = graph.relations(of: entity.id)
    } else {
      graph = try view.graph()
      relations = graph.relations
    }
    relations = relations.filter { filter.matches($0, schema: graph.schema) }
      .sorted(by: RelationListing.precedes)
    let shown = limit.map { Array(relations.prefix($0)) } ?? relations
    try RelationListing.make(shown, graph).write(
      as: format, to: context.streams, style: context.style)
    if shown.count < relations.count {
      context.say("relata: \(shown.count) of \(Count.of(relations.count, "relation")) shown")
    } else if relations.isEmpty {
      context.say("relata: no such relations in \(graphPath)")
    }
    return .success
  }
}
