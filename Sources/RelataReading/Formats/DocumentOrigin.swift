/// What a document says of where it comes from.
package struct DocumentOrigin: Codable, Sendable, Equatable {
  package var author: String?
  /// The newspaper or site.
  package var outlet: String?
  /// On the web.
  package var address: String?
  /// As the document says it: "en", "en-GB".
  package var language: String?
  /// Whether the document says that it is confidential; nil where it says nothing.
  package var isConfidential: Bool?

  package init(
    author: String? = nil, outlet: String? = nil, address: String? = nil, language: String? = nil,
    isConfidential: Bool? = nil
  ) {
    self.isConfidential = isConfidential
    self.author = author
    self.outlet = outlet
    self.address = address
    self.language = language
  }
}
