/// How the bytes of an input are to be read.
///
/// A further format is one case here, its extensions and signature below, and one reader.
public enum InputFormat: String, Sendable, Codable, CaseIterable {
  /// Decide by the extension; without a known one, by the first bytes.
  case auto
  case text
  case html
  /// One JSON object a line: `{"id", "text", "title"?, "source"?, "published"?}`.
  case jsonl

  /// Lower-case file extensions that stand for the format; folders are searched for these only.
  public var fileExtensions: [String] {
    switch self {
    case .auto: []
    case .text: ["txt", "text"]
    case .html: ["html", "htm", "xhtml"]
    case .jsonl: ["jsonl", "ndjson"]
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
