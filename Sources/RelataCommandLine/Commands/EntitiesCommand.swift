import ArgumentParser
import RelataCore

/// The types that stand in a graph, as words of an option.
enum NodeType: String, CaseIterable, Sendable {
  case person, organization, location, group, event, other

  var entityType: EntityType {
    switch self {
    case .person: .person
    case .organization: .organization
    case .location: .location
    case .group: .group
    case .event: .event
    case .other: .other
    }
  }
}

struct EntitiesCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "entities", abstract: "Lists who and what is in the graph.",
    discussion: """
      EXAMPLES:
        relata entities --type person --limit 20
        relata entities --format csv > entities.csv

      Those with most evidence come first.
      """)

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Only entities of these types (default: all).", valueName: "type"))
  var type: [Choice<NodeType>] = []

  @Option(help: ArgumentHelp("Greatest number of rows (default: all).", valueName: "n"))
  var limit: Int?

  @OptionGroup var view: ViewOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var listing: ListingOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws { try Limit.check(limit) }

  func run(in context: CommandContext) throws -> ExitStatus {
    var types: Set<EntityType> = []
    for choice in type { types.insert(try choice.value("type").entityType) }
    return try EntitiesAction(
      graphPath: graph.path(in: context.streams.environment), types: types, limit: limit,
      view: view.resolved(), format: listing.resolved()
    ).run(in: context)
  }
}
