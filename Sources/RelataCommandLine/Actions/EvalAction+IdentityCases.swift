import RelataCore
import RelataEvaluation
import RelataPipeline
import RelataStore

extension EvalAction {
  /// Scores which names of several documents are taken for one bearer's: a graph is built of each case's documents.
  func score(
    identityCases file: String, into report: inout EvaluationReport, _ context: CommandContext
  ) async throws {
    let cases = try IdentityCase.read(jsonl: try Self.data(file), file: file)
    var evaluation = IdentityEvaluation()
    let extractor = extractor
    try await each(
      cases, called: "case", context,
      transform: { item in (item, try Self.outcomes(of: item, extractor)) },
      add: { item, outcomes in
        for (pair, outcome) in zip(item.pairs, outcomes) {
          evaluation.add(outcome, of: pair, in: item)
        }
      })
    let results = evaluation.results
    report.append(identity: results, kind: "all", file: file)
    if isDetailed {
      for kind in evaluation.kinds {
        report.append(identity: results.filter { $0.item.kind == kind }, kind: kind, file: file)
      }
    }
    guard isDetailed || listsErrors else { return }
    for result in results where result.isWronglyJoined || result.isWronglyApart {
      report.append(
        error: result.isWronglyJoined ? "joined" : result.outcome.rawValue,
        cause: result.item.kind,
        reading:
          "\(result.pair.a[1]) (\(result.pair.a[0])) | \(result.pair.b[1]) (\(result.pair.b[0]))",
        text: result.item.documents.map(\.text).joined(separator: " ‖ "), document: result.item.id)
    }
  }

  private static func outcomes(
    of item: IdentityCase, _ extractor: Extractor
  ) throws -> [IdentityEvaluation.Outcome] {
    let store = try GraphStore(inMemory: .standard)
    var entities: [String: [DocumentEntity]] = [:]
    for text in item.documents {
      let plain = document(id: text.id, text: text.text)
      let document = Document(
        id: plain.id, source: plain.source, published: text.published, text: plain.text,
        furniture: plain.furniture)
      let extracted = try extractor.extract(document)
      entities[text.id] = extracted.annotated.entities
      try store.add(extracted)
    }
    func find(_ name: [String], _ type: EntityType) throws -> EntityID? {
      guard let local = named(name[1], type, entities[name[0]] ?? []) else { return nil }
      return try store.entity(of: local.id, in: DocumentID(name[0]))
    }
    return try item.pairs.map { pair in
      let type = entityType(pair.type)
      guard let a = try find(pair.a, type), let b = try find(pair.b, type) else { return .missing }
      if a == b { return .joined }
      return try store.maybeSame(as: a).contains { $0.entity.id == b } ? .unsure : .apart
    }
  }

  static func entityType(_ name: String) -> EntityType {
    ["person": .person, "organization": .organization][name] ?? .location
  }

  /// The entity of a document that goes by a form, or whose name holds the form or is held by it.
  static func named(
    _ form: String, _ type: EntityType, _ entities: [DocumentEntity]
  ) -> DocumentEntity? {
    let sorted = entities.sorted { ($0.type == type ? 0 : 1) < ($1.type == type ? 0 : 1) }
    return sorted.first { ([$0.name] + $0.aliases).contains(form) }
      ?? sorted.first { $0.type == type && ($0.name.contains(form) || form.contains($0.name)) }
  }
}
