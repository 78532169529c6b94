import ArgumentParser
import RelataCore

struct CompareCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Tells whether two entities may be one, and why.",
    discussion: """
      EXAMPLES:
        relata compare "Jho Low" "Low Taek Jho"
        relata compare e-0f3a9c11d2e47b58 e-83b2045ecd2721a9 --json
      """)

  @Argument(help: ArgumentHelp("A name, an alias, or the id of an entity.", valueName: "name"))
  var first: String

  @Argument(help: ArgumentHelp("The other one.", valueName: "other"))
  var second: String

  @OptionGroup var view: ViewOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var listing: ListingOptions
  @OptionGroup var global: GlobalOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    try CompareAction(
      graphPath: graph.path(in: context.streams.environment), first: first, second: second,
      view: view.resolved(), format: listing.resolved()
    ).run(in: context)
  }
}
