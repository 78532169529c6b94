import ArgumentParser
import RelataCore
import RelataGraph

/// By what entities are ranked.
enum Ranking: String, CaseIterable, Sendable { case betweenness, evidence, ties }

struct TopCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "top", abstract: "Ranks who and what matters most: where to look first.",
    discussion: """
      EXAMPLES:
        relata top
        relata top --by evidence --limit 50 --format csv
        relata top --types person --without "United States"

      Betweenness is the share of the pairs of others whose shortest chains
      lead through one (Brandes 2001), among people, organizations and groups
      unless --types says otherwise: states and places tie too many. Beyond
      2,000 entities chains are counted from 400 of them, always the same.
      """)

  @Option(
    help: ArgumentHelp(
      "What ranks: betweenness, pieces of evidence, or ties to others.", valueName: "measure"))
  var by: Choice<Ranking> = Choice(.betweenness)

  @Option(help: ArgumentHelp("Greatest number of rows.", valueName: "n"))
  var limit: Int = 20

  @OptionGroup var choice: EntityChoiceOptions
  @OptionGroup var filter: FilterOptions
  @OptionGroup var view: ViewOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var listing: ListingOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws { try Limit.check(limit) }

  func run(in context: CommandContext) throws -> ExitStatus {
    var settings = try choice.limiting(view.resolved(), asked: [])
    if settings.types.isEmpty {
      settings.types = Set(EntityType.allCases.filter(\.isParticipant))
    }
    var filter = try filter.resolved()
    if filter.statuses.isEmpty { filter.statuses = RelationFilter.evidenceBacked.statuses }
    filter.polarities = RelationFilter.evidenceBacked.polarities
    return try TopAction(
      graphPath: graph.path(in: context.streams.environment), ranking: by.value("measure"),
      limit: limit, filter: filter, view: settings, format: listing.resolved()
    ).run(in: context)
  }
}
