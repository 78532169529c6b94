import Foundation
import RelataCore
import RelataEvaluation
import RelataPipeline
import RelataReading

/// Scores what Relata reads against annotated files.
struct EvalAction {
  /// Files of names in columns, or JSONL files of articles whose entities have aliases.
  var names: [String] = []
  /// Treebanks in CoNLL-U.
  var trees: [String] = []
  /// JSONL files of articles with annotated relations.
  var edges: [String] = []
  /// JSONL files of false-positive suites.
  var traps: [String] = []
  /// JSONL files of short texts whose edges are all known.
  var readings: [String] = []
  /// Folders of saved pages with what is to be read of them.
  var pages: [String] = []
  /// Files of pairs of names (.tsv) or of cases of several documents (.jsonl) that say which are one bearer's.
  var identity: [String] = []
  /// Which half of the suites is scored.
  var half = TrapHalves.both
  /// Files of KnowledgeNet, scored together.
  var knowledgeNet: [String] = []
  /// Files of Re-DocRED.
  var reDocRED: [String] = []
  /// Folders of re3d.
  var re3d: [String] = []
  /// Gold files of CaRB.
  var carb: [String] = []
  /// Files or folders of clusters in columns, and treebanks with the same documents.
  var coreference: [String] = []
  /// Files of the GAP corpus.
  var gap: [String] = []
  /// Also score the same names and trees in worse text.
  var isRobustness = false
  /// Also measure how well probabilities of names, tags and heads fit.
  var isCalibration = false
  /// Also score every relation of the schema on its own, calibration, thresholds and causes of error.
  var isDetailed = false
  /// Also score articles with names and references taken from the annotation.
  var usesOracle = false
  /// Also list every wrong and missed edge or reading.
  var listsErrors = false
  var minimumConfidence = 0.0
  var threads = 1
  var format = ListingFormat.table
  var extractor = Extractor(minimumConfidence: 0)

  func run(in context: CommandContext) async throws -> ExitStatus {
    var report = EvaluationReport()
    for file in names { report.append(try await scores(names: file, context)) }
    for file in trees { report.append(try await scores(trees: file, context)) }
    if !coreference.isEmpty { report.append(try await scores(coreference: coreference, context)) }
    for file in gap { report.append(try await scores(gap: file, context)) }
    for file in edges { try await score(edges: file, into: &report, context) }
    for file in traps { try await score(traps: file, into: &report, context) }
    for file in readings { try await score(readings: file, into: &report, context) }
    for folder in pages { try await score(pages: folder, into: &report, context) }
    for file in identity { try await score(identity: file, into: &report, context) }
    if !knowledgeNet.isEmpty { try await scoreKnowledgeNet(into: &report, context) }
    for file in reDocRED { try await score(reDocRED: file, into: &report, context) }
    for file in carb { try await score(carb: file, into: &report, context) }
    for folder in re3d { try await score(re3d: folder, into: &report, context) }
    try report.write(as: format, in: context)
    return .success
  }

  /// Annotates the texts of gold documents and hands each result to `add`, in order.
  func annotate(
    _ documents: [GoldDocument], _ file: String, _ context: CommandContext,
    add: (AnnotatedDocument, GoldDocument) -> Void
  ) async throws {
    let extractor = extractor
    try await each(
      documents, called: "document", context,
      transform: { gold in
        let document = Document(id: DocumentID(file), source: file, text: gold.text)
        return (try extractor.annotate(document), gold)
      },
      add: { add($0.0, $0.1) })
  }

  /// Works on every value on several threads and hands the results on in order.
  func each<Value: Sendable, Output: Sendable>(
    _ values: [Value], called name: String, _ context: CommandContext,
    transform: @escaping @Sendable (Value) throws -> Output, add: (Output) -> Void
  ) async throws {
    let progress = ProgressReporter(streams: context.streams, isQuiet: context.isQuiet)
    defer { progress.finish() }
    var remaining = values.makeIterator()
    var done = 0
    try await OrderedParallelMap(width: threads).run(
      next: { remaining.next() }, transform: transform,
      sink: { output in
        add(output)
        done += 1
        progress.show("\(done) of \(Count.of(values.count, name)) scored")
      })
  }

  /// The text as a document, its furniture found as when a file is read.
  static func document(id: String, text: String) -> Document {
    let text = SourceText(text)
    return Document(
      id: DocumentID(id), source: id, text: text, furniture: FurnitureDetector().spans(in: text))
  }

  /// - Throws: RL7204 if the file cannot be read.
  static func text(_ file: String) throws(RelataError) -> String {
    String(decoding: try data(file), as: UTF8.self)
  }

  /// - Throws: RL7204 if the file cannot be read.
  static func data(_ file: String) throws(RelataError) -> Data {
    do {
      return try Data(contentsOf: URL(fileURLWithPath: file))
    } catch {
      throw RelataError(
        .noInput, code: "RL7204", "the annotated file cannot be read",
        at: InputLocation(file: file), hint: "check that the file exists and is no folder")
    }
  }
}
