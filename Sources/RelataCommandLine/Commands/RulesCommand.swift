import ArgumentParser
import RelataCore

struct RulesCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Lists the names that builds of a graph look for, or takes some out.",
    discussion: """
      EXAMPLES:
        relata build articles/ --rules watchlist.yaml
        relata rules
        relata rules --remove "Karst Bank"

      'relata build --rules FILE' keeps the names of the file in the graph, and
      later builds look for them without the file. Triggers and patterns count
      only where their file is given. What was read by a name stays until its
      documents are read again, which the next build of them does.
      """)

  @Option(
    help: ArgumentHelp(
      "Keep this name no more. Can be repeated (default: list them).", valueName: "name"))
  var remove: [String] = []

  @OptionGroup var redaction: RedactionOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var listing: ListingOptions
  @OptionGroup var global: GlobalOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    let path = graph.path(in: context.streams.environment)
    guard remove.isEmpty else {
      return try RulesAction.remove(remove, graphPath: path, in: context)
    }
    return try RulesAction(
      graphPath: path, view: redaction.resolved, format: listing.resolved()
    ).run(in: context)
  }
}
