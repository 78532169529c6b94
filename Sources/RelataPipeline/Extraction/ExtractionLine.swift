import RelataCore

/// One line of `relata extract`: the published shape of an extracted document, written and read by it.
///
/// Offsets count Unicode scalars of `text`, end exclusive.
struct ExtractionLine: Codable {
  /// Where a document comes from.
  struct Origin: Codable {
    var id: DocumentID
    var source: String
    var title: String?
    var published: String?
    var author: String?
    var outlet: String?
    var url: String?
    /// As of `Document.language`; absent in lines of before.
    var language: String?
    /// As of `Document.recognizer`; absent in lines of before.
    var recognizer: String?
    /// As of `Document.isConfidential`; absent where it is not.
    var confidential: Bool?
    /// Of the text, so that offsets can be trusted.
    var sha256: String
    /// Where the file lay, which part of it this is, its bytes and the day on which it was read; as of
    /// `SourceFile`, and absent in lines of before.
    var places: [String]?
    var part: String?
    var bytes: Bytes?
    var read: String?

    /// What the file's bytes are known by.
    struct Bytes: Codable {
      var sha256: String
      var size: Int
    }

    var files: [SourceFile] {
      guard let bytes else { return [] }
      return (places ?? []).map {
        SourceFile(place: $0, part: part, sha256: bytes.sha256, size: bytes.size, read: read)
      }
    }
  }

  var schemaVersion: Int
  var document: Origin
  var text: SourceText
  var furniture: [Span]
  /// As of `Document.blocks`, none where all are paragraphs; absent in lines of before.
  var blocks: [Block]?
  /// As of `Document.pages`; absent in lines of before.
  var pages: [PageStart]?
  var sentences: [Span]
  /// Mentions and references, in order of the text.
  var mentions: [Mention]
  var entities: [DocumentEntity]
  var assertions: [Assertion]

  init(_ extracted: ExtractedDocument) {
    let annotated = extracted.annotated
    let document = annotated.document
    schemaVersion = ExtractionJSON.schemaVersion
    self.document = Origin(
      id: document.id, source: document.source, title: document.title,
      published: document.published, author: document.author, outlet: document.outlet,
      url: document.address, language: document.language,
      recognizer: document.recognizer,
      confidential: document.isConfidential ? true : nil, sha256: document.sha256,
      places: document.files.map(\.place), part: document.files.first?.part,
      bytes: document.files.first.map { Origin.Bytes(sha256: $0.sha256, size: $0.size) },
      read: document.files.first?.read)
    text = document.text
    furniture = document.furniture
    blocks = document.blocks.contains { $0.kind != .paragraph } ? document.blocks : []
    pages = document.pages
    sentences = annotated.sentences.map(\.span)
    mentions = (annotated.mentions + annotated.references).enumerated()
      .sorted { ($0.element.span.start, $0.offset) < ($1.element.span.start, $1.offset) }
      .map(\.element)
    entities = annotated.entities
    assertions = extracted.assertions
  }
}
