import RelataCore
import RelataEvaluation
import RelataPipeline

extension EvalAction {
  /// Scores short texts whose edges are all known: all of them, and each kind.
  func score(
    readings file: String, into report: inout EvaluationReport, _ context: CommandContext
  ) async throws {
    let readings = try PlainReading.read(jsonl: Self.data(file), file: file)
    var evaluation = ReadingEvaluation()
    let extractor = extractor
    try await each(
      readings, called: "text", context,
      transform: { reading in
        (reading, try extractor.extract(Self.document(id: reading.id, text: reading.text)))
      },
      add: { evaluation.add($0.1, reading: $0.0, minimumConfidence: minimumConfidence) })
    let results = evaluation.results
    report.append(results, kind: "all", file: file)
    for kind in evaluation.kinds {
      report.append(results.filter { $0.reading.kind == kind }, kind: kind, file: file)
    }
    guard isDetailed || listsErrors else { return }
    for result in results {
      let missed = result.missed.map(\.description)
      for (error, edges) in [("wrong", result.wrong), ("missed", missed)] {
        for edge in edges {
          report.append(
            error: error, cause: result.reading.kind, reading: edge, text: result.reading.text,
            document: result.reading.id)
        }
      }
    }
  }
}
