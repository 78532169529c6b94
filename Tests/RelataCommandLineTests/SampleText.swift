import RelataCore
import RelataPipeline

/// Two extracted documents about a few people, as lines of `relata extract`.
enum SampleText {
  /// One relation of a sample document, with its sentence.
  private struct Tie {
    var subject: String
    var relation: RelationID
    var object: String
    var predicate: String
    var sentence: Int
    var polarity = Polarity.positive
    var status = AssertionStatus.asserted
    var claimant: String?
    var reporter: String?
    var confidence = 0.8
  }

  static var lines: String {
    [monday, tuesday].map { JSONWriter().text(ExtractionJSON.object($0)) + "\n" }.joined()
  }

  static let monday = document(
    id: "d1", source: "The Example", published: "2021-09-25",
    sentences: [
      "On Wednesday, Massoud hired the lobbyist Robert Stryk.",
      "Massoud met Sen. Lindsey Graham.",
      "Massoud fled to Tajikistan, two former officials said.",
      "The Taliban did not detain Amrullah Saleh.",
    ],
    people: [
      ("Ahmad Massoud", .person, ["Massoud"]), ("Robert Stryk", .person, ["Stryk"]),
      ("Lindsey Graham", .person, []), ("Tajikistan", .location, []),
      ("Taliban", .organization, ["the Taliban"]), ("Amrullah Saleh", .person, ["Saleh"]),
      ("Ann Kerr", .person, []), ("Bob Kerr", .person, []),
    ],
    ties: [
      Tie(
        subject: "Ahmad Massoud", relation: "hired", object: "Robert Stryk", predicate: "hired",
        sentence: 0, confidence: 0.93),
      Tie(
        subject: "Ahmad Massoud", relation: "met_with", object: "Lindsey Graham", predicate: "met",
        sentence: 1),
      Tie(
        subject: "Ahmad Massoud", relation: "travelled_to", object: "Tajikistan",
        predicate: "fled to", sentence: 2, status: .claimed, claimant: "two former officials",
        reporter: "the Massoud Monitor", confidence: 0.71),
      Tie(
        subject: "Taliban", relation: "detained", object: "Amrullah Saleh", predicate: "detain",
        sentence: 3, polarity: .negative, confidence: 0.6),
    ])

  static let tuesday = document(
    id: "d2", source: "Other Times", published: nil,
    sentences: ["Amrullah Saleh joined Lindsey Graham in supporting Ahmad Massoud."],
    people: [
      ("Amrullah Saleh", .person, []), ("Lindsey Graham", .person, []),
      ("Ahmad Massoud", .person, []),
    ],
    ties: [
      Tie(
        subject: "Lindsey Graham", relation: "supports", object: "Ahmad Massoud",
        predicate: "supporting", sentence: 0, confidence: 0.7),
      Tie(
        subject: "Amrullah Saleh", relation: "allied_with", object: "Lindsey Graham",
        predicate: "joined", sentence: 0, status: .planned, confidence: 0.5),
    ])

  private static func document(
    id: String, source: String, published: String?, sentences: [String],
    people: [(name: String, type: EntityType, aliases: [String])], ties: [Tie]
  ) -> ExtractedDocument {
    var spans: [Span] = []
    var start = 0
    for sentence in sentences {
      let length = sentence.unicodeScalars.count
      spans.append(Span(start, start + length))
      start += length + 1
    }
    var ids: [String: EntityID] = [:]
    for (index, person) in people.enumerated() { ids[person.name] = EntityID("e\(index + 1)") }
    let assertions = ties.enumerated().map { index, tie in
      Assertion(
        id: AssertionID("a\(index + 1)"), subject: ids[tie.subject] ?? EntityID("?"),
        relation: tie.relation, object: ids[tie.object] ?? EntityID("?"), predicate: tie.predicate,
        polarity: tie.polarity, status: tie.status,
        attribution: tie.claimant.map { claimant in
          Attribution(
            entity: nil, text: claimant, cue: "said",
            via: tie.reporter.map { [.init(entity: nil, text: $0, cue: "reported")] } ?? [])
        },
        confidence: tie.confidence, extractor: "rule.test.v1",
        evidence: Evidence(
          sentence: tie.sentence, span: spans[tie.sentence], subject: nil, object: nil,
          trigger: nil))
    }
    return ExtractedDocument(
      annotated: AnnotatedDocument(
        document: Document(
          id: DocumentID(id), source: source, published: published,
          text: SourceText(sentences.joined(separator: "\n"))),
        sentences: spans.map { Sentence(span: $0, tokens: []) }, mentions: [],
        entities: people.map { person in
          DocumentEntity(
            id: ids[person.name] ?? EntityID("?"), name: person.name, type: person.type,
            aliases: person.aliases)
        }),
      assertions: assertions)
  }
}
