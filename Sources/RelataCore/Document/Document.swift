/// One article as it was read: its text and where it came from.
public struct Document: Hashable, Sendable {
  /// Given with the document, or made from its content.
  public var id: DocumentID
  /// The outlet or the file, in words a reader recognises.
  public var source: String
  /// Its headline, if it has one.
  public var title: String?
  /// The date of publication as ISO 8601 (`2021-09-25`), if known.
  public var published: String?
  /// Who wrote it, as the document says; several names with commas between.
  public var author: String?
  /// The newspaper or site that published it, if the document says so.
  public var outlet: String?
  /// Where it can be found on the web, as the document itself says.
  public var address: String?
  /// The language of its text as a code of ISO 639 ("en"), as the document says or as the text shows; nil where neither
  /// tells.
  public var language: String?
  /// What all offsets count in.
  public var text: SourceText
  /// Lower-case hexadecimal SHA-256 of the text's UTF-8 bytes: the identity used for idempotent builds.
  public var sha256: String
  /// Spans of page furniture (newsletter boxes, credits, bylines …) in order, without overlap.
  public var furniture: [Span]
  /// Its parts that stand by themselves, in order, without overlap: every line that is no furniture is in one.
  ///
  /// Empty where nobody read them; then the marks of the text alone tell its lines apart.
  public var blocks: [Block]
  /// Where its pages begin, in order of the text; empty where it has no pages, or only one.
  ///
  /// Notes stand at the end of a text and on earlier pages: the numbers need not ascend.
  public var pages: [PageStart]
  /// The program that read its words from pictures of them, with its version; nil where they came as text.
  public var recognizer: String?
  /// Whether the document itself says that it is confidential: a source is to be protected.
  public var isConfidential: Bool
  /// The files in which it was found, in order of their places; none of what was no file.
  public var files: [SourceFile]

  /// A document; its checksum is computed.
  public init(
    id: DocumentID, source: String, title: String? = nil, published: String? = nil,
    author: String? = nil, outlet: String? = nil, address: String? = nil,
    language: String? = nil, text: SourceText, furniture: [Span] = [],
    blocks: [Block] = [], pages: [PageStart] = [], recognizer: String? = nil,
    isConfidential: Bool = false, files: [SourceFile] = []
  ) {
    self.id = id
    self.source = source
    self.title = title
    self.published = published
    self.author = author
    self.outlet = outlet
    self.address = address
    self.language = language
    self.text = text
    self.furniture = furniture
    self.blocks = blocks
    self.pages = pages
    self.recognizer = recognizer
    self.isConfidential = isConfidential
    self.files = files
    sha256 = SHA256.hexDigest(of: text.string.utf8)
  }
}
