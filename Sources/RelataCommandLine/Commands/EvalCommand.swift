import ArgumentParser
import Foundation
import RelataCore

struct EvalCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "Scores what Relata reads against annotated files.",
    discussion: """
      EXAMPLES:
        relata eval --edges voa.dev.jsonl --detailed
        relata eval --names dev.iob2 --trees dev.conllu --json

      Everything is scored from raw text. Names count with their exact span and
      type. Of edges, pair: the two entities; typed: with relation and
      direction; strict: with polarity and status too. polarity, status and
      attribution count over the typed edges that are right.
      """)

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Files of names in columns, BIO labels last (default: none).", valueName: "file"),
    completion: .file())
  var names: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Treebanks in CoNLL-U (default: none).", valueName: "file"),
    completion: .file(extensions: ["conllu"]))
  var trees: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "JSONL files of articles with annotated relations (default: none).", valueName: "file"),
    completion: .file(extensions: ["jsonl"]))
  var edges: [String] = []

  @Flag(help: "Also score each relation and each extractor on its own.")
  var detailed = false

  @Option(
    help: ArgumentHelp("Leave out assertions below this confidence, 0 to 1.", valueName: "x"))
  var minConfidence: Double = 0

  @Option(
    help: ArgumentHelp("Articles worked on at once (default: number of cores).", valueName: "n"))
  var threads: Int?

  @OptionGroup var listing: ListingOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    try Confidence.check(minConfidence)
    guard !(names + trees + edges).isEmpty else {
      throw ValidationError("there is nothing to score: give --names, --trees or --edges")
    }
  }

  func run(in context: CommandContext) async throws -> ExitStatus {
    try await EvalAction(
      names: names, trees: trees, edges: edges, isDetailed: detailed,
      minimumConfidence: minConfidence,
      threads: threads ?? ProcessInfo.processInfo.activeProcessorCount,
      format: listing.resolved()
    ).run(in: context)
  }
}
