import ArgumentParser
import RelataCore
import RelataGraph

struct RelationsCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "relations", abstract: "Lists the relations of the graph.",
    discussion: """
      EXAMPLES:
        relata relations --family money
        relata relations --of "Ahmad Massoud" --status claimed
        relata relations --min-confidence 0.8 --format jsonl > edges.jsonl

      The surest come first.
      """)

  @Option(
    help: ArgumentHelp(
      "Only relations that this entity takes part in (default: all).", valueName: "name"))
  var of: String?

  @Option(help: ArgumentHelp("Greatest number of rows (default: all).", valueName: "n"))
  var limit: Int?

  @OptionGroup var filter: FilterOptions
  @OptionGroup var view: ViewOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var listing: ListingOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws { try Limit.check(limit) }

  func run(in context: CommandContext) throws -> ExitStatus {
    try RelationsAction(
      graphPath: graph.path(in: context.streams.environment), filter: filter.resolved(), name: of,
      limit: limit, view: view.resolved(), format: listing.resolved()
    ).run(in: context)
  }
}
