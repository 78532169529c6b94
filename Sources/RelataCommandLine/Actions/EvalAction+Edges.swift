import Foundation
import RelataCore
import RelataEvaluation
import RelataPipeline

extension EvalAction {
  /// What is read from one annotated article, with and without the oracle.
  private struct Reading: Sendable {
    var article: GoldArticle
    var extracted: ExtractedDocument
    var oracles: [OracleLevel: ExtractedDocument] = [:]
  }

  /// Scores a file of annotated articles.
  func score(
    edges file: String, into report: inout EvaluationReport, _ context: CommandContext
  ) async throws {
    let articles = try GoldArticle.read(jsonl: Self.data(file), file: file)
    var edges = EdgeEvaluation()
    var entities = EntityEvaluation()
    var oracles = OracleLevel.allCases.map { (level: $0, edges: EdgeEvaluation()) }
    let (extractor, usesOracle) = (extractor, usesOracle)
    try await each(
      articles, called: "article", context,
      transform: { article in
        let document = Self.document(id: article.id, text: article.text)
        var reading = Reading(article: article, extracted: try extractor.extract(document))
        if usesOracle { reading.oracles = try Self.oracles(article, document, extractor) }
        return reading
      },
      add: { reading in
        edges.add(reading.extracted, gold: reading.article, minimumConfidence: minimumConfidence)
        entities.add(reading.extracted.annotated, gold: reading.article)
        for i in oracles.indices {
          guard let extracted = reading.oracles[oracles[i].level] else { continue }
          oracles[i].edges.add(
            extracted, gold: reading.article, minimumConfidence: minimumConfidence,
            isOracle: oracles[i].level != .names)
        }
      })
    append(edges, entities, file: file, to: &report)
    for (level, edges) in oracles where usesOracle {
      for measure in [EdgeMeasure.pair, .typed] {
        let counts = edges.counts(measure)
        report.append(
          edges[measure], of: "\(level.rawValue): \(measure.rawValue)", file: file,
          byDocument: counts)
      }
    }
  }

  private static func oracles(
    _ article: GoldArticle, _ document: Document, _ extractor: Extractor
  ) throws -> [OracleLevel: ExtractedDocument] {
    let oracle = OracleAnnotation(article)
    let annotated = try extractor.annotate(document, names: oracle.names)
    var extracted: [OracleLevel: ExtractedDocument] = [:]
    for level in OracleLevel.allCases {
      extracted[level] = try extractor.extract(
        oracle.replacingEntities(of: annotated, level: level))
    }
    return extracted
  }

  private func append(
    _ edges: EdgeEvaluation, _ entities: EntityEvaluation, file: String,
    to report: inout EvaluationReport
  ) {
    for measure in EdgeMeasure.allCases {
      report.append(
        edges[measure], of: measure.rawValue, file: file, byDocument: edges.counts(measure))
    }
    let strict = entities.strict.reduce(into: PrecisionRecall()) { $0 += $1 }
    report.append(strict, of: "entities strict", file: file, byDocument: entities.strict)
    report.append(clusters: entities.clusters, file: file)
    if isDetailed {
      let details =
        edges.byRelation.map { ("relation \($0)", $1) }
        + edges.byExtractor.map { ("extractor \($0)", $1) }
      for (name, counts) in details.sorted(by: { $0.0 < $1.0 }) {
        report.append(counts, of: name, file: file)
      }
      for (i, threshold) in EdgeEvaluation.thresholds.enumerated() {
        let counts = edges.byThreshold.map { $0[i] }
        let total = counts.reduce(into: PrecisionRecall()) { $0 += $1 }
        report.append(
          total, of: "typed at confidence ≥ \(threshold)", file: file, byDocument: counts)
      }
      report.append(edges.calibration, file: file)
      report.append(edges.errors, file: file)
    }
    if listsErrors {
      for error in edges.errors.cases {
        report.append(
          error: error.kind, cause: error.cause, reading: error.reading, text: error.text,
          document: error.document)
      }
    }
  }
}
