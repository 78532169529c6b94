import ArgumentParser
import RelataCore
import RelataPipeline

struct ExtractCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Reads documents and writes their relations as JSONL; makes no graph.",
    discussion: """
      EXAMPLES:
        relata extract article.txt | jq '.assertions[]'
        cat articles.jsonl | relata extract - > extracted.jsonl
        relata extract articles/ --rules watchlist.yaml
        relata build extracted.jsonl          merge what was extracted elsewhere

      One object a document, in order of the inputs; offsets count Unicode
      scalars of its text. A JSONL input holds one object a line:
      {"id", "text", "title"?, "source"?, "published"?}
      """)

  @OptionGroup var input: InputOptions

  @Option(
    help: ArgumentHelp(
      "Leave out assertions below this confidence, 0 to 1.", valueName: "x"))
  var minConfidence: Double = Extractor.standardConfidence

  @OptionGroup var rules: RulesOptions
  @OptionGroup var model: ModelOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws { try Confidence.check(minConfidence) }

  func run(in context: CommandContext) async throws -> ExitStatus {
    try await ExtractAction(
      pipeline: input.pipeline(in: context),
      extractor: rules.extractor(minimumConfidence: minConfidence, model: model.value())
    ).run(in: context)
  }
}

/// The range of confidence options.
enum Confidence {
  static func check(_ value: Double) throws {
    guard (0...1).contains(value) else {
      throw ValidationError("--min-confidence takes a number from 0 to 1, not \(value)")
    }
  }
}
