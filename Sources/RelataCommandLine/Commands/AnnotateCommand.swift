import ArgumentParser
import RelataCore
import RelataPipeline

struct AnnotateCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract: "Writes sentences, words, parts of speech, trees and names.",
    discussion: """
      EXAMPLES:
        relata annotate article.txt
        relata annotate --format jsonl articles/ > annotated.jsonl

      CoNLL-U carries names in its last column: NER=B-PERSON.
      """)

  @OptionGroup var input: InputOptions

  @Option(help: ArgumentHelp("Form of the output.", valueName: "format"))
  var format: Choice<AnnotationFormat> = Choice(.conllu)

  @OptionGroup var model: ModelOptions
  @OptionGroup var global: GlobalOptions

  func run(in context: CommandContext) async throws -> ExitStatus {
    try await AnnotateAction(
      pipeline: input.pipeline(in: context), format: format.value("format"),
      extractor: Extractor(model: model.value())
    ).run(in: context)
  }
}
