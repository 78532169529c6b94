import ArgumentParser
import RelataCore
import RelataDiagram

/// What a figure shows and how.
struct FigureOptions: ParsableArguments {
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Who or what stands in the middle (default: the whole graph if it fits, else its best connected entity).",
      valueName: "name"))
  var focus: [String] = []

  @Option(help: ArgumentHelp("Steps from the middle, 1 to 4.", valueName: "n"))
  var depth: Int = 1

  @Option(help: ArgumentHelp("How entities are placed.", valueName: "layout"))
  var layout: Choice<DiagramLayout> = Choice(.dot)

  @Option(help: ArgumentHelp("Entities at most, 2 to 60.", valueName: "n"))
  var maxEntities: Int = 25

  @Option(help: ArgumentHelp("Lines at most, 1 to 100.", valueName: "n"))
  var maxRelations: Int = 40

  @Option(
    help: ArgumentHelp("Title (default: one that says what is shown).", valueName: "text"))
  var title: String?

  @Option(
    help: ArgumentHelp("Colours; automatic follows the reader's system.", valueName: "theme"))
  var theme: Choice<DiagramTheme> = Choice(.automatic)

  @Flag(help: "Leave the legend out.")
  var noLegend = false

  @OptionGroup var filter: FilterOptions

  /// - Throws: RL7003 and RL7007 for unknown words, RL5001 for numbers out of range.
  func resolved() throws(RelataError) -> DiagramOptions {
    let filter = try filter.resolved()
    let options = DiagramOptions(
      depth: depth, relations: filter.relations, families: filter.families,
      statuses: filter.statuses, minimumConfidence: filter.minimumConfidence,
      nodeLimit: maxEntities, edgeLimit: maxRelations, engine: try layout.value("layout"),
      title: title, includesLegend: !noLegend, theme: try theme.value("theme"))
    try options.validate()
    return options
  }
}
