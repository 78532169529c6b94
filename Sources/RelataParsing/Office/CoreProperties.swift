import RelataReading

/// Title, day and author of an office file.
struct CoreProperties {
  var title: String?
  var published: String?
  var author: String?

  /// From `docProps/core.xml` or `meta.xml`; nothing from no bytes.
  init(_ bytes: [UInt8]?) {
    guard let root = bytes.flatMap({ XMLTree($0) }) else { return }
    withExtendedLifetime(root) {
      title = Self.text(root.root?.first("title"))
      // In OpenDocument `creator` is who changed the file last.
      author = AuthorName.written(
        Self.text(root.root?.first("initial-creator")) ?? Self.text(root.root?.first("creator")))
      published =
        Self.text(root.root?.first("created")) ?? Self.text(root.root?.first("creation-date"))
        ?? Self.text(root.root?.first("modified")) ?? Self.text(root.root?.first("date"))
    }
  }

  /// A document of that title, day and author.
  func document(text: String) -> ParsedDocument {
    ParsedDocument(
      text: text, title: title, published: published, origin: DocumentOrigin(author: author))
  }

  private static func text(_ node: XMLNode?) -> String? { node?.text.collapsedWords }
}
