import ArgumentParser
import RelataCore

struct DiffCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Says what one graph tells otherwise than an earlier one.",
    discussion: """
      EXAMPLES:
        relata diff friday.relata monday.relata
        relata diff friday.relata monday.relata --family money --json

      New, gone and changed relations with their quotes, documents and
      entities. Changed is what is stated, denied or claimed otherwise, is
      over, has other evidence, or is surer or less sure by a band: low below
      0.7, medium, high from 0.9. Entities are matched by their names and
      documents, not by ids, so that a renamed or joined one is no new one.
      """)

  @Argument(
    help: ArgumentHelp("The earlier graph file.", valueName: "old"),
    completion: .file(extensions: ["relata"]))
  var old: String

  @Argument(
    help: ArgumentHelp("The later graph file.", valueName: "new"),
    completion: .file(extensions: ["relata"]))
  var new: String

  @Flag(help: "Write JSON.")
  var json = false

  @OptionGroup var filter: FilterOptions
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var redaction: RedactionOptions
  @OptionGroup var global: GlobalOptions

  func run(in context: CommandContext) throws -> ExitStatus {
    try DiffAction(
      oldPath: old, newPath: new, filter: filter.resolved(),
      view: redaction.resolved.within(scope), isJSON: json
    ).run(in: context)
  }
}
