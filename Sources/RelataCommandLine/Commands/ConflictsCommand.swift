import ArgumentParser
import RelataCore

struct ConflictsCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "conflicts",
    abstract: "Lists statements that conflict: denied elsewhere, two owners, two dates.",
    discussion: """
      EXAMPLES:
        relata conflicts
        relata conflicts "Nadja Velisar"
        relata conflicts --format csv > conflicts.csv

      A contradiction is between texts or people who should know; 'disputed' is
      what a party or its lawyer denies, as every fair report says; 'corrected' is
      what an outlet took back. What time explains is left out: what was so before,
      what is meant of other days, and, of what may change, what lies more than a
      year apart.
      """)

  @Argument(
    help: ArgumentHelp(
      "Only conflicts that have to do with one of these (default: all).", valueName: "name"))
  var names: [String] = []

  @OptionGroup var view: ViewOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var listing: ListingOptions
  @OptionGroup var global: GlobalOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    try ConflictsAction(
      graphPath: graph.path(in: context.streams.environment), names: names,
      view: view.resolved(), format: listing.resolved()
    ).run(in: context)
  }
}
