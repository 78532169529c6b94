import RelataCore
import RelataEvaluation
import RelataPipeline

/// Which half of a false-positive suite is scored.
enum TrapHalves: String, CaseIterable, Sendable {
  case dev, held, both

  func contains(_ half: Trap.Half) -> Bool { self == .both || rawValue == half.rawValue }
}

extension EvalAction {
  /// Scores a false-positive suite: all items, each half, each category.
  ///
  /// Failures are listed for the half asked for; with both only those of `dev`, so that nobody improves
  /// rules against the other by accident.
  func score(
    traps file: String, into report: inout EvaluationReport, _ context: CommandContext
  ) async throws {
    let traps = try Trap.read(jsonl: Self.data(file), file: file).filter { half.contains($0.half) }
    var evaluation = TrapEvaluation()
    let extractor = extractor
    try await each(
      traps, called: "item", context,
      transform: { trap in
        (trap, try extractor.extract(Self.document(id: trap.id, text: trap.text)))
      },
      add: { evaluation.add($0.1, trap: $0.0, minimumConfidence: minimumConfidence) })
    let results = evaluation.results
    report.append(results, category: "all", half: half.rawValue, file: file)
    if half == .both {
      for half in Trap.Half.allCases {
        let part = results.filter { $0.trap.half == half }
        report.append(part, category: "all", half: half.rawValue, file: file)
      }
    }
    for category in evaluation.categories {
      let part = results.filter { $0.trap.category == category }
      report.append(part, category: category, half: half.rawValue, file: file)
    }
    guard isDetailed || listsErrors else { return }
    for result in results where half != .both || result.trap.half == .dev {
      for (error, readings) in [("wrong", result.emitted), ("missed", result.missed)] {
        for reading in readings {
          report.append(
            error: error, cause: result.trap.category, reading: "\(reading)",
            text: result.trap.text, document: result.trap.id)
        }
      }
    }
  }
}
