import ArgumentParser
import RelataCore

struct CandidatesCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "candidates",
    abstract: "Lists entities that may be the same, most consequential first.",
    discussion: """
      EXAMPLES:
        relata candidates
        relata candidates --limit 20 --json
      """)

  @Option(help: ArgumentHelp("Greatest number of rows (default: all).", valueName: "n"))
  var limit: Int?

  @OptionGroup var view: ViewOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var listing: ListingOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if let limit { try Limit.check(limit) }
  }

  func run(in context: CommandContext) throws -> ExitStatus {
    try CandidatesAction(
      graphPath: graph.path(in: context.streams.environment), limit: limit, view: view.resolved(),
      format: listing.resolved()
    ).run(in: context)
  }
}
