import CCMark
import RelataReading

/// Reads Markdown (GitHub's dialect of CommonMark, by libcmark-gfm): the words that a reader of the page sees.
///
/// Front matter gives title and day, and says what is confidential; comments, struck-out text and addresses of links are left out.
enum MarkdownText {
  static func parse(_ bytes: [UInt8]) throws(ParsingProblem) -> ParsedDocument {
    let (matter, body) = FrontMatter.split(PlainText.decoded(bytes))
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES) else {
      throw ParsingProblem(.damaged, "it cannot be parsed as Markdown")
    }
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "autolink", "tasklist"] {
      if let syntax = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, syntax)
      }
    }
    var text = body
    text.withUTF8 { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        cmark_parser_feed(parser, $0.baseAddress, $0.count)
      }
    }
    guard let tree = cmark_parser_finish(parser) else {
      throw ParsingProblem(.damaged, "it cannot be parsed as Markdown")
    }
    defer { cmark_node_free(tree) }
    let extensions = cmark_parser_get_syntax_extensions(parser)
    guard let html = cmark_render_html(tree, CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES, extensions)
    else { throw ParsingProblem(.damaged, "it cannot be parsed as Markdown") }
    defer { cmark_get_default_mem_allocator().pointee.free(html) }
    guard let marked = XMLTree(Array(String(cString: html).utf8), isHTML: true),
      let root = marked.root
    else {
      throw ParsingProblem(.empty, "there is no text in it")
    }
    let heading = root.first("h1").map { $0.text.collapsed }
    return withExtendedLifetime(marked) {
      ParsedDocument(
        text: MarkedText(root).text, title: matter["title"] ?? heading,
        published: matter["date"] ?? matter["published"],
        origin: DocumentOrigin(
          author: matter["author"] ?? matter["authors"],
          outlet: matter["outlet"] ?? matter["publisher"],
          address: matter["url"] ?? matter["source"],
          isConfidential: matter["confidential"].map(FrontMatter.isConfidential)))
    }
  }
}

/// The lines between two rules at the head of a Markdown file: `title: …`.
enum FrontMatter {
  /// Whether a value of "confidential" says so: whatever it is, unless it is a plain no, because a source is at risk.
  static func isConfidential(_ value: String) -> Bool {
    !["false", "no", "off", "0"].contains(value.lowercased())
  }

  /// Its values in words by key, and the text behind it.
  static func split(_ text: String) -> ([String: String], String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.first, ["---", "+++"].contains(first.trimmed),
      let end = lines.dropFirst().prefix(200).firstIndex(where: {
        [first.trimmed, "..."].contains($0.trimmed)
      })
    else { return ([:], text) }
    var values: [String: String] = [:]
    for line in lines[1..<end] {
      guard let mark = line.firstIndex(where: { $0 == ":" || $0 == "=" }) else { continue }
      let value = line[line.index(after: mark)...].trimmed
      values[line[..<mark].trimmed.lowercased()] =
        value.trimmingPrefix(while: { "\"'".contains($0) }).description
        .reversedDropping { "\"'".contains($0) }
    }
    return (values.filter { !$0.value.isEmpty }, lines[(end + 1)...].joined(separator: "\n"))
  }
}

extension Substring {
  /// Without white space at the edges.
  var trimmed: String {
    var part = self
    while let first = part.first, first.isWhitespace { part.removeFirst() }
    while let last = part.last, last.isWhitespace { part.removeLast() }
    return String(part)
  }
}

extension String {
  fileprivate func reversedDropping(while drops: (Character) -> Bool) -> String {
    var part = self[...]
    while let last = part.last, drops(last) { part.removeLast() }
    return String(part)
  }
}
