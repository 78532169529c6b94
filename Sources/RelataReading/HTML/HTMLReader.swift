import Foundation
import RelataCore

/// Reads a news page: the article's paragraphs in order, without the page around them.
///
/// Encoding: a byte order mark wins, then UTF-8 if the bytes are valid UTF-8, then the page's own
/// declaration, then UTF-8 with replacements and a warning.
enum HTMLReader {
  static func events(
    _ bytes: [UInt8], assembly: DocumentAssembly
  ) throws(RelataError) -> [ReadingEvent] {
    let location = InputLocation(file: assembly.input)
    let decoded = try decode(bytes, file: assembly.input)
    if decoded.bytes.allSatisfy({ $0 <= 0x20 }) {
      return [.diagnostic(ReadingError.empty(location))]
    }
    guard let page = HTMLPage.story(decoded.bytes, encoding: decoded.encoding) else {
      throw ReadingError.unreadableHTML(assembly.input)
    }
    // The parser resolves references such as &#0; and &#13; again, so that the rules apply once more.
    let text = TextDecoder.clean(page.text, at: location)
    return (decoded.diagnostics + text.diagnostics).map(ReadingEvent.diagnostic)
      + assembly.events(
        text: text.text, title: page.metadata.title, source: page.metadata.outlet,
        published: page.metadata.published, origin: page.metadata.origin, at: location)
  }

  private struct Page {
    var bytes: [UInt8]
    var encoding: String?
    var diagnostics: [Diagnostic] = []
  }

  private static func decode(_ bytes: [UInt8], file: String) throws(RelataError) -> Page {
    let hasMark = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    if !hasMark, String(validating: bytes, as: UTF8.self) == nil, declaresEncoding(bytes) {
      return Page(bytes: bytes, encoding: nil)
    }
    let decoded = try TextDecoder.decode(bytes, file: file)
    return Page(
      bytes: Array(decoded.text.string.utf8), encoding: "UTF-8", diagnostics: decoded.diagnostics)
  }

  /// Whether the first bytes declare an encoding other than UTF-8.
  private static func declaresEncoding(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
    guard let found = head.range(of: "charset=") else { return false }
    let value = head[found.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
    return !value.hasPrefix("utf-8") && !value.hasPrefix("utf8")
  }
}
