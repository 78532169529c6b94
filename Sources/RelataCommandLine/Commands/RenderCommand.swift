import ArgumentParser
import RelataCore

struct RenderCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Draws the graph, or the surroundings of a name, as a figure.",
    discussion: """
      EXAMPLES:
        relata render --focus "Ahmad Massoud" --output massoud.svg
        relata render --focus Taliban Massoud --depth 2 --output both.png
        relata render --format dot | dot -Tsvg > own.svg

      The format follows the extension of the output. DOT needs no Graphviz.
      """)

  @OptionGroup var figure: FigureOptions

  @Option(
    help: ArgumentHelp(
      "Form of the figure (default: by the output's extension, else svg).", valueName: "format"))
  var format: Choice<FigureFormat>?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("File to write; - is standard output.", valueName: "file"),
    completion: .file())
  var output: String = "-"

  @OptionGroup var graph: GraphOptions
  @OptionGroup var global: GlobalOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    let chosen = try format?.value("format")
    return try RenderAction(
      graphPath: graph.path(in: context.streams.environment), focus: figure.focus,
      options: figure.resolved(), format: chosen ?? Self.format(of: output),
      output: OutputFile(path: output)
    ).run(in: context)
  }

  /// - Throws: RL7009 for an extension that stands for no format.
  private static func format(of path: String) throws(RelataError) -> FigureFormat {
    let name = path.split(separator: "/").last ?? ""
    guard path != "-", let dot = name.lastIndex(of: "."), dot != name.startIndex else {
      return .svg
    }
    let end = name[name.index(after: dot)...].lowercased()
    if let format = FigureFormat(rawValue: end) { return format }
    if end == "gv" { return .dot }
    throw RelataError(
      .usage, code: "RL7009", "the extension '.\(end)' stands for no figure format",
      hint: "give --format svg, dot, png or pdf")
  }
}
