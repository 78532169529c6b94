import RelataCore
import RelataGraph
import RelataStore

/// The documents of a stored graph as a command may show them.
///
/// ``GraphView`` for what is no part of a `KnowledgeGraph`: titles, files, and whole texts.
final class DocumentView {
  let store: GraphStore
  /// As it is stored.
  let graph: KnowledgeGraph
  /// Every document as it is stored, in order of the ids.
  let documents: [StoredDocument]
  private let settings: ViewSettings
  private let redaction: Redaction
  private let telling: RedactedTelling
  private let stripping: OriginStripping?

  /// Opens a graph.
  ///
  /// - Throws: As ``GraphView`` does for names that cannot be redacted, and for a key that cannot be written.
  init(path: String, _ settings: ViewSettings) throws(RelataError) {
    self.settings = settings
    store = try settings.store(path)
    try settings.key?.check()
    graph = try store.loadGraph()
    documents = try store.documents()
    redaction = try GraphView.redaction(settings, of: graph, in: store)
    telling = RedactedTelling(redaction)
    stripping =
      settings.stripsMetadata
      ? OriginStripping(graph, documents: documents.map { ($0.id, $0.source) }) : nil
  }

  /// Whether checksums, which prove what a document is, may be shown.
  var showsChecksums: Bool { !settings.hidesNames }

  /// A document with what of it may be shown; checksums are empty where they may not.
  func shown(_ document: StoredDocument) -> StoredDocument {
    guard settings.hidesNames else { return document }
    var shown = document
    shown.id = DocumentID(text(document.id.rawValue, .document) ?? "")
    shown.report = DocumentID(text(document.report.rawValue, .document) ?? "")
    shown.source = text(document.source, .source) ?? ""
    shown.title = text(document.title, .title)
    shown.published = text(document.published, .published)
    shown.author = text(document.author, .author)
    shown.outlet = text(document.outlet, .outlet)
    shown.address = text(document.address, .address)
    shown.sha256 = ""
    shown.files = document.files.enumerated().map { index, file in
      SourceFile(
        place: stripping == nil ? text(file.place, .source) ?? "" : "file \(index + 1)",
        part: stripping == nil ? text(file.part, .source) : nil, sha256: "", size: file.size,
        read: stripping == nil ? file.read : nil)
    }
    return shown
  }

  /// Rows in the order in which they may be shown: that of the ids would tell how hidden ones begin.
  func ordered<Row>(_ rows: [Row], by id: (Row) -> DocumentID) -> [Row] {
    guard settings.hidesNames else { return rows }
    return rows.enumerated().sorted {
      (id($0.element), $0.offset) < (id($1.element), $1.offset)
    }.map(\.element)
  }

  /// A document's text as it may be shown, with the way from offsets of the text as it was read.
  func text(_ text: SourceText, of document: DocumentID) -> RewrittenText {
    redaction.isEmpty
      ? RewrittenText(text.string)
      : telling.documentText(text.string, of: document, in: graph)
  }

  /// A relation as it may be shown.
  func shown(_ relation: Relation) -> Relation {
    let stripped = stripping.map { relation.rewritten(by: $0) } ?? relation
    return redaction.isEmpty ? stripped : stripped.rewritten(by: telling)
  }

  /// The entities of the graph as they may be shown; its relations are left out.
  var entities: KnowledgeGraph {
    let bare = KnowledgeGraph(entities: graph.entities, relations: [], schema: graph.schema)
    let stripped = stripping.map { bare.rewritten(by: $0) } ?? bare
    return redaction.isEmpty ? stripped : stripped.rewritten(by: telling)
  }

  /// Tells the key to the pseudonyms, once everything is decided and before it is written.
  ///
  /// - Throws: RL7301 and the like for a key that cannot be written.
  func tellKey(in context: CommandContext) throws(RelataError) {
    try RedactionKey(redaction: redaction, undecided: telling.undecided)
      .tell(to: settings.key, in: context)
  }

  private func text(_ text: String?, _ field: TextField) -> String? {
    guard let text else { return nil }
    guard let stripping else {
      return redaction.isEmpty ? text : telling.rewritten(text, as: field, of: nil)?.text
    }
    guard let stripped = stripping.rewritten(text, as: field, of: nil)?.text else { return nil }
    return redaction.isEmpty ? stripped : telling.rewritten(stripped, as: field, of: nil)?.text
  }
}
