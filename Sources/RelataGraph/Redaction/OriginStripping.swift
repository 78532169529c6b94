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
package struct OriginStripping: GraphRewriting {
  private let documents: [String: String]
  private let sources: [String: String]

  /// The numbers of a graph's documents and sources, and behind them those of documents that name nobody.
  package init(
    _ graph: KnowledgeGraph, documents others: [(id: DocumentID, source: String)] = []
  ) {
    let records = graph.relations.flatMap(\.evidence)
    documents = Self.numbered(
      "document",
      graph.entities.flatMap { $0.documents.map(\.rawValue) }
        + records.flatMap {
          [$0.document.rawValue, $0.report.rawValue]
        },
      others.map(\.id.rawValue))
    sources = Self.numbered("source", records.map(\.source), others.map(\.source))
  }

  private static func numbered(
    _ word: String, _ names: [String], _ others: [String]
  ) -> [String: String] {
    var result: [String: String] = [:]
    for names in [Set(names), Set(others).subtracting(names)] {
      // In the order of their digests: that of the alphabet would tell where a name stands in it.
      let ordered = names.map { (SHA256.hexDigest(of: $0.utf8), $0) }.sorted { $0 < $1 }
      for (_, name) in ordered { result[name] = "\(word) \(result.count + 1)" }
    }
    return result
  }

  package func rewritten(_ text: String, as field: TextField, of entity: EntityID?)
    -> RewrittenText?
  {
    switch field {
    case .document: RewrittenText(documents[text] ?? "document")
    case .source: RewrittenText(sources[text] ?? "source")
    case .title, .published, .author, .outlet, .address: nil
    case .name, .alias, .role, .predicate, .quote, .claimant, .cue, .reporter, .time, .place,
      .amount,
      .extractor, .note:
      RewrittenText(text)
    }
  }

  package func id(_ entity: EntityID) -> EntityID { entity }

  package func id(of old: Relation, rewritten new: Relation) -> AssertionID { old.id }
}
