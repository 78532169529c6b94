import ArgumentParser
import RelataCore

struct ExplainCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says why a relation was read, or why a sentence gave nothing.",
    discussion: """
      EXAMPLES:
        relata explain "Ahmad Massoud" "Robert Stryk"
        relata explain --text "Iran denied that it had attacked Iraq."
        relata explain --file article.txt --sentence 3 --json

      For two names of the graph, each sentence that ties them is read again; if
      none does, those that name both. Shown are the rule, the way through the
      tree, the words that decided, the check of types, and where the confidence
      comes from; of proposals that were dropped, the reason.
      """)

  @Argument(
    help: ArgumentHelp("Two names of the graph (default: none).", valueName: "name"))
  var names: [String] = []

  @Option(help: ArgumentHelp("A text to read instead (default: none).", valueName: "text"))
  var text: String?

  @Option(
    help: ArgumentHelp("A file to read instead (default: none).", valueName: "file"),
    completion: .file())
  var file: String?

  @Option(help: ArgumentHelp("Only this sentence, counted from 1.", valueName: "n"))
  var sentence: Int?

  @Option(
    help: ArgumentHelp(
      "Day of publication of the text, for relative dates (default: unknown).", valueName: "date"))
  var published: String?

  @OptionGroup var sealed: ConfidentialOptions
  @OptionGroup var rules: RulesOptions
  @OptionGroup var model: ModelOptions
  @OptionGroup var graph: GraphOptions
  @OptionGroup var listing: ListingOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    let sources = [!names.isEmpty, text != nil, file != nil].filter { $0 }.count
    guard sources == 1, names.isEmpty || names.count == 2 else {
      throw ValidationError("give two names of the graph, or --text, or --file")
    }
    guard !names.isEmpty || !sealed.confidential else {
      throw ValidationError("--confidential goes with two names of the graph")
    }
    if let sentence, sentence < 1 {
      throw ValidationError("--sentence takes a number of at least 1, not \(sentence)")
    }
  }

  func run(in context: CommandContext) async throws -> ExitStatus {
    let subject: ExplainAction.Subject =
      if let text {
        .text(text, published: published)
      } else if let file {
        .file(file)
      } else {
        .ends(
          names[0], names[1], graph: graph.path(in: context.streams.environment),
          includesConfidential: sealed.confidential)
      }
    return try ExplainAction(
      subject: subject, sentence: sentence.map { $0 - 1 }, rules: rules.userRules(),
      model: model.value(), format: listing.resolved()
    ).run(in: context)
  }
}
