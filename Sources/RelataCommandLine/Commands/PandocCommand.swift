import ArgumentParser
import RelataCore

struct PandocCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "pandoc", abstract: "Fills relata fences in any document, as a filter of pandoc.",
    discussion: """
      EXAMPLES:
        relata pandoc < story.json > filled.json
        ln -s "$(command -v relata)" relata-pandoc    once, for the next line
        pandoc --filter ./relata-pandoc story.md -o story.docx
        pandoc a.md -t json | relata pandoc html | pandoc -f json -o a.html

      A filter of pandoc's is a program without arguments, so relata, called
      as relata-pandoc, is this command.

      HTML and EPUB get inline SVG; word processors PNG, LaTeX PDF, and all
      others SVG, as files in --folder. The graph is --graph, else relata-graph
      in the document's metadata, else as for every command.

      A fence that cannot be drawn keeps its place with the error beneath it,
      the rest is done, and the exit status is 0, since pandoc writes nothing
      after a filter that failed. --strict makes it 65.
      """)

  @Argument(
    help: ArgumentHelp(
      "What pandoc is going to write, as it tells its filters.", valueName: "format"))
  var format: String = "html"

  @Option(
    help: ArgumentHelp("Folder for figures that are files.", valueName: "folder"),
    completion: .directory)
  var folder: String = "relata-figures"

  @Flag(help: "Exit with 65 and without output if a fence cannot be drawn.")
  var strict = false

  @OptionGroup var view: ViewOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var global: GlobalOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    try PandocAction(
      graphPath: graph.graph, format: format, folder: folder, isStrict: strict,
      view: view.resolved()
    ).run(in: context)
  }
}
