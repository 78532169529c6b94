import ArgumentParser
import RelataCore

struct ReportCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Writes a report: figure, table, every quote with its source.",
    discussion: """
      EXAMPLES:
        relata report --focus "Ahmad Massoud" --output massoud.html
        relata report --format md --output massoud.md    with massoud.svg

      HTML is one self-contained page without scripts. The format follows the
      extension of the output.
      """)

  @OptionGroup var figure: FigureOptions

  @Option(
    help: ArgumentHelp(
      "Form of the report (default: by the output's extension, else html).", valueName: "format"))
  var format: Choice<ReportFormat>?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("File to write; - is standard output.", valueName: "file"),
    completion: .file(extensions: ["html", "md"]))
  var output: String = "-"

  @OptionGroup var graph: GraphOptions
  @OptionGroup var global: GlobalOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    let chosen = try format?.value("format")
    return try ReportAction(
      graphPath: graph.path(in: context.streams.environment),
      figure: figure.resolved(in: context), format: chosen ?? ReportFormat(path: output), output: OutputFile(path: output)
    ).run(in: context)
  }
}
