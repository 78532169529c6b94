import RelataCore

extension KnowledgeGraph {
  /// The graph without what leads to its documents: ids, outlets, file names, addresses, titles and dates
  /// become "document 1" and "source 1".
  ///
  /// Sources stay apart from each other, so that corroboration still counts.
  ///
  /// - Complexity: O(V + E + evidence).
  public func strippingOrigins() -> KnowledgeGraph { rewritten(by: OriginStripping(self)) }
}

/// Numbers in place of documents and sources.
private struct OriginStripping: GraphRewriting {
  private let documents: [String: String]
  private let sources: [String: String]

  init(_ graph: KnowledgeGraph) {
    let records = graph.relations.flatMap(\.evidence)
    documents = Self.numbered(
      "document",
      graph.entities.flatMap { $0.documents.map(\.rawValue) } + records.map(\.document.rawValue))
    sources = Self.numbered("source", records.map(\.source))
  }

  private static func numbered(_ word: String, _ names: [String]) -> [String: String] {
    // In the order of their digests: that of the alphabet would tell where a name stands in it.
    let ordered = Set(names).map { (SHA256.hexDigest(of: $0.utf8), $0) }.sorted { $0 < $1 }
    var result: [String: String] = [:]
    for (_, name) in ordered { result[name] = "\(word) \(result.count + 1)" }
    return result
  }

  func rewritten(_ text: String, as field: TextField, of entity: EntityID?) -> RewrittenText? {
    switch field {
    case .document: RewrittenText(documents[text] ?? "document")
    case .source: RewrittenText(sources[text] ?? "source")
    case .title, .published, .author, .outlet, .address: nil
    case .name, .alias, .role, .predicate, .quote, .claimant, .cue, .reporter, .time, .place,
      .amount,
      .extractor:
      RewrittenText(text)
    }
  }

  func id(_ entity: EntityID) -> EntityID { entity }

  func id(of old: Relation, rewritten new: Relation) -> AssertionID { old.id }
}
