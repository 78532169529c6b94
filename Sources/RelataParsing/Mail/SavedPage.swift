import RelataReading

/// The article of a page that was saved in a message.
struct SavedPage {
  var text: String
  var title: String?
  var published: String?
  var origin: DocumentOrigin

  /// Reads HTML in UTF-8; nil for what is none, or holds no article.
  init?(_ bytes: [UInt8]) {
    guard let article = HTMLPage.article(bytes) else { return nil }
    (text, title, published, origin) = (
      article.text, article.title, article.published, article.origin
    )
  }
}
