import RelataCore

/// Decides which names of one document refer to the same thing.
struct EntityResolver {
  private let document: Document
  private let sentences: [Sentence]
  private let names: [[NameSpan]]

  init(document: Document, sentences: [Sentence], names: [[NameSpan]]) {
    self.document = document
    self.sentences = sentences
    self.names = names
  }

  func resolve() -> ([Mention], [DocumentEntity]) {
    var mentions: [Mention] = []
    var entities: [DocumentEntity] = []
    var known: [String: EntityID] = [:]
    for (i, spans) in names.enumerated() {
      for name in spans {
        let tokens = sentences[i].tokens[name.words]
        guard let first = tokens.first, let last = tokens.last else { continue }
        let span = Span(first.span.start, last.span.end)
        let key = document.text[span]
        var id: EntityID?
        if name.type.isNode {
          id = known[key]
          if id == nil {
            let new = EntityID("e\(entities.count + 1)")
            entities.append(DocumentEntity(id: new, name: key, type: name.type))
            known[key] = new
            id = new
          }
        }
        mentions.append(
          Mention(
            id: "m\(mentions.count + 1)", span: span, sentence: i, tokens: name.words,
            type: name.type, entity: id, score: name.score))
      }
    }
    return (mentions, entities)
  }
}
