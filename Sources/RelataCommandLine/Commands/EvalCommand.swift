import ArgumentParser
import Foundation
import RelataCore
import RelataPipeline

struct EvalCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "Scores what Relata reads against annotated files.",
    discussion: """
      EXAMPLES:
        relata eval --gold Tests/Benchmark/articles.jsonl --detailed
        relata eval --traps Tests/Benchmark/traps.jsonl --half dev --detailed
        relata eval --readings Tests/Benchmark/readings.jsonl
        relata eval --names dev.iob2 --trees dev.conllu --json
        relata eval --names dev.iob2 --robustness --calibration
        relata eval --coreference ontogum/conll en_gum-ud-dev.conllu
        relata eval --gap gap-validation.tsv
        relata eval --pages Tests/Benchmark/pages/dev
        relata eval --identity pairs.tsv

      Everything is scored from raw text. Names count with their exact span and
      type; of articles in JSONL, wherever an alias stands. Coreference and GAP
      are scored beside a baseline that always takes the closest antecedent. Of
      edges, pair: the two entities; typed: with relation and
      direction; strict: with polarity and status too. polarity, status and
      attribution count over the typed edges that are right; attribution source
      over those that the annotation attributes to somebody. Of two names, same
      and different are scored as they are told, and same at the thresholds
      with the best F1 and with a precision of .98. Intervals are
      95 % bootstrap intervals over documents. Tests/Benchmark/README.md
      describes the files, the measures and the corpora of others.
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
    name: [.long, .customLong("gold")], parsing: .upToNextOption,
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

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "JSONL files of short texts with right and wrong readings (default: none).",
      valueName: "file"), completion: .file(extensions: ["jsonl"]))
  var traps: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "JSONL files of short texts whose edges are all known (default: none).", valueName: "file"),
    completion: .file(extensions: ["jsonl"]))
  var readings: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Folders of saved web pages, each with what is to be read of it (default: none).",
      valueName: "folder"), completion: .directory)
  var pages: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Names and whether they are one bearer's: pairs (.tsv) or cases of documents, .jsonl (default: none).",
      valueName: "file"), completion: .file(extensions: ["tsv", "jsonl"]))
  var identity: [String] = []

  @Option(help: ArgumentHelp("Half of the traps that is scored.", valueName: "half"))
  var half: Choice<TrapHalves> = Choice(.both)

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Files of KnowledgeNet, scored together on their last fold (default: none).",
      valueName: "file"), completion: .file(extensions: ["jsonl"]))
  var knowledgenet: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Files of Re-DocRED, scored on their last 100 documents (default: none).",
      valueName: "file"), completion: .file(extensions: ["json"]))
  var redocred: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Folders of re3d, scored on their last fifth by id (default: none).", valueName: "folder"),
    completion: .directory)
  var re3d: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Gold files of CaRB, for open predicates (default: none).", valueName: "file"),
    completion: .file(extensions: ["tsv"]))
  var carb: [String] = []

  @Flag(
    help: """
      Also score relations, extractors and thresholds; calibration, causes of error, trap failures.
      """)
  var detailed = false

  @Flag(help: "Also score --edges with names and references taken from the annotation.")
  var oracle = false

  @Flag(help: "Also list every wrong and missed edge with its sentence.")
  var errors = false

  @Option(
    help: ArgumentHelp("Leave out assertions below this confidence, 0 to 1.", valueName: "x"))
  var minConfidence: Double = Extractor.standardConfidence

  @Option(
    help: ArgumentHelp("Articles worked on at once (default: number of cores).", valueName: "n"))
  var threads: Int?

  @OptionGroup var model: ModelOptions
  @OptionGroup var listing: ListingOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    try Confidence.check(minConfidence)
    let annotation = names + trees + coreference + gap
    let texts = edges + traps + readings + pages + identity
    guard !(annotation + texts + knowledgenet + redocred + re3d + carb).isEmpty
    else {
      throw ValidationError(
        "there is nothing to score: give --names, --trees, --coreference, --gap, --edges, --traps, "
          + "--readings, --pages or --identity")
    }
  }

  func run(in context: CommandContext) async throws -> ExitStatus {
    try await EvalAction(
      names: names, trees: trees, edges: edges, traps: traps, readings: readings, pages: pages,
      identity: identity, half: half.value("half"),
      knowledgeNet: knowledgenet, reDocRED: redocred, re3d: re3d, carb: carb,
      coreference: coreference,
      gap: gap, isRobustness: robustness, isCalibration: calibration, isDetailed: detailed,
      usesOracle: oracle, listsErrors: errors, minimumConfidence: minConfidence,
      threads: threads ?? ProcessInfo.processInfo.activeProcessorCount,
      format: listing.resolved(), extractor: Extractor(minimumConfidence: 0, model: model.value())
    ).run(in: context)
  }
}
