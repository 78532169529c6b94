import RelataCore

extension ProfileReader {
  /// A reader of a stored document, of which only text and entities are known.
  ///
  /// Where names stand in the text was not kept: each is looked for, and the document counts as one sentence.
  ///
  /// - Complexity: O(length of the text times names).
  package init(rereading document: Document, entities: [DocumentEntity]) {
    let string = document.text.string
    let mentions = entities.compactMap { entity in
      string.range(of: entity.name).map { range in
        let start = string.unicodeScalars.distance(
          from: string.startIndex, to: range.lowerBound)
        let length = string[range].unicodeScalars.count
        return Mention(
          id: entity.id.rawValue, span: Span(start, start + length), sentence: 0, tokens: 0..<0,
          type: entity.type, entity: entity.id)
      }
    }
    let whole = Sentence(span: document.text.span, tokens: [])
    self.init(
      ExtractedDocument(
        annotated: AnnotatedDocument(
          document: document, sentences: [whole], mentions: mentions, entities: entities),
        assertions: []))
  }
}
