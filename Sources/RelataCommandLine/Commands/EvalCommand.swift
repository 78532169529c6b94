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
        relata eval --names dev.iob2 --robustness --calibration
        relata eval --coreference ontogum/conll en_gum-ud-dev.conllu
        relata eval --gap gap-validation.tsv

      Everything is scored from raw text. Names count with their exact span and
      type; of articles in JSONL, wherever an alias stands. Coreference and GAP
      are scored beside a baseline that always takes the closest antecedent. Of
      edges, pair: the two entities; typed: with relation and
      direction; strict: with polarity and status too. polarity, status and
      attribution count over the typed edges that are right.
      """)

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Files of names in columns, BIO labels last, or JSONL of articles with aliases (default: none).",
      valueName: "file"),
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

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Files or folders of clusters in columns, and treebanks with their text (default: none).",
      valueName: "path"),
    completion: .file())
  var coreference: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Files of the GAP corpus of pronouns (default: none).", valueName: "file"),
    completion: .file(extensions: ["tsv"]))
  var gap: [String] = []

  @Flag(help: "Also score names and trees in lower case, in capitals, scanned, without marks.")
  var robustness = false

  @Flag(help: "Also measure how far probabilities are from shares of right answers.")
  var calibration = false

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
    guard !(names + trees + edges + coreference + gap).isEmpty else {
      throw ValidationError(
        "there is nothing to score: give --names, --trees, --edges, --coreference or --gap")
    }
  }

  func run(in context: CommandContext) async throws -> ExitStatus {
    try await EvalAction(
      names: names, trees: trees, edges: edges, coreference: coreference, gap: gap,
      isDetailed: detailed,
      isRobustness: robustness, isCalibration: calibration,
      minimumConfidence: minConfidence,
      threads: threads ?? ProcessInfo.processInfo.activeProcessorCount,
      format: listing.resolved()
    ).run(in: context)
  }
}
