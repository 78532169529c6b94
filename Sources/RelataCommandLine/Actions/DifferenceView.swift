import RelataCore
import RelataGraph
import RelataStore

/// Two stored graphs, compared, as a command may show them.
struct DifferenceView {
  private(set) var difference: GraphDifference
  /// Documents that only the later graph has, and those that only the earlier one has, as they may be shown.
  let newDocuments: [StoredDocument]
  let goneDocuments: [StoredDocument]
  /// Both graphs, for the names of ends.
  let graph: KnowledgeGraph

  /// Opens both graphs.
  ///
  /// - Throws: RL7501 and RL7502 for a name to redact that means nobody in either graph, or several in one.
  init(
    old oldPath: String, new newPath: String, filter: RelationFilter, _ settings: ViewSettings,
    in context: CommandContext
  ) throws(RelataError) {
    let stores = [try settings.store(oldPath), try settings.store(newPath)]
    try settings.key?.check()
    let (old, new) = (try stores[0].loadGraph(), try stores[1].loadGraph())
    let whole = GraphDifference(from: old, to: new)
    let found = GraphDifference(from: old.matching(filter), to: new.matching(filter))
    let documents = [try stores[0].documents(), try stores[1].documents()]
    let ids = documents.map { Set($0.map(\.id)) }
    let fresh = documents[1].filter { !ids[0].contains($0.id) }
    let gone = documents[0].filter { !ids[1].contains($0.id) }
    guard settings.hidesNames else {
      (difference, graph, newDocuments, goneDocuments) = (found, whole.union, fresh, gone)
      return
    }
    // Over all that both tell, whatever the filter leaves: names must be known to be hidden.
    let redaction = try Self.redaction(settings, whole, stores)
    let telling = RedactedTelling(redaction)
    let stripping =
      settings.stripsMetadata
      ? OriginStripping(
        whole.union, documents: documents.flatMap { $0 }.map { ($0.id, $0.source) }) : nil
    let stripped = stripping.map { found.rewritten(by: $0) } ?? found
    difference = redaction.isEmpty ? stripped : stripped.rewritten(by: telling)
    let bare = stripping.map { whole.union.rewritten(by: $0) } ?? whole.union
    graph = redaction.isEmpty ? bare : bare.rewritten(by: telling)
    func shown(_ document: StoredDocument) -> StoredDocument {
      func text(_ text: String?, _ field: TextField) -> String? {
        let kept = stripping.map { stripping in
          text.flatMap { stripping.rewritten($0, as: field, of: nil)?.text }
        }
        guard let plain = kept ?? text else { return nil }
        return redaction.isEmpty ? plain : telling.rewritten(plain, as: field, of: nil)?.text
      }
      return StoredDocument(
        id: DocumentID(text(document.id.rawValue, .document) ?? ""),
        source: text(document.source, .source) ?? "", title: text(document.title, .title),
        published: text(document.published, .published), sha256: "", producer: "")
    }
    newDocuments = fresh.map(shown).sorted { $0.id < $1.id }
    goneDocuments = gone.map(shown).sorted { $0.id < $1.id }
    try RedactionKey(redaction: redaction, undecided: telling.undecided)
      .tell(to: settings.key, in: context)
  }

  /// The redaction of the entities that are not to be shown, in both graphs at once.
  private static func redaction(
    _ settings: ViewSettings, _ difference: GraphDifference, _ stores: [GraphStore]
  ) throws(RelataError) -> Redaction {
    var (ids, pseudonyms) = ([EntityID](), [EntityID: String]())
    for typed in settings.redacted {
      var found = false
      for (index, store) in stores.enumerated() {
        let isLast = index == stores.count - 1
        if case .notFound = try store.match(String(typed.split(separator: "=").first ?? "")),
          case .notFound = try store.match(typed), found || !isLast
        {
          continue
        }
        let (id, pseudonym) = try GraphView.entity(typed, in: store)
        let shown = index == 0 ? difference.newIDs[id] ?? id : id
        ids.append(shown)
        if let pseudonym { pseudonyms[shown] = pseudonym }
        found = true
      }
    }
    return Redaction(of: ids, in: difference.union, pseudonyms: pseudonyms)
  }
}
