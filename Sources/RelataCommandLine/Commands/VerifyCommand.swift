import ArgumentParser
import RelataCore

struct VerifyCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Compares the files that documents were read from with what they were then.",
    discussion: """
      EXAMPLES:
        relata verify                    files below this folder, or beside it
        relata verify archive/articles
        relata verify --format csv > custody.csv

      Each file is the same, changed or missing. Exit status 1 where one is not
      the same.
      """)

  @Argument(
    help: ArgumentHelp(
      "Folders in which the files are looked for (default: this one).", valueName: "folder"),
    completion: .directory)
  var folders: [String] = []

  @OptionGroup var sealed: ConfidentialOptions
  @OptionGroup var redaction: RedactionOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var listing: ListingOptions
  @OptionGroup var global: GlobalOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    try VerifyAction(
      graphPath: graph.path(in: context.streams.environment),
      folders: folders.isEmpty ? ["."] : folders,
      view: redaction.resolved.within(sealed),
      format: listing.resolved()
    ).run(in: context)
  }
}
