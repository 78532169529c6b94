/// What the first bytes of a file say of its format, whatever its name says.
package enum ContentFormat {
  /// The format to read a file as: that of its name, unless its bytes are of another one.
  ///
  /// - Returns: nil where neither tells. `archive` stands for every ZIP file without the name of a package, `outlook`
  ///   for every compound file: what is in them, their parser finds out.
  package static func format(name: String, head: some Collection<UInt8>) -> InputFormat? {
    let named = InputFormat(fileName: name)
    guard let proven = proven(by: head) else { return named }
    switch proven {
    case .archive: return named.map(isPackage) == true ? named : .archive
    // Pages stand in messages and in Markdown as well.
    case .html:
      return named == nil || named == .text || named.map(isPackage) == true ? .html : named
    default: return proven
    }
  }

  /// The format that first bytes are of without a doubt; nil for text and what is not known.
  static func proven(by head: some Collection<UInt8>) -> InputFormat? {
    let head = Array(head.prefix(2_048))
    if head.starts(with: Array("%PDF-".utf8)) { return .pdf }
    if head.starts(with: Array("{\\rtf".utf8)) { return .rtf }
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .archive }
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return .outlook }
    let text = String(decoding: head.drop { [0xEF, 0xBB, 0xBF].contains($0) }, as: UTF8.self)
    if isArticles(text) { return .jsonl }
    guard let root = root(of: text)?.lowercased() else { return nil }
    switch root {
    case "html": return .html
    case "rss": return .feed
    case "feed" where text.contains("/Atom") || text.contains("purl.org/atom"): return .feed
    case "rdf:rdf" where text.contains("purl.org/rss"): return .feed
    case "office:document": return .odf
    default: return nil
    }
  }

  /// Whether a text is that of a JSON array whose first object has a text.
  private static func isArticles(_ text: String) -> Bool {
    let head = text.filter { !$0.isWhitespace }
    return head.hasPrefix("[{\"") && head.contains("\"text\":\"")
  }

  /// Whether files of a format are ZIP files.
  private static func isPackage(_ format: InputFormat) -> Bool {
    switch format {
    case .docx, .odf, .pptx, .xlsx, .epub, .archive: true
    default: false
    }
  }

  /// The name of the first element of XML or HTML, behind what may stand before it; nil for other text.
  private static func root(of text: String) -> Substring? {
    var rest = text[...]
    while true {
      rest = rest.drop(while: \.isWhitespace)
      guard rest.first == "<" else { return nil }
      if rest.hasPrefix("<!--") {
        guard let end = rest.firstRange(of: "-->") else { return nil }
        rest = rest[end.upperBound...]
      } else if rest.hasPrefix("<?") || rest.hasPrefix("<!") {
        if rest.prefix(14).lowercased() == "<!doctype html" { return "html" }
        guard let end = rest.firstIndex(of: ">") else { return nil }
        rest = rest[rest.index(after: end)...]
      } else {
        let name = rest.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == ":" }
        return name.isEmpty ? nil : name
      }
    }
  }
}
