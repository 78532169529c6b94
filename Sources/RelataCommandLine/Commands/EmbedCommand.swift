import ArgumentParser
import RelataCore
import RelataReport

struct EmbedCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "embed", abstract: "Fills the relata fences of a Markdown file with figures.",
    discussion: """
      EXAMPLES:
        relata embed article.md
        relata embed article.md --check       is it current? for scripts
        relata embed page.md --form inline    SVG in the text itself

      A fence holds lines such as 'focus: Ahmad Massoud' and 'depth: 1'. The
      figure goes beneath it; running again replaces it and changes nothing
      else. A fence that cannot be drawn gets its error there, the others are
      done, and the exit status is 65.

      KEYS OF A FENCE:
        focus            names, with ';' between them; can be repeated
        depth            steps from the focus, 1 to 4
        path             two names; max-length: steps at most
        relations, families, status, polarity, min-confidence
                         which relations, with ',' between them
        source, without-source, since, until, at
                         which evidence: outlets, days
        nodes, edges     entities and lines at most
        layout, theme, legend, title
        caption, alt     beneath the figure, and instead of it
        id               names the figure and its file
        table            yes adds the relations as a table
      """)

  @Argument(
    help: ArgumentHelp("The Markdown file; its figures are written beside it.", valueName: "file"),
    completion: .file(extensions: ["md"]))
  var file: String

  @Option(
    help: ArgumentHelp(
      "How figures stand in the text: as SVG files beside it, or inline as HTML.",
      valueName: "form"))
  var form: Choice<MarkdownEmbedder.Form> = Choice(.sidecar)

  @Flag(help: "Change nothing; exit status 1 if a figure is missing or out of date.")
  var check = false

  @OptionGroup var view: ViewOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var global: GlobalOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    try EmbedAction(
      graphPath: graph.path(in: context.streams.environment), path: file, isCheck: check,
      view: view.resolved(),
      embedder: MarkdownEmbedder(form: form.value("form"))
    ).run(in: context)
  }
}
