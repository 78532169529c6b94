import Foundation
import RelataCore
import RelataEvaluation
import RelataPipeline
import RelataReading

extension EvalAction {
  /// Scores saved pages, each beside its expectations of the same name; all of a folder together.
  func score(
    pages folder: String, into report: inout EvaluationReport, _ context: CommandContext
  ) async throws {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
      .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }
    guard !names.isEmpty else {
      throw RelataError(
        .noInput, code: "RL7211", "no expectations of pages in this folder",
        at: InputLocation(file: folder),
        hint: "give a folder that holds NAME.html and NAME.json for every page")
    }
    var evaluation = PageEvaluation()
    try await each(
      names, called: "page", context,
      transform: { name in
        let gold = "\(folder)/\(name).json"
        return (
          name, try SavedPage.read(Self.data(gold), file: gold),
          Self.document(at: "\(folder)/\(name).html", format: .html)
        )
      },
      add: { evaluation.add($0.2, gold: $0.1, name: $0.0) })
    report.append(pages: evaluation.results, of: "all", file: folder)
    guard isDetailed || listsErrors else { return }
    for result in evaluation.results {
      report.append(pages: [result], of: result.name, file: folder)
      for fault in result.faults {
        report.append(
          error: "wrong", cause: "page", reading: fault, text: "", document: result.name)
      }
    }
  }

  /// The first document of a file; nil where none can be read.
  static func document(at path: String, format: InputFormat) -> Document? {
    for case .document(let document) in DocumentReader(format: format).read([.path(path)]) {
      return document
    }
    return nil
  }
}
