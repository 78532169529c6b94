import RelataCore

/// A small extracted document made by hand, so that formats can be tested without a model.
enum SampleExtraction {
  static let text = "Zoë Kent hired Robert Stryk. “He will not pay Acme,” an aide said."

  static func document(id: String = "d1") -> ExtractedDocument {
    let source = SourceText(text)
    let first = span("Zoë Kent hired Robert Stryk.")
    let second = span("“He will not pay Acme,” an aide said.")
    let document = Document(
      id: DocumentID(id), source: "The Example", title: "A “title”", published: "2021-09-25",
      text: source)
    let mentions = [
      Mention(
        id: "m1", span: span("Zoë Kent"), sentence: 0, tokens: 0..<2, type: .person,
        entity: EntityID("e1"), score: 0.98765),
      Mention(
        id: "m2", span: span("Robert Stryk"), sentence: 0, tokens: 3..<5, type: .person,
        entity: EntityID("e2")),
      Mention(
        id: "m3", span: span("Acme"), sentence: 1, tokens: 5..<6, type: .organization,
        entity: EntityID("e3")),
    ]
    var assertions = [
      Assertion(
        id: AssertionID("a1"), subject: EntityID("e1"), relation: "hired", object: EntityID("e2"),
        predicate: "hired",
        confidence: 0.91, extractor: "rule.active.v1",
        evidence: Evidence(
          sentence: 0, span: first, subject: span("Zoë Kent"), object: span("Robert Stryk"),
          trigger: span("hired"))),
      Assertion(
        id: AssertionID("a2"), subject: EntityID("e2"), relation: "paid", object: EntityID("e3"),
        predicate: "pay",
        polarity: .negative, status: .claimed,
        attribution: Attribution(
          entity: nil, text: "an aide", cue: "said",
          via: [.init(entity: nil, text: "the Post", cue: "reported")]), time: "2021", amount: "$1",
        confidence: 0.6, extractor: "rule.active.v1",
        evidence: Evidence(
          sentence: 1, span: second, subject: span("He"), object: span("Acme"), trigger: nil)),
    ]
    assertions[0].support = .init(rule: 0.93, head: 0.7)
    let annotated = AnnotatedDocument(
      document: document,
      sentences: [Sentence(span: first, tokens: []), Sentence(span: second, tokens: [])],
      mentions: mentions.map { mention in
        var mention = mention
        mention.tokens = 0..<0
        return mention
      },
      entities: [
        DocumentEntity(id: EntityID("e1"), name: "Zoë Kent", type: .person, roles: ["mayor"]),
        DocumentEntity(id: EntityID("e2"), name: "Robert Stryk", type: .person, aliases: ["Stryk"]),
        DocumentEntity(id: EntityID("e3"), name: "Acme", type: .organization),
      ],
      references: [
        Mention(
          id: "r1", span: span("He"), sentence: 1, tokens: 0..<0, type: .person, kind: .pronoun,
          isReference: true,
          entity: EntityID("e2"), score: 0.5)
      ])
    return ExtractedDocument(annotated: annotated, assertions: assertions)
  }

  /// The first occurrence of words in the text.
  static func span(_ words: String) -> Span {
    let all = Array(text.unicodeScalars)
    let part = Array(words.unicodeScalars)
    for start in 0...(all.count - part.count) where Array(all[start..<start + part.count]) == part {
      return Span(start, start + part.count)
    }
    return Span(0, 0)
  }
}
