/// The story of a page, for readers of pages and for parsers that find them inside other files.
package enum HTMLPage {
  /// What is read of a page.
  struct Story {
    /// Paragraphs in order, separated by blank lines, a ``BlockMark`` before each that is something else.
    var text: String
    var metadata: PageMetadata
  }

  /// The document of a page in UTF-8; nil for what is no HTML.
  package static func document(_ bytes: [UInt8]) -> ParsedDocument? {
    story(bytes, encoding: "UTF-8").map {
      ParsedDocument(
        text: $0.text, title: $0.metadata.title, published: $0.metadata.published,
        origin: $0.metadata.origin)
    }
  }

  /// The story of a page, nil for what is no HTML.
  ///
  /// Without `encoding` the page's own declaration decides.
  static func story(_ bytes: [UInt8], encoding: String?) -> Story? {
    guard let tree = PageTree(bytes, encoding: encoding) else { return nil }
    let signs = ElementSigns(tree)
    let metadata = PageMetadata(tree, signs: signs)
    let passages = StoryFinder(tree: tree, signs: signs, metadata: metadata).story()
    return Story(
      text: PageBlocks(tree: tree).marked(passages).joined(separator: "\n\n"),
      metadata: metadata)
  }
}
