import RelataCore
import RelataLanguage
import Testing

@testable import RelataGraph

/// What redaction makes of a graph beside its texts: pseudonyms, ids, counts of what is undecided.
@Suite struct RedactedTellingTests {
  private static func entity(_ id: String, _ name: String, _ type: EntityType = .person) -> Entity {
    Entity(id: EntityID(id), name: name, type: type, aliases: [name + " II"], roles: ["judge"])
  }

  private static func relation(
    _ id: String, _ subject: String, _ object: String, type: RelationID = "hired",
    predicate: String = "hired", quotes: [String] = ["q"], title: String? = nil,
    claimant: (String?, String)? = nil
  ) -> Relation {
    Relation(
      id: AssertionID(id), subject: EntityID(subject), type: type, object: EntityID(object),
      predicate: predicate, polarity: .positive, status: .asserted, tense: .current,
      confidence: 0.8,
      evidence: quotes.map { quote in
        EvidenceRecord(
          document: DocumentID("d"), source: "s", title: title, sentence: 0,
          span: Span(0, quote.unicodeScalars.count), quote: quote,
          attribution: claimant.map {
            EvidenceAttribution(entity: $0.0.map { EntityID($0) }, name: $0.1, cue: "said")
          }, confidence: 0.8, extractor: "r.v1")
      })
  }

  @Test func `pseudonyms say what somebody is, by letter, then by number`() {
    let types: [(EntityType, String)] = [
      (.person, "Person A"), (.organization, "Organization A"), (.location, "Place A"),
      (.group, "Group A"), (.event, "Event A"), (.other, "Item A"), (.date, "Item B"),
      (.money, "Item C"), (.title, "Item D"), (.person, "Person B"),
    ]
    let entities = types.enumerated().map { number, item in
      Self.entity("e\(number)", "Zork\(number)ian Karst\(number)", item.0)
    }
    let graph = KnowledgeGraph(entities: entities, relations: [])
    let redaction = Redaction(of: entities.map(\.id), in: graph)
    #expect(entities.map { redaction.pseudonyms[$0.id] } == types.map(\.1))
    #expect(redaction.entities == entities && !redaction.isEmpty)
    let many = (0..<28).map { Self.entity("e\($0)", "Zork Karst\($0)") }
    let numbered = Redaction(
      of: many.map(\.id), in: KnowledgeGraph(entities: many, relations: []))
    #expect(numbered.pseudonyms[EntityID("e25")] == "Person Z")
    #expect(numbered.pseudonyms[EntityID("e26")] == "Person 27")
    #expect(numbered.pseudonyms[EntityID("e27")] == "Person 28")
  }

