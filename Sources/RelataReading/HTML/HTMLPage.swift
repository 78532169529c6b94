/// The article of a page, for parsers that find pages inside other files.
package enum HTMLPage {
  /// The document of a page in UTF-8; nil for what is no HTML.
  package static func document(_ bytes: [UInt8]) -> ParsedDocument? {
    guard let tree = HTMLTree(bytes, encoding: "UTF-8"), let root = tree.root else { return nil }
    return withExtendedLifetime(tree) {
      let metadata = HTMLMetadata(root)
      return ParsedDocument(
        text: HTMLArticle(root, signs: FurnitureCues.standard.signs).text, title: metadata.title,
        published: metadata.published, origin: metadata.origin)
    }
  }
}
