import RelataCore

/// A document from marked text.
///
/// "{p:Daniel Okafor} fled. | {p~He} was 54." has two sentences and one entity. "{p:…}" is a name, "{p~…}" a word that stands for it; the letter before gives the type: p, q, r are people, f, g are
/// firms, l, m are places. The first name of an entity is its fullest. The entities of `spouses` are married, as the first sentence says.
enum MarkedDocument {
  static func read(
    _ marked: String, id: String = "d", published: String? = nil,
    spouses: (String, String)? = nil
  ) -> ExtractedDocument {
    var text = ""
    var sentences: [Sentence] = []
    var mentions: [Mention] = []
    var entities: [DocumentEntity] = []
    for part in marked.components(separatedBy: " | ") {
      let start = text.unicodeScalars.count
      var rest = part[...]
      while let open = rest.firstIndex(of: "{"), let close = rest.firstIndex(of: "}") {
        text += rest[..<open]
        let inside = rest[rest.index(after: open)..<close]
        let letter = String(inside.prefix(1))
        let isName = inside.dropFirst().first == ":"
        let form = String(inside.dropFirst(2))
        let type: EntityType =
          "pqr".contains(letter) ? .person : "fg".contains(letter) ? .organization : .location
        let entity = EntityID(letter)
        if let known = entities.firstIndex(where: { $0.id == entity }) {
          if isName, form != entities[known].name { entities[known].aliases.append(form) }
        } else {
          entities.append(DocumentEntity(id: entity, name: form, type: type))
        }
        let offset = text.unicodeScalars.count
        let isPronoun = ["he", "she", "his", "her", "who"].contains(form.lowercased())
        mentions.append(
          Mention(
            id: "m\(mentions.count)", span: Span(offset, offset + form.unicodeScalars.count),
            sentence: sentences.count, tokens: 0..<0, type: type,
            kind: isName ? .name : isPronoun ? .pronoun : .nominal, entity: entity))
        text += form
        rest = rest[rest.index(after: close)...]
      }
      text += rest
      sentences.append(Sentence(span: Span(start, text.unicodeScalars.count), tokens: []))
      text += " "
    }
    return ExtractedDocument(
      annotated: AnnotatedDocument(
        document: Document(
          id: DocumentID(id), source: id, published: published, text: SourceText(text)),
        sentences: sentences, mentions: mentions.filter { $0.kind == .name }, entities: entities,
        references: mentions.filter { $0.kind != .name }),
      assertions: spouses.map { pair in
        [
          Assertion(
            id: AssertionID("a1"), subject: EntityID(pair.0), relation: "spouse_of",
            object: EntityID(pair.1),
            predicate: "married", confidence: 0.9, extractor: "rule.verb.v1",
            evidence: Evidence(
              sentence: 0, span: sentences[0].span, subject: nil, object: nil, trigger: nil))
        ]
      } ?? [])
  }
}
