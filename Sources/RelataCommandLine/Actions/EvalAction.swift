import Foundation
import RelataAnnotation
import RelataCore
import RelataEvaluation
import RelataPipeline

/// Scores what Relata reads against annotated files.
struct EvalAction {
  /// Files of names in columns, or JSONL files of articles whose entities have aliases.
  var names: [String] = []
  /// Treebanks in CoNLL-U.
  var trees: [String] = []
  /// JSONL files of articles with annotated relations.
  var edges: [String] = []
  /// Files or folders of clusters in columns, and treebanks with the same documents.
  var coreference: [String] = []
  /// Files of the GAP corpus.
  var gap: [String] = []
  /// Also score every relation of the schema on its own.
  var isDetailed = false
  /// Also score the same names and trees in worse text.
  var isRobustness = false
  /// Also measure how well probabilities fit.
  var isCalibration = false
  var minimumConfidence = 0.0
  var threads = 1
  var format = ListingFormat.table
  var extractor = Extractor()

  func run(in context: CommandContext) async throws -> ExitStatus {
    var rows: [ScoreRow] = []
    for file in names { rows += try await scores(names: file, context) }
    for file in trees { rows += try await scores(trees: file, context) }
    for file in edges { rows += try await scores(edges: file, context) }
    if !coreference.isEmpty { rows += try await scores(coreference: coreference, context) }
    for file in gap { rows += try await scores(gap: file, context) }
    try Listing(scores: rows).write(as: format, to: context.streams, style: context.style)
    return .success
  }

  // MARK: Names and trees

  private func scores(names file: String, _ context: CommandContext) async throws -> [ScoreRow] {
    let documents =
      file.hasSuffix(".jsonl")
      ? try GoldArticle.read(jsonl: Self.data(file), file: file).map(\.named)
      : try NameFileReader().documents(in: Self.text(file), file: file)
    let types = NameEvaluation.types(of: documents)
    func evaluate(_ documents: [GoldDocument]) async throws -> NameEvaluation {
      var evaluation = NameEvaluation(types: types)
      try await annotate(documents, file, context) { evaluation.add($0, gold: $1) }
      return evaluation
    }
    func rows(_ evaluation: NameEvaluation) -> [ScoreRow] {
      [ScoreRow("names", evaluation.total, file: file)]
        + evaluation.byType.sorted { $0.key < $1.key }
        .map { ScoreRow("names \($0.rawValue)", $1, file: file) }
    }
    let clean = try await evaluate(documents)
    var result = rows(clean)
    if isRobustness {
      for variant in TextVariant.allCases {
        let varied = try await evaluate(documents.map(variant.applied))
        Self.add(rows(varied), of: variant, to: &result)
      }
    }
    if isCalibration { result += Self.rows(clean.calibration, of: "names", file: file) }
    return result
  }

  private func scores(trees file: String, _ context: CommandContext) async throws -> [ScoreRow] {
    let documents = try CoNLLUReader().documents(in: Self.text(file), file: file)
    let annotator = try extractor.annotator()
    func evaluate(_ documents: [GoldDocument], calibrated: Bool = false) async throws
      -> TreeEvaluation
    {
      var evaluation = TreeEvaluation()
      try await annotate(documents, file, context) {
        evaluation.add($0.sentences, gold: $1.sentences)
        if calibrated {
          evaluation.addConfidence(
            annotator.confidences($0).map { $0.map { ($0.upos, $0.head) } }, of: $0.sentences,
            gold: $1.sentences)
        }
      }
      return evaluation
    }
    func rows(_ evaluation: TreeEvaluation) -> [ScoreRow] {
      [
        ScoreRow("sentences", evaluation.sentences, file: file),
        ScoreRow("words", evaluation.words, file: file),
        ScoreRow("upos", evaluation.upos, file: file),
        ScoreRow("lemmas", evaluation.lemmas, file: file),
        ScoreRow("heads (UAS)", evaluation.heads, file: file),
        ScoreRow("relations (LAS)", evaluation.relations, file: file),
      ]
    }
    let clean = try await evaluate(documents, calibrated: isCalibration)
    var result = rows(clean)
    if isRobustness {
      for variant in TextVariant.allCases {
        let varied = try await evaluate(documents.map(variant.applied))
        Self.add(rows(varied), of: variant, to: &result)
      }
    }
    if isCalibration {
      result += Self.rows(clean.uposCalibration, of: "upos", file: file)
      result += Self.rows(clean.headCalibration, of: "heads", file: file)
    }
    return result
  }

  private static func add(
    _ varied: [ScoreRow], of variant: TextVariant, to rows: inout [ScoreRow]
  ) {
    for row in varied {
      guard let i = rows.firstIndex(where: { $0.name == row.name }) else { continue }
      rows[i].variants[variant] = row.f1
    }
  }

  private static func rows(
    _ calibration: CalibrationError, of head: String, file: String
  ) -> [ScoreRow] {
    [
      ScoreRow("\(head), calibration error", file: file, value: calibration.value),
      ScoreRow("\(head), overconfidence", file: file, value: calibration.overconfidence),
    ]
  }

  // MARK: Edges

  private func scores(edges file: String, _ context: CommandContext) async throws -> [ScoreRow] {
    let progress = ProgressReporter(streams: context.streams, isQuiet: context.isQuiet)
    defer { progress.finish() }
    let articles = try GoldArticle.read(jsonl: Self.data(file), file: file)
    var evaluation = EdgeEvaluation()
    var remaining = articles.makeIterator()
    let extractor = extractor
    try await OrderedParallelMap(width: threads).run(
      next: { remaining.next() },
      transform: { article in
        let document = Document(
          id: DocumentID(article.id), source: article.id, text: SourceText(article.text))
        return (article, try extractor.extract(document))
      },
      sink: { article, extracted in
        evaluation.add(extracted, gold: article, minimumConfidence: minimumConfidence)
        progress.show("\(evaluation.documents) of \(Count.of(articles.count, "article")) scored")
      })
    var scores: [(name: String, counts: PrecisionRecall)] = [
      ("entities", evaluation.entities), ("pair", evaluation.pair), ("typed", evaluation.typed),
      ("strict", evaluation.strict), ("polarity", evaluation.polarity),
      ("status", evaluation.status), ("attribution", evaluation.attribution),
    ]
    if isDetailed {
      let details =
        evaluation.byRelation.map { ("relation \($0)", $1) }
        + evaluation.byExtractor.map { ("extractor \($0)", $1) }
      scores += details.sorted { $0.0 < $1.0 }
    }
    return scores.map { ScoreRow($0.name, $0.counts, file: file) }
  }

  // MARK: Reading and annotating

  /// Annotates the texts of gold documents and hands each result to `add`, in order.
  func annotate(
    _ documents: [GoldDocument], _ file: String, _ context: CommandContext,
    add: (AnnotatedDocument, GoldDocument) throws -> Void
  ) async throws {
    let progress = ProgressReporter(streams: context.streams, isQuiet: context.isQuiet)
    defer { progress.finish() }
    var remaining = documents.makeIterator()
    var done = 0
    let extractor = extractor
    try await OrderedParallelMap(width: threads).run(
      next: { remaining.next() },
      transform: { gold in
        let document = Document(id: DocumentID(file), source: file, text: gold.text)
        return (try extractor.annotate(document), gold)
      },
      sink: { annotated, gold in
        try add(annotated, gold)
        done += 1
        progress.show("\(done) of \(Count.of(documents.count, "document")) scored")
      })
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
