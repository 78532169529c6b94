import ArgumentParser
import RelataCore

struct ShowCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows one entity: names, roles, documents, relations.",
    discussion: """
      EXAMPLES:
        relata show "Amrullah Saleh"
        relata show Saleh --json
      """)

  @Argument(help: ArgumentHelp("A name, an alias, or the id of an entity.", valueName: "name"))
  var name: String

  @OptionGroup var view: ViewOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var listing: ListingOptions
  @OptionGroup var global: GlobalOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    try ShowAction(
      graphPath: graph.path(in: context.streams.environment), name: name,
      view: view.resolved(), format: listing.resolved()
    ).run(in: context)
  }
}
