/// The article of a page, for parsers that find pages inside other files.
package enum HTMLPage {
  /// Text, title and day of a page in UTF-8; nil for what is no HTML.
  package static func article(
    _ bytes: [UInt8]
  ) -> (text: String, title: String?, published: String?, origin: DocumentOrigin)? {
    guard let tree = HTMLTree(bytes, encoding: "UTF-8"), let root = tree.root else { return nil }
    return withExtendedLifetime(tree) {
      let metadata = HTMLMetadata(root)
      return (
        HTMLArticle(root, signs: FurnitureCues.standard.signs).text, metadata.title,
        metadata.published, metadata.origin
      )
    }
  }
}
