import ArgumentParser
import RelataCore

struct UndoCommand: DecisionCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Takes a decision back.",
    discussion: """
      EXAMPLES:
        relata undo                 the last decision that counts
        relata undo d12 --reason "the register was wrong"

      The log keeps both; to undo an undoing brings the decision back.
      """)

  @Argument(
    help: ArgumentHelp(
      "Its id, as 'relata decisions' lists it (default: the last that counts).",
      valueName: "decision"))
  var id: String?

  @OptionGroup var decision: DecisionOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var global: GlobalOptions

  var request: DecideAction.Request { .undo(id) }
}

struct DecisionsCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "decisions",
    abstract: "Lists what people decided, or carries it to a file and back.",
    discussion: """
      EXAMPLES:
        relata decisions
        relata decisions --export decisions.yaml
        relata decisions --import decisions.yaml --graph new.relata

      The file is YAML, made to be kept under version control. Importing is safe to
      repeat, and may come before the documents: a decision applies as soon as
      those whom it names are in the graph.
      """)

  @Option(
    help: ArgumentHelp(
      "Write the log into this file; '-' is standard output (default: list it).",
      valueName: "file"), completion: .file(extensions: ["yaml"]))
  var export: String?

  @Option(
    name: .customLong("import"),
    help: ArgumentHelp(
      "Take in the decisions of this file (default: none).", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var importFile: String?

  @OptionGroup var sealed: ConfidentialOptions
  @OptionGroup var redaction: RedactionOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var listing: ListingOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard export == nil || importFile == nil else {
      throw ValidationError("--export and --import do not go together")
    }
    guard export == nil || !redaction.resolved.hidesNames else {
      throw ValidationError("--export writes names as they are, so it does not go with redaction")
    }
  }

  func run(in context: CommandContext) throws -> ExitStatus {
    let path = graph.path(in: context.streams.environment)
    if let export {
      return try DecisionFileAction(
        graphPath: path, file: OutputFile(path: export), includesConfidential: sealed.confidential
      ).export(in: context)
    }
    if let importFile {
      return try DecisionFileAction(graphPath: path, file: OutputFile(path: importFile))
        .takeIn(in: context)
    }
    return try DecisionsAction(
      graphPath: path, view: redaction.resolved.within(sealed), format: listing.resolved()
    ).run(in: context)
  }
}
