import ArgumentParser
import RelataCore
import RelataDiagram

struct TimelineCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Lists what is known of somebody in the order of time, with who says so.",
    discussion: """
      EXAMPLES:
        relata timeline "Dragan Velisar"
        relata timeline Velisar --since 2023 --json
        relata timeline Velisar --output velisar.svg

      A tie is one line from its beginning to its end, as far as texts say
      when; else the days of the reports stand for it ("reported 2022-02-03",
      "over by 2024-03-22"). In the figure a full bar is what texts say, a pale
      one what is assumed from it: a tie goes on until a text says that it is
      over. --since and --until choose evidence by its day of publication.
      """)

  @Argument(help: ArgumentHelp("A name, an alias, or the id of an entity.", valueName: "name"))
  var name: String

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "SVG file to draw it in (default: a list on standard output).", valueName: "file"),
    completion: .file(extensions: ["svg"]))
  var output: String?

  @Option(help: ArgumentHelp("Lines of a figure at most, 1 to 200.", valueName: "n"))
  var maxLines: Int = 40

  @OptionGroup var look: LookOptions
  @OptionGroup var choice: EntityChoiceOptions
  @OptionGroup var filter: FilterOptions
  @OptionGroup var view: ViewOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var listing: ListingOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard (1...200).contains(maxLines) else {
      throw ValidationError("--max-lines takes a number from 1 to 200, not \(maxLines)")
    }
    guard output != "-" else { throw ValidationError("--output takes an SVG file") }
  }

  func run(in context: CommandContext) throws -> ExitStatus {
    if let output, !output.lowercased().hasSuffix(".svg") {
      throw RelataError(
        .usage, code: "RL7031", "a timeline is drawn as SVG only",
        hint: "give --output timeline.svg")
    }
    return try TimelineAction(
      graphPath: graph.path(in: context.streams.environment), name: name,
      filter: filter.resolved(), view: choice.limiting(view.resolved(), asked: [name]),
      format: listing.resolved(),
      output: output.map(OutputFile.init),
      style: TimelineFigure.Style(
        theme: ThemeChoice.theme(look.theme, in: context), colors: look.colors.value("colors"),
        lineLimit: maxLines)
    ).run(in: context)
  }
}
