/// How the bytes of an input are to be read.
///
/// A further format is one case here, its extensions and signature below, and one reader.
public enum InputFormat: String, Sendable, Codable, CaseIterable {
  /// Decide by the extension; without a known one, by the first bytes.
  case auto
  case text
  case html
  /// One JSON object a line, or an array of them: `{"id", "text", "title"?, "source"?, "published"?}`.
  case jsonl
  /// A table of text, its cells divided by commas, semicolons or tabs.
  case csv
  /// Word processor files of Office Open XML.
  case docx
  /// Word processor files, presentations and tables of OpenDocument.
  case odf
  /// Presentations of Office Open XML.
  case pptx
  /// Tables of Office Open XML.
  case xlsx
  case epub
  case pdf
  /// A message with its attachments, or a mailbox of them.
  case mail
  case markdown
  case rtf
  /// RSS or Atom.
  case feed
  /// A message that Outlook saved.
  case outlook = "msg"
  /// Pages that a crawler kept.
  case webArchive = "warc"
  /// Packed files: zip, tar, gzip and their like.
  case archive

  /// Whether its parser runs in a program of its own, ``ParsingChild``.
  var isParsedApart: Bool {
    switch self {
    case .auto, .text, .html, .jsonl, .csv: false
    case .docx, .odf, .pptx, .xlsx, .epub, .pdf, .mail, .markdown, .rtf, .feed, .outlook,
      .webArchive,
      .archive:
      true
    }
  }

  /// Lower-case file extensions that stand for the format; who asks for one format reads only these of a folder.
  public var fileExtensions: [String] {
    switch self {
    case .auto: []
    case .text: ["txt", "text"]
    case .html: ["html", "htm", "xhtml"]
    case .jsonl: ["jsonl", "ndjson", "json"]
    case .csv: ["csv", "tsv"]
    case .docx: ["docx", "docm", "dotx"]
    case .odf: ["odt", "odp", "ods", "ott", "fodt"]
    case .pptx: ["pptx", "pptm", "ppsx"]
    case .xlsx: ["xlsx", "xlsm"]
    case .epub: ["epub"]
    case .pdf: ["pdf"]
    case .mail: ["eml", "mbox", "mht", "mhtml"]
    case .markdown: ["md", "markdown", "mdown"]
    case .rtf: ["rtf"]
    case .feed: ["rss", "atom"]
    case .outlook: ["msg"]
    case .webArchive: ["warc"]
    case .archive: ["zip", "tar", "gz", "tgz", "bz2", "tbz", "xz", "txz", "zst", "7z"]
    }
  }

  /// The format that a file name stands for, or nil if its extension is unknown.
  public init?(fileName: String) {
    let parts = fileName.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, let last = parts.last?.lowercased(),
      let format = Self.allCases.first(where: { $0.fileExtensions.contains(last) })
    else { return nil }
    self = format
  }

  /// The format that the first bytes look like, ``text`` if nothing else; never ``auto``.
  public init(sniffing head: some Sequence<UInt8>) {
    let bytes = head.prefix(2048).drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
    let text = String(decoding: Array(bytes), as: UTF8.self).lowercased()
    if text.hasPrefix("{") && text.prefix(200).contains("\"") {
      self = .jsonl
    } else if ["<!doctype html", "<html", "<head", "<body", "<article"].contains(
      where: text.hasPrefix)
    {
      self = .html
    } else if text.hasPrefix("<?xml") && text.contains("<html") {
      self = .html
    } else {
      self = .text
    }
  }
}
