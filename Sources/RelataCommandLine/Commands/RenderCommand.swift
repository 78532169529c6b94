import ArgumentParser
import RelataCore

struct RenderCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Draws the graph, or the surroundings of a name, as a figure.",
    discussion: """
      EXAMPLES:
        relata render --focus "Ahmad Massoud" --output massoud.svg
        relata render --path Stryk Taliban --output path.png --width 1200
        relata render --previous monday.svg --output tuesday.svg
        relata render --split 6 --output all.svg     all-1.svg, all-2.svg …
        relata render --format mermaid               for a wiki

      The format follows the extension of the output; .mmd is Mermaid. DOT,
      Mermaid and D2 need no Graphviz. PDF carries no date, so that equal
      graphs give equal files.

      --redact replaces names of an entity in every shape (initials, short
      forms, compounds) and roles that nobody else holds, in quotes and evidence
      too. Standard error, or --redaction-key FILE, tells what stands for whom
      and which words could not be decided. Quotes stay quotes: who finds the
      article finds the name.
      """)

  @OptionGroup var figure: FigureOptions

  @Option(
    help: ArgumentHelp(
      "Form of the figure (default: by the output's extension, else svg).", valueName: "format"))
  var format: Choice<FigureFormat>?

  @Option(
    help: ArgumentHelp(
      "Width of a PNG, 100 to 10000 (default: twice the screen's resolution).", valueName: "pixels")
  )
  var width: Int?

  @Option(
    help: ArgumentHelp(
      "Draw up to so many small figures where one does not hold everything; SVG only (default: one figure).",
      valueName: "n"))
  var split: Int?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("File to write; - is standard output.", valueName: "file"),
    completion: .file())
  var output: String = "-"

  @OptionGroup var graph: GraphOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if let split, !(2...50).contains(split) {
      throw ValidationError("--split takes a number from 2 to 50, not \(split)")
    }
    if let width, !(100...10_000).contains(width) {
      throw ValidationError("--width takes a number from 100 to 10000, not \(width)")
    }
  }

  func run(in context: CommandContext) throws -> ExitStatus {
    let chosen = try format?.value("format") ?? Self.format(of: output)
    if width != nil, chosen != .png {
      throw RelataError(
        .usage, code: "RL7015", "--width is for PNG only",
        hint: "SVG and PDF scale to any width without loss")
    }
    if split != nil, chosen != .svg || output == "-" {
      throw RelataError(
        .usage, code: "RL7016", "--split writes several SVG files",
        hint: "give --output figure.svg for figure-1.svg, figure-2.svg …")
    }
    return try RenderAction(
      graphPath: graph.path(in: context.streams.environment),
      figure: figure.resolved(in: context), format: chosen, width: width, split: split,
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
    if let format = FigureFormat(extension: end) { return format }
    throw RelataError(
      .usage, code: "RL7009", "the extension '.\(end)' stands for no figure format",
      hint: "give --format svg, dot, png, pdf, mermaid or d2")
  }
}