  @Test func `a pseudonym is nobody's name, in no case, and one that is given stays`() {
    let graph = KnowledgeGraph(
      entities: [
        Self.entity("a", "Zork Karst"), Self.entity("b", "Lenz Uhl"), Self.entity("c", "Ida Polk"),
        Self.entity("x", "PERSON A"), Self.entity("y", "Person C"),
      ], relations: [])
    let ids = ["a", "b", "nobody", "a", "c"].map { EntityID($0) }
    let redaction = Redaction(of: ids, in: graph, pseudonyms: [EntityID("b"): "Person B"])
    #expect(
      ids.map { redaction.pseudonyms[$0] ?? "-" }.joined(separator: ", ")
        == "Person B, Person B, -, Person B, Person D")
    #expect(redaction.entities.map(\.id.rawValue) == ["a", "b", "c"])
    #expect(redaction.id(EntityID("c")) == EntityID("redacted-3"))
    #expect(redaction.id(EntityID("x")) == EntityID("x"))
    #expect(redaction.id(EntityID("nobody")) == EntityID("nobody"))
    #expect(redaction.owner(nil) == nil && redaction.owner(EntityID("c")) == 2)
  }

  @Test func `who has the name in an alias loses the id, others keep theirs`() {
    var mill = Self.entity("mill", "Old Mill", .organization)
    mill.aliases = ["Karst Mill"]
    let graph = KnowledgeGraph(
      entities: [Self.entity("a", "Zork Karst"), mill, Self.entity("b", "Ida Polk")], relations: [])
    let redaction = Redaction(of: [EntityID("a")], in: graph)
    #expect(redaction.id(EntityID("mill")) == EntityID("redacted-2"))
    #expect(redaction.id(EntityID("b")) == EntityID("b"))
    #expect(redaction.isRenamed(EntityID("mill")) && !redaction.isRenamed(EntityID("b")))
    let told = redaction.applied(to: graph)
    #expect(told.entities.map(\.name).sorted() == ["Ida Polk", "Old Mill", "Person A"])
    #expect(told.entity(EntityID("redacted-2"))?.aliases == ["[…] Mill"])
    #expect(told.entity(EntityID("redacted-1"))?.aliases == [])
    #expect(told.entity(EntityID("redacted-1"))?.roles == [])
    #expect(told.entity(EntityID("b"))?.roles == ["judge"])
  }

  @Test func `relations keep their ids unless these may tell the name`() {
    let graph = KnowledgeGraph(
      entities: [
        Self.entity("a", "Zork Karst"), Self.entity("b", "Ida Polk"), Self.entity("c", "Eve Lund"),
      ],
      relations: [
        Self.relation("1", "a", "b"), Self.relation("2", "b", "a"), Self.relation("3", "b", "c"),
        Self.relation("4", "b", "c", type: .other, predicate: "praised Karst"),
        Self.relation("5", "b", "c", type: .other, predicate: "praised Karst twice"),
        Self.relation("6", "b", "c", type: .other, predicate: "praised"),
        Self.relation("7", "b", "c", predicate: "hired Karst"),
        Self.relation("8", "b", "c", predicate: "hired by Karst"),
      ])
    let told = Redaction(of: [EntityID("a")], in: graph).applied(to: graph)
    let ids = Set(told.relations.map(\.id.rawValue))
    #expect(ids.count == 8 && ids.intersection((1...8).map { "\($0)" }) == ["3", "6"])
    #expect(
      Set(told.relations.map(\.predicate)) == [
        "hired", "praised Person A", "praised Person A twice", "praised", "hired Person A",
        "hired by Person A",
      ])
    // What is no open relation has its id without the predicate: two of the same ends differ by a mark.
    let fixed = told.relations.filter { $0.predicate.hasPrefix("hired ") }.map(\.id.rawValue)
    #expect(fixed.sorted()[1] == fixed.sorted()[0] + "x")
    let open = told.relations.filter { $0.predicate.hasPrefix("praised ") }.map(\.id.rawValue)
    #expect(open.allSatisfy { $0.hasPrefix("r-") && $0.count == 18 })
    // An id says all that assertions must agree in.
    #expect(ids.contains(Self.key("redacted-1", "hired", "b")))
    #expect(ids.contains(Self.key("b", "hired", "redacted-1")))
    #expect(ids.contains(Self.key("b", "other", "c", "praised person a")))
  }

  private static func key(
    _ subject: String, _ type: String, _ object: String, _ predicate: String = ""
  ) -> String {
    let parts = [subject, type, object, "positive", "asserted", "current", predicate]
    return "r-" + SHA256.hexDigest(of: parts.joined(separator: "\u{1f}").utf8).prefix(16)
  }

  @Test func `what is undecided is counted in every text`() {
    let graph = KnowledgeGraph(
      entities: [Self.entity("a", "Emma Stone"), Self.entity("b", "Ida Polk")],
      relations: [
        Self.relation(
          "1", "a", "b", quotes: ["Stone fell.", "The Stone fell.", "Emma Stone."],
          title: "The Stone"),
        Self.relation("2", "a", "b", quotes: ["Ms Stone, a stone."]),
      ])
    let told = Redaction(of: [EntityID("a")], in: graph).redacting(graph)
    let stone = UndecidedName(words: "Stone", reason: .commonWord, isHidden: false)
    #expect(told.undecided == [stone: 5])
    let nothing = Redaction(of: [], in: graph).redacting(graph)
    #expect(nothing.undecided.isEmpty && nothing.graph.relations == graph.relations)
  }

  @Test func `a claimant who is redacted has the pseudonym, whatever the text calls her`() {
    let graph = KnowledgeGraph(
      entities: [Self.entity("a", "Emma Stone"), Self.entity("b", "Ida Polk")],
      relations: [
        Self.relation("1", "a", "b", claimant: ("a", "the old lady")),
        Self.relation("2", "a", "b", claimant: ("b", "Stone's aide")),
        Self.relation("3", "a", "b", claimant: (nil, "an aide")),
      ])
    let told = Redaction(of: [EntityID("a")], in: graph).applied(to: graph)
    let names = told.relations.compactMap { $0.evidence.first?.attribution?.name }
    #expect(Set(names) == ["Person A", "Person A's aide", "an aide"])
  }

  @Test(arguments: [
    (Span(5, 12), Span(25, 40)), (Span(0, 5), Span(40, 50)), (Span(5, 45), Span(9, 10)),
    (Span(10, 29), Span(28, 31)),
  ])
  func `ends of a relation outside of the quote mark nothing in it`(subject: Span, object: Span) {
    let quote = "Lore met the lady."
    let record = EvidenceRecord(
      document: DocumentID("d"), source: "s", sentence: 0, span: Span(10, 28), quote: quote,
      subject: subject, object: object, confidence: 0.8, extractor: "r.v1")
    let graph = KnowledgeGraph(
      entities: [Self.entity("a", "Emma Stone"), Self.entity("b", "Ida Polk")], relations: [])
    let telling = RedactedTelling(Redaction(of: [EntityID("a"), EntityID("b")], in: graph))
    let told = telling.quote(of: record, between: EntityID("a"), and: EntityID("b"))
    #expect(told?.text == quote)
    // A span may reach beyond a quote that is shorter than it says.
    let short = EvidenceRecord(
      document: DocumentID("d"), source: "s", sentence: 0, span: Span(10, 40), quote: quote,
      subject: Span(12, 35), object: Span(19, 27), confidence: 0.8, extractor: "r.v1")
    let rest = telling.quote(of: short, between: EntityID("a"), and: EntityID("b"))
    #expect(rest?.text == "Lore met Person B.")
  }

  @Test func `undecided names are sorted by words, then reason, the hidden first`() {
    let sorted = [
      UndecidedName(words: "a", reason: .role, isHidden: false),
      UndecidedName(words: "b", reason: .description, isHidden: false),
      UndecidedName(words: "b", reason: .commonWord, isHidden: true),
      UndecidedName(words: "b", reason: .commonWord, isHidden: false),
      UndecidedName(words: "b", reason: .sameLetters, isHidden: true),
      UndecidedName(words: "c", reason: .anotherBearer, isHidden: true),
    ]
    #expect(sorted.reversed().sorted() == sorted)
  }

  @Test func `offsets are found again before, within and behind what was replaced`() {
    let source = Array("ab cde fg".unicodeScalars)
    let text = RedactedText(
      source,
      [
        RedactionEdit(range: 0..<2, replacement: "12345"),
        RedactionEdit(range: 4..<6, replacement: ""),
      ])
    #expect(text.text == "12345 c fg")
    #expect((0...9).map { text.position(of: $0, isEnd: false) } == [0, 0, 5, 6, 7, 7, 7, 8, 9, 10])
    #expect((0...9).map { text.position(of: $0, isEnd: true) } == [0, 5, 5, 6, 7, 7, 7, 8, 9, 10])
  }
}
