import ArgumentParser
import RelataCore

struct StatsCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Counts what the graph holds.",
    discussion: """
      EXAMPLES:
        relata stats
        relata stats --graph other.relata --json
      """)

  @OptionGroup var scope: ScopeOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var listing: ListingOptions
  @OptionGroup var global: GlobalOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    try StatsAction(
      graphPath: graph.path(in: context.streams.environment), view: ViewSettings().within(scope),
      format: listing.resolved()
    ).run(in: context)
  }
}
