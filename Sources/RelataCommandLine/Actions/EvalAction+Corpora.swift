import Foundation
import RelataCore
import RelataEvaluation
import RelataPipeline

/// Corpora of others, each on the part that is kept aside from training.
extension EvalAction {
  func scoreKnowledgeNet(
    into report: inout EvaluationReport, _ context: CommandContext
  ) async throws {
    var files: [(name: String, data: Data)] = []
    for file in knowledgeNet { files.append((file, try Self.data(file))) }
    let documents = try KnowledgeNetReader().documents(in: files)
    try await score(
      documents, .knowledgeNet, called: "KnowledgeNet", file: knowledgeNet[0], into: &report,
      context)
  }

  func score(
    re3d folder: String, into report: inout EvaluationReport, _ context: CommandContext
  ) async throws {
    var sources: [(documents: Data, relations: Data, name: String)] = []
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names.sorted() {
      let source = "\(folder)/\(name)"
      guard FileManager.default.fileExists(atPath: "\(source)/documents.json") else { continue }
      sources.append(
        (
          try Self.data("\(source)/documents.json"), try Self.data("\(source)/relations.json"),
          source
        ))
    }
    guard !sources.isEmpty else {
      throw RelataError(
        .noInput, code: "RL7210", "no source of re3d in this folder",
        at: InputLocation(file: folder),
        hint: "give the folder whose folders hold documents.json and relations.json")
    }
    let documents = try RE3DReader().documents(in: sources)
    try await score(documents, .re3d, called: "re3d", file: folder, into: &report, context)
  }

  private func score(
    _ documents: [FactDocument], _ empty: FactEvaluation, called name: String, file: String,
    into report: inout EvaluationReport, _ context: CommandContext
  ) async throws {
    var evaluation = empty
    let extractor = extractor
    try await each(
      documents, called: "document", context,
      transform: { gold in
        (gold, try extractor.extract(Self.document(id: gold.id, text: gold.text)))
      },
      add: { evaluation.add($0.1, gold: $0.0, minimumConfidence: minimumConfidence) })
    report.append(evaluation.total, of: name, file: file, byDocument: evaluation.byDocument)
    guard isDetailed else { return }
    for (label, counts) in evaluation.byLabel.sorted(by: { $0.key < $1.key }) {
      report.append(counts, of: "\(name) \(label)", file: file)
    }
  }

  func score(
    reDocRED file: String, into report: inout EvaluationReport, _ context: CommandContext
  ) async throws {
    let articles = try ReDocREDReader().articles(in: Self.data(file), file: file)
    var evaluation = EdgeEvaluation()
    let extractor = extractor
    try await each(
      articles, called: "document", context,
      transform: { article in
        (article, try extractor.extract(Self.document(id: article.id, text: article.text)))
      },
      add: {
        evaluation.add(
          ReDocREDReader.counted($0.1), gold: $0.0, minimumConfidence: minimumConfidence)
      })
    for measure in [EdgeMeasure.pair, .typed] {
      report.append(
        evaluation[measure], of: "Re-DocRED \(measure.rawValue)", file: file,
        byDocument: evaluation.counts(measure))
    }
    guard isDetailed else { return }
    for (relation, counts) in evaluation.byRelation.sorted(by: { $0.key < $1.key }) {
      report.append(counts, of: "Re-DocRED \(relation)", file: file)
    }
  }

  func score(
    carb file: String, into report: inout EvaluationReport, _ context: CommandContext
  ) async throws {
    let sentences = try CaRBReader().sentences(
      in: String(decoding: Self.data(file), as: UTF8.self), file: file)
    var evaluation = OpenEvaluation()
    let extractor = extractor
    try await each(
      sentences, called: "sentence", context,
      transform: { gold in
        (gold, try extractor.extract(Self.document(id: file, text: gold.text)))
      },
      add: { evaluation.add($0.1, gold: $0.0, minimumConfidence: minimumConfidence) })
    report.append(open: evaluation.bySentence, file: file)
  }
}
