import ArgumentParser
import RelataCore

struct EmbedCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "embed", abstract: "Fills the relata fences of a Markdown file with figures.",
    discussion: """
      EXAMPLES:
        relata embed article.md
        relata embed article.md --check       is it current? for scripts

      A fence holds lines such as 'focus: Ahmad Massoud' and 'depth: 1'. The
      figure goes beneath it; running again replaces it and changes nothing
      else.
      """)

  @Argument(
    help: ArgumentHelp("The Markdown file; its figures are written beside it.", valueName: "file"),
    completion: .file(extensions: ["md"]))
  var file: String

  @Flag(help: "Change nothing; exit status 1 if a figure is missing or out of date.")
  var check = false

  @OptionGroup var graph: GraphOptions
  @OptionGroup var global: GlobalOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    try EmbedAction(
      graphPath: graph.path(in: context.streams.environment), path: file, isCheck: check
    ).run(in: context)
  }
}
