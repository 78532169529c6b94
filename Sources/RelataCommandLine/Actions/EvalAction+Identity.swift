import RelataCore
import RelataEvaluation

extension EvalAction {
  /// Scores decisions about who is whom, by what the file's extension says it has.
  func score(
    identity file: String, into report: inout EvaluationReport, _ context: CommandContext
  ) async throws {
    switch file.split(separator: ".").last {
    case "jsonl":
      let data = try Self.data(file)
      if IdentityGold.isList(data) {
        try await score(identityGold: data, of: file, into: &report, context)
      } else {
        try await score(identityCases: file, into: &report, context)
      }
    default: try await score(namePairs: file, into: &report, context)
    }
  }

  /// Scores pairs of names, each type on its own.
  private func score(
    namePairs file: String, into report: inout EvaluationReport, _ context: CommandContext
  ) async throws {
    let pairs = try NamePair.read(tsv: Self.data(file), file: file)
    var evaluation = NamePairEvaluation()
    try await each(
      pairs, called: "pair", context, transform: { NamePairEvaluation.result(of: $0) },
      add: { evaluation.add($0) })
    for type in evaluation.types { report.append(Self.rows(of: type, evaluation, file: file)) }
    guard isDetailed || listsErrors else { return }
    for result in evaluation.results {
      let wrong = result.pair.isSame ? "different" : "same"
      guard result.verdict == wrong else { continue }
      report.append(
        error: wrong == "same" ? "wrong" : "missed", cause: result.pair.type.rawValue,
        reading: "\(result.pair.first) | \(result.pair.second)", text: "", document: file)
    }
  }

  private static func rows(
    of type: EntityType, _ evaluation: NamePairEvaluation, file: String
  ) -> [ScoreRow] {
    func row(_ name: String, value: Int) -> ScoreRow {
      ScoreRow("\(type.rawValue) \(name)", file: file, value: Double(value))
    }
    func row(_ name: String, _ counts: PrecisionRecall) -> ScoreRow {
      ScoreRow("\(type.rawValue) \(name)", counts, file: file)
    }
    return [
      row("pairs", value: evaluation.count(type)),
      row("same", evaluation.score(of: "same", type)),
      row("different", evaluation.score(of: "different", type)),
      row("unsure", value: evaluation.count(type, verdict: "unsure")),
      row("best F1", evaluation.best(type)),
      row("at precision .98", evaluation.mostComplete(type, precision: 0.98)),
    ]
  }
}
