import ArgumentParser
import RelataCore

struct BuildCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Reads documents and merges what they say into a graph file.",
    discussion: """
      EXAMPLES:
        relata build articles/ --svg graph.svg
        relata build monday.html tuesday.jsonl --graph news.relata
        relata build articles/ --rules watchlist.yaml     and keep its names
        relata build extracted.jsonl      merge what 'relata extract' wrote
        relata build articles/ --sync     and forget what is gone from there

      The graph file is made if it is missing. Documents it holds already are
      not read again, so a build can be repeated or go on after an interruption.
      A file that is read again with other content, and a page with the address
      of another, take the place of the earlier version, and a note says of which.
      Markdown with 'confidential: true' in its front matter, and JSON Lines with
      "confidential": true, are confidential from the start.
      """)

  @OptionGroup var input: InputOptions

  @Option(
    help: ArgumentHelp("Also draw the graph as SVG into this file.", valueName: "file"),
    completion: .file(extensions: ["svg"]))
  var svg: String?

  @Option(
    help: ArgumentHelp(
      "Also write the graph in the DOT language into this file.", valueName: "file"),
    completion: .file(extensions: ["dot", "gv"]))
  var dot: String?

  @Option(
    help: ArgumentHelp(
      "Also write a report into this file, HTML or Markdown by its extension.", valueName: "file"),
    completion: .file(extensions: ["html", "md"]))
  var report: String?

  @Flag(help: "Forget documents whose files the given folders hold no more.")
  var sync = false

  @Flag(help: "Decide that everything read now is confidential, before it is in the graph.")
  var confidentialSource = false

  @OptionGroup var rules: RulesOptions
  @OptionGroup var model: ModelOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var global: GlobalOptions

  func run(in context: CommandContext) async throws -> ExitStatus {
    try await BuildAction(
      pipeline: input.pipeline(in: context),
      graphPath: graph.path(in: context.streams.environment),
      outputs: BuildOutputs(
        svg: svg.map(OutputFile.init), dot: dot.map(OutputFile.init),
        report: report.map(OutputFile.init)),
      sync: sync ? FolderSync(folders: input.folders) : nil,
      rules: rules.userRules(),
      model: model.value(),
      confidential: confidentialSource
        ? Decision(kind: .confidential, when: Today.moment(context.streams.environment)) : nil
    ).run(in: context)
  }
}
