import RelataCore
import RelataLanguage

/// Documents that were chosen, and why.
public struct DocumentChoice: Hashable, Sendable {
  /// Their ids.
  public var ids: Set<DocumentID>
  /// What they are, behind "only": "what the build of 2026-11-30 brought".
  public var words: String

  /// A choice with its reason.
  public init(_ ids: Set<DocumentID>, words: String) {
    self.ids = ids
    self.words = words
  }
}

/// Which pieces of evidence count: by where and when they were published.
public struct EvidenceFilter: Hashable, Sendable {
  /// Words of the outlets or files to keep, case and diacritics aside; empty keeps all.
  public var sources: [String]
  /// Words of the outlets or files to leave out, in the same way.
  public var withoutSources: [String]
  /// The first and the last day, month or year of publication to keep, as ISO 8601 ("2021-09").
  ///
  /// Evidence without a date is left out if either is given.
  public var since: String?
  /// See ``since``; all that begins like it is kept, so that "2021" keeps December.
  public var until: String?
  /// Documents to keep; nil keeps all.
  public var documents: DocumentChoice?

  /// A filter; without arguments it keeps everything.
  public init(
    sources: [String] = [], withoutSources: [String] = [], since: String? = nil,
    until: String? = nil
  ) {
    self.sources = sources
    self.withoutSources = withoutSources
    self.since = since
    self.until = until
  }

  /// Whether it keeps everything.
  public var isEmpty: Bool {
    sources.isEmpty && withoutSources.isEmpty && since == nil && until == nil && documents == nil
  }

  /// Whether a piece of evidence counts.
  public func matches(_ record: EvidenceRecord) -> Bool {
    if let documents, !documents.ids.contains(record.document) { return false }
    let names = [record.source, record.outlet].compactMap { $0 }.map(TextFolding.folded)
    func isFrom(_ words: [String]) -> Bool {
      words.map(TextFolding.folded).contains { word in names.contains { $0.contains(word) } }
    }
    guard sources.isEmpty || isFrom(sources), !isFrom(withoutSources) else { return false }
    guard since != nil || until != nil else { return true }
    guard let date = record.published, !date.isEmpty else { return false }
    // ISO dates compare as text; the end of a range includes all that begins like it.
    if let since, date < since { return false }
    if let until, date.prefix(until.count) > until { return false }
    return true
  }

  /// The relation with the evidence that counts, its confidence anew; nil if none does.
  public func restricted(_ relation: Relation) -> Relation? {
    if isEmpty { return relation }
    let kept = relation.evidence.filter(matches)
    guard kept.count < relation.evidence.count else { return relation }
    guard !kept.isEmpty else { return nil }
    var relation = relation
    relation.evidence = kept
    relation.confidence = Readings(kept.map(\.reading)).confidence
    // Counted anew by the graph that takes it in.
    relation.corroboration = nil
    return relation
  }
}

extension KnowledgeGraph {
  /// The graph as the evidence that counts supports it; every entity stays.
  ///
  /// - Complexity: O(V + E + evidence).
  public func restricted(to filter: EvidenceFilter) -> KnowledgeGraph {
    if filter.isEmpty { return self }
    return KnowledgeGraph(
      entities: entities, relations: relations.compactMap(filter.restricted), schema: schema)
  }

  /// Some entities, and those of some relations whose ends are among them.
  ///
  /// - Complexity: O(V + E).
  public func subgraph(
    entities ids: Set<EntityID>, relations kept: Set<AssertionID>
  ) -> KnowledgeGraph {
    KnowledgeGraph(
      entities: entities.filter { ids.contains($0.id) },
      relations: relations.filter { kept.contains($0.id) }, schema: schema)
  }
}
