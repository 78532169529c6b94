import Foundation
import RelataCore
import RelataEvaluation
import RelataPipeline
import RelataReading
import RelataStore

extension EvalAction {
  /// Scores which entities a graph of a folder's documents makes of their names.
  func score(
    identityGold data: Data, of file: String, into report: inout EvaluationReport,
    _ context: CommandContext
  ) async throws {
    let gold = try IdentityGold.read(jsonl: data, file: file)
    let folder = (file as NSString).deletingLastPathComponent
    let byFile = Dictionary(grouping: gold, by: \.file)
    let store = try GraphStore(inMemory: .standard)
    var read: [String: ExtractedDocument] = [:]
    let extractor = extractor
    try await each(
      byFile.keys.sorted(), called: "document", context,
      transform: { name in
        let path = folder.isEmpty ? name : "\(folder)/\(name)"
        guard let document = Self.document(at: path, format: .auto) else {
          throw RelataError(
            .noInput, code: "RL7218", "a document that the names are from is not there",
            at: InputLocation(file: path), hint: "files are named relative to the list's folder")
        }
        return (name, try extractor.extract(document))
      },
      add: { read[$0.0] = $0.1 })
    for name in read.keys.sorted() { _ = try read[name].map { try store.add($0) } }
    let rows = ["person", "organization", "place"].compactMap { type in
      gold.contains { $0.type == type } ? type : nil
    }
    for type in rows {
      var clusters = IdentityClusters()
      for name in gold where name.type == type {
        let annotated = read[name.file]?.annotated
        let local = annotated.flatMap {
          Self.named(name.form, Self.entityType(type), $0.entities)
        }
        let id = try local.flatMap { local in
          try annotated.flatMap { try store.entity(of: local.id, in: $0.document.id) }
        }
        clusters.add(meaning: name.entity, found: id)
      }
      report.append([
        ScoreRow(
          "B3 \(type)", file: file, precision: clusters.precision, recall: clusters.recall,
          f1: clusters.f1),
        ScoreRow("names \(type)", file: file, value: Double(clusters.count)),
        ScoreRow("no entity \(type)", file: file, value: Double(clusters.missing)),
      ])
    }
  }
}
