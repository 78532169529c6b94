import ArgumentParser
import RelataCore
import RelataGraph

struct PathCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "path", abstract: "Finds the shortest chains of evidence between two names.",
    discussion: """
      EXAMPLES:
        relata path "Robert Stryk" Taliban
        relata path Stryk Graham --max-length 3 --json
        relata path Stryk Taliban --avoid "United States"

      Only what the texts say is so ties: nothing denied, and nothing
      hypothetical unless --status asks for it. A chain through people and
      bodies goes before one through states and places, even if it is one
      step longer; --avoid leaves somebody out altogether.
      """)

  @Argument(
    help: ArgumentHelp("Where the path starts: a name, an alias or an id.", valueName: "from"))
  var from: String

  @Argument(help: ArgumentHelp("Where the path ends.", valueName: "to"))
  var to: String

  @Option(help: ArgumentHelp("Greatest number of steps.", valueName: "n"))
  var maxLength: Int = 6

  @Option(help: ArgumentHelp("Greatest number of paths.", valueName: "n"))
  var limit: Int = 10

  @OptionGroup var choice: EntityChoiceOptions
  @OptionGroup var filter: FilterOptions
  @OptionGroup var view: ViewOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var listing: ListingOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard (1...20).contains(maxLength) else {
      throw ValidationError("--max-length takes a number from 1 to 20, not \(maxLength)")
    }
    try Limit.check(limit)
  }

  func run(in context: CommandContext) throws -> ExitStatus {
    var filter = try filter.resolved()
    if filter.statuses.isEmpty { filter.statuses = RelationFilter.evidenceBacked.statuses }
    filter.polarities = RelationFilter.evidenceBacked.polarities
    return try PathAction(
      graphPath: graph.path(in: context.streams.environment), from: from, to: to,
      maximumLength: maxLength, limit: limit, filter: filter,
      view: choice.limiting(view.resolved(), asked: [from, to]),
      format: listing.resolved()
    ).run(in: context)
  }
}
