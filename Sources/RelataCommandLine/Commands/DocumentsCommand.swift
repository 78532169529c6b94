import ArgumentParser
import RelataCore

struct DocumentsCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "documents",
    abstract:
      "Lists the documents of the graph: source, title, day, and how many relations rest on each.",
    discussion: """
      EXAMPLES:
        relata documents
        relata documents --format csv > sources.csv
      """)

  @OptionGroup var scope: ScopeOptions
  @OptionGroup var redaction: RedactionOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var listing: ListingOptions
  @OptionGroup var global: GlobalOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    try DocumentsAction(
      graphPath: graph.path(in: context.streams.environment),
      view: redaction.resolved.within(scope),
      format: listing.resolved()
    ).run(in: context)
  }
}

struct ShowDocumentCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "show-document",
    abstract: "Shows a document of the graph, its sentences marked with what was read from them.",
    discussion: """
      EXAMPLES:
        relata show-document panjshir-4e498f08
        relata show-document "Harbour deal under review" --json
      """)

  @Argument(
    help: ArgumentHelp(
      "Its id, or a source or title that no other document has.", valueName: "document"))
  var document: String

  @Flag(help: "Write JSON: the document, its text and the edges that rest on it.")
  var json = false

  @OptionGroup var scope: ScopeOptions
  @OptionGroup var redaction: RedactionOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var global: GlobalOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    try ShowDocumentAction(
      graphPath: graph.path(in: context.streams.environment), name: document,
      view: redaction.resolved.within(scope), isJSON: json
    ).run(in: context)
  }
}

struct ForgetCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Takes documents out of the graph and erases them from its file.",
    discussion: """
      EXAMPLES:
        relata forget interview-1f2e3d4c
        relata forget "leaked.pdf" "second letter.eml"

      What other documents say as well stays. The file is written anew, so that no
      byte of the documents is left in it; its copies are not touched.
      """)

  @Argument(
    help: ArgumentHelp(
      "Ids, or sources or titles that no other document has.", valueName: "document"))
  var documents: [String]

  @OptionGroup var graph: GraphOptions
  @OptionGroup var global: GlobalOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    try ForgetAction(graphPath: graph.path(in: context.streams.environment), names: documents)
      .run(in: context)
  }
}
