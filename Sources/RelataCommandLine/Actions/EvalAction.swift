import Foundation
import RelataCore
import RelataEvaluation
import RelataPipeline

/// Scores what Relata reads against annotated files.
struct EvalAction {
  /// Files of names in columns.
  var names: [String] = []
  /// Treebanks in CoNLL-U.
  var trees: [String] = []
  /// JSONL files of articles with annotated relations.
  var edges: [String] = []
  /// Also score every relation of the schema on its own.
  var isDetailed = false
  var minimumConfidence = 0.0
  var threads = 1
  var format = ListingFormat.table
  var extractor = Extractor()

  func run(in context: CommandContext) async throws -> ExitStatus {
    var listing = Listing([
      .init(title: "File"), .init(title: "Score"), .init(title: "Precision", isNumeric: true),
      .init(title: "Recall", isNumeric: true), .init(title: "F1", isNumeric: true),
      .init(title: "Right", isNumeric: true), .init(title: "Wrong", isNumeric: true),
      .init(title: "Missed", isNumeric: true),
    ])
    for file in names {
      for (name, score) in try await scores(names: file, context) {
        listing.append(score, of: name, file: file)
      }
    }
    for file in trees {
      for (name, score) in try await scores(trees: file, context) {
        listing.append(score, of: name, file: file)
      }
    }
    for file in edges {
      for (name, score) in try await scores(edges: file, context) {
        listing.append(score, of: name, file: file)
      }
    }
    try listing.write(as: format, to: context.streams, style: context.style)
    return .success
  }

  private typealias Scores = [(name: String, counts: PrecisionRecall)]

  private func scores(names file: String, _ context: CommandContext) async throws -> Scores {
    let documents = try NameFileReader().documents(in: Self.text(file), file: file)
    var evaluation = NameEvaluation(types: NameEvaluation.types(of: documents))
    try await annotate(documents, file, context) { evaluation.add($0, gold: $1) }
    return [("names", evaluation.total)]
      + evaluation.byType.sorted { $0.key < $1.key }.map { ("names \($0.rawValue)", $1) }
  }

  private func scores(trees file: String, _ context: CommandContext) async throws -> Scores {
    let documents = try CoNLLUReader().documents(in: Self.text(file), file: file)
    var evaluation = TreeEvaluation()
    try await annotate(documents, file, context) {
      evaluation.add($0.sentences, gold: $1.sentences)
    }
    return [
      ("sentences", evaluation.sentences), ("words", evaluation.words), ("upos", evaluation.upos),
      ("lemmas", evaluation.lemmas), ("heads (UAS)", evaluation.heads),
      ("relations (LAS)", evaluation.relations),
    ]
  }

  /// Annotates the texts of gold documents and hands each result to `add`, in order.
  private func annotate(
    _ documents: [GoldDocument], _ file: String, _ context: CommandContext,
    add: (AnnotatedDocument, GoldDocument) -> Void
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
        add(annotated, gold)
        done += 1
        progress.show("\(done) of \(Count.of(documents.count, "document")) scored")
      })
  }

  private func scores(edges file: String, _ context: CommandContext) async throws -> Scores {
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
    var scores: Scores = [
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
    return scores
  }

  /// - Throws: RL7204 if the file cannot be read.
  private static func text(_ file: String) throws(RelataError) -> String {
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

extension Listing {
  /// One row for the counts of a score.
  fileprivate mutating func append(_ score: PrecisionRecall, of name: String, file: String) {
    append(
      [
        file, name, Self.rate(score.precision), Self.rate(score.recall), Self.rate(score.f1),
        String(score.truePositives), String(score.falsePositives), String(score.falseNegatives),
      ],
      object: [
        "file": .string(file), "score": .string(name), "precision": .decimal(score.precision),
        "recall": .decimal(score.recall), "f1": .decimal(score.f1),
        "truePositives": .integer(score.truePositives),
        "falsePositives": .integer(score.falsePositives),
        "falseNegatives": .integer(score.falseNegatives),
      ])
  }

  /// Per cent with one decimal: "87.5".
  private static func rate(_ rate: Double) -> String {
    guard rate.isFinite else { return "–" }
    let tenths = Int((rate * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
