import ArgumentParser
import RelataCore
import RelataGraph

struct NeighborsCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "neighbors", abstract: "Says who is tied to somebody, how, and who says so.",
    discussion: """
      EXAMPLES:
        relata neighbors "Ahmad Massoud"
        relata neighbors Massoud --relation hired met_with
        relata neighbors Taliban --direction in --status asserted --json

      A last name is enough where only one entity has it; otherwise the
      candidates are listed.
      """,
    aliases: ["neighbours"])

  @Argument(help: ArgumentHelp("A name, an alias, or the id of an entity.", valueName: "name"))
  var name: String

  @Option(help: ArgumentHelp("Greatest distance in relations.", valueName: "n"))
  var depth: Int = 1

  @Option(
    help: ArgumentHelp(
      "Follow relations from subject to object (out), from object to subject (in), or both.",
      valueName: "direction"))
  var direction: Choice<NeighborQuery.Direction> = Choice(.both)

  @Option(help: ArgumentHelp("Greatest number of neighbors (default: all).", valueName: "n"))
  var limit: Int?

  @OptionGroup var choice: EntityChoiceOptions
  @OptionGroup var filter: FilterOptions
  @OptionGroup var view: ViewOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var listing: ListingOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard (1...10).contains(depth) else {
      throw ValidationError("--depth takes a number from 1 to 10, not \(depth)")
    }
    try Limit.check(limit)
  }

  func run(in context: CommandContext) throws -> ExitStatus {
    try NeighborsAction(
      graphPath: graph.path(in: context.streams.environment), name: name,
      query: NeighborQuery(
        depth: depth, direction: direction.value("direction"), filter: filter.resolved(),
        limit: limit),
      view: choice.limiting(view.resolved(), asked: [name]), format: listing.resolved()
    ).run(in: context)
  }
}

/// The range of options that limit a number of rows.
enum Limit {
  static func check(_ limit: Int?) throws {
    if let limit, limit < 1 {
      throw ValidationError("--limit takes a number of at least 1, not \(limit)")
    }
  }
}
