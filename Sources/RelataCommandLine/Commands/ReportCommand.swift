import ArgumentParser
import RelataCore
import RelataDiagram
import RelataReport

struct ReportCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Writes a report: figure, table, every quote with its source.",
    discussion: """
      EXAMPLES:
        relata report --focus "Ahmad Massoud" --output massoud.html
        relata report --top 12 --output dossier.html     a figure for each
        relata report --format md --output massoud.md    with massoud.svg
        relata report --since-build --output monday.html what came last
        relata report --print-template html > mine.html  to be changed
        relata report --template mine.html --output massoud.html

      HTML is one self-contained page: nothing is fetched, and without
      scripts it is the same page, whole. A fragment is the same for a page
      of your own. The format follows the extension of the output.
      """)

  @OptionGroup var figure: FigureOptions

  @Option(
    help: ArgumentHelp(
      "Form of the report (default: by the output's extension, else html).", valueName: "format"))
  var format: Choice<ReportFormat>?

  @Flag(help: "A figure for each name of --focus, instead of one with all.")
  var each = false

  @Option(
    help: ArgumentHelp(
      "A figure for each of the best connected entities, so many (default: one figure).",
      valueName: "n"))
  var top: Int?

  @Option(
    help: ArgumentHelp(
      "Template of the report (default: the one that --print-template shows).", valueName: "file"),
    completion: .file(extensions: ["html", "md"]))
  var template: String?

  @Option(
    help: ArgumentHelp(
      "Print the shipped template of a format, with what it may hold, and stop (default: write a report).",
      valueName: "format"))
  var printTemplate: Choice<ReportFormat>?

  @Option(
    help: ArgumentHelp(
      "Begins every id, so that reports can share a page (default: none; for a fragment one of its own).",
      valueName: "id"))
  var id: String?

  @Option(
    help: ArgumentHelp(
      "Figures drawn at once (default: number of cores). The report is the same for every number.",
      valueName: "n"))
  var threads: Int?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("File to write; - is standard output.", valueName: "file"),
    completion: .file(extensions: ["html", "md"]))
  var output: String = "-"

  @OptionGroup var graph: GraphOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if let top, !(1...200).contains(top) {
      throw ValidationError("--top takes a number from 1 to 200, not \(top)")
    }
    if let threads, !(1...256).contains(threads) {
      throw ValidationError("--threads takes a number from 1 to 256, not \(threads)")
    }
    if each, figure.focus.isEmpty { throw ValidationError("--each needs names: give --focus") }
    if top != nil, each || !figure.focus.isEmpty || !figure.path.isEmpty {
      throw ValidationError("--top chooses the entities itself: leave --focus, --path, --each out")
    }
    if let id, id != DisplayText.slug(id, limit: 80) || id.first?.isNumber == true {
      throw ValidationError("--id takes lower-case letters, digits and '-', a letter first")
    }
  }

  func run(in context: CommandContext) throws -> ExitStatus {
    if let printTemplate {
      let language = try printTemplate.value("format").language
      try context.streams.out.write(
        language == .html ? ReportTemplate.htmlSource : ReportTemplate.markdownSource)
      return .success
    }
    let chosen = try format?.value("format")
    var action = ReportAction(
      graphPath: graph.path(in: context.streams.environment),
      figure: try figure.resolved(in: context), format: try chosen ?? ReportFormat(path: output),
      output: OutputFile(path: output))
    action.figures = top.map { .top($0) } ?? (each ? .each : .together)
    action.templatePath = template
    action.id = id
    if let threads { action.threads = threads }
    return try action.run(in: context)
  }
}
