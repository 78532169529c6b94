import RelataCore
import RelataGraph
import Testing

@Suite struct RedactionTests {
  private static func entity(
    _ id: String, _ name: String, _ type: EntityType = .person, aliases: [String] = [],
    roles: [String] = []
  ) -> Entity {
    Entity(
      id: EntityID(id), name: name, type: type, aliases: aliases, roles: roles,
      documents: [DocumentID("news/ahmad-massoud.html")])
  }

  private static func record(
    _ quote: String, subject: Span? = nil, object: Span? = nil, source: String = "The Example",
    says: (String?, String)? = nil
  ) -> EvidenceRecord {
    EvidenceRecord(
      document: DocumentID("news/ahmad-massoud.html"), source: source,
      title: "Massoud's son leaves", published: "2021-09-25", sentence: 3,
      span: Span(100, 100 + quote.unicodeScalars.count), quote: quote, subject: subject,
      object: object,
      attribution: says.map {
        EvidenceAttribution(entity: $0.0.map { EntityID($0) }, name: $0.1, cue: "said")
      }, confidence: 0.8, extractor: "rule.verb.v1")
  }

  private static func relation(
    _ id: String, _ subject: String, _ type: RelationID, _ object: String,
    predicate: String = "", _ evidence: EvidenceRecord
  ) -> Relation {
    Relation(
      id: AssertionID(id), subject: EntityID(subject), type: type, object: EntityID(object),
      predicate: predicate, polarity: .positive, status: .asserted, tense: .current,
      confidence: 0.8, evidence: [evidence])
  }

  private static let quote = "Ahmad  Massoud hired Robert Stryk, and Massoud's aide said so."

  private static let graph = KnowledgeGraph(
    entities: [
      entity("e1", "Ahmad Massoud", aliases: ["Massoud", "Mr. Massoud"], roles: ["commander"]),
      entity("e2", "Robert Stryk", aliases: ["Stryk"], roles: ["lobbyist for Massoud"]),
      entity("e3", "Ahmad Shah Massoud", aliases: ["Shah Massoud"]),
      entity("e4", "Robert Gates"),
      entity("e5", "Massoud Foundation", .organization),
      entity("e6", "White House", .organization),
      entity("e7", "Ellen White"),
    ],
    relations: [
      relation(
        "r1", "e1", "hired", "e2",
        record(
          quote, subject: Span(100, 114), object: Span(121, 133), says: ("e1", "Ahmad Massoud"))),
      relation(
        "r2", "e1", "child_of", "e3", record("His father, Ahmad Shah Massoud, led them.")),
      relation(
        "r3", "e4", "other", "e2", predicate: "praised Massoud before",
        record(
          "Robert Gates praised MASSOUD; Robert smiled.", source: "https://x.org/ahmad%20massoud")),
    ])

  private func redacted(_ ids: [String], _ given: [EntityID: String] = [:]) -> KnowledgeGraph {
    Redaction(of: ids.map { EntityID($0) }, in: Self.graph, pseudonyms: given)
      .applied(to: Self.graph)
  }

  /// Every text of a graph.
  private func texts(_ graph: KnowledgeGraph) -> [String] {
    var texts: [String] = []
    for entity in graph.entities {
      texts += [entity.id.rawValue, entity.name]
      texts += entity.aliases
      texts += entity.roles
      texts += entity.documents.map(\.rawValue)
    }
    for relation in graph.relations {
      texts += [relation.id.rawValue, relation.predicate, relation.subject.rawValue]
      for record in relation.evidence {
        texts += [record.document.rawValue, record.source, record.title ?? "", record.quote]
        texts.append(record.attribution?.name ?? "")
      }
    }
    return texts
  }

  @Test func `no text holds the name, another form of it, or an id made from it`() {
    let all = texts(redacted(["e1"])).joined(separator: "\n").lowercased()
    #expect(!all.contains("massoud"))
    #expect(!all.split(whereSeparator: \.isWhitespace).contains("e1"))
    #expect(!all.contains("commander"))
    #expect(!all.contains("r1\n") && all.contains("person a"))
  }

  @Test func `a pseudonym stands for the entity everywhere and for nobody else`() throws {
    let graph = redacted(["e1"])
    let person = try #require(graph.entities.first { $0.name == "Person A" })
    #expect(person.aliases.isEmpty && person.roles.isEmpty && person.type == .person)
    let hired = try #require(graph.relations.first { $0.type == "hired" })
    #expect(hired.subject == person.id)
    #expect(hired.evidence[0].quote == "Person A hired Robert Stryk, and Person A's aide said so.")
    #expect(hired.evidence[0].attribution?.name == "Person A")
    #expect(hired.evidence[0].attribution?.entity == person.id)
    // Another entity's name loses the word; it does not become a second Person A.
    #expect(graph.entities.contains { $0.name == "Ahmad Shah […]" })
    #expect(graph.entities.contains { $0.name == "[…] Foundation" })
    // Their ids are made from their names, and go too.
    #expect(graph.entity(EntityID("e3")) == nil && graph.entity(EntityID("e5")) == nil)
    #expect(graph.entities.filter { $0.name.contains("Person A") }.count == 1)
    let child = try #require(graph.relations.first { $0.type == "child_of" })
    #expect(child.evidence[0].quote == "His father, Ahmad Shah […], led them.")
  }

  @Test func `a given name alone goes, that of another person stays`() throws {
    let quote = redacted(["e2"]).relations.flatMap(\.evidence).map(\.quote)
    #expect(quote.contains("Robert Gates praised MASSOUD; Person A smiled."))
  }

  @Test func `the marked words move with the quote`() throws {
    let record = try #require(redacted(["e1"]).relations.first { $0.type == "hired" }?.evidence[0])
    let scalars = Array(record.quote.unicodeScalars)
    func words(_ span: Span?) -> String {
      guard let span else { return "" }
      return String(
        String.UnicodeScalarView(
          scalars[(span.start - record.span.start)..<(span.end - record.span.start)]))
    }
    #expect(words(record.subject) == "Person A")
    #expect(words(record.object) == "Robert Stryk")
    #expect(record.span.count == scalars.count)
  }

  @Test func `addresses and file names lose the name however it is written`() {
    let graph = redacted(["e1"])
    let sources = Set(graph.relations.flatMap { $0.evidence.map(\.source) })
    #expect(sources == ["The Example", "https://x.org/Person A"])
    #expect(graph.entities.allSatisfy { $0.documents.map(\.rawValue) == ["news/Person A.html"] })
  }

  @Test func `common words that are also surnames go only with a capital`() {
    let redaction = Redaction(of: [EntityID("e7")], in: Self.graph)
    #expect(redaction.text("White said that white paint") == "Person A said that white paint")
    #expect(redaction.text("ELLEN WHITE and ellen-white.txt") == "Person A and Person A.txt")
  }

  @Test func `pseudonyms follow the order given, avoid names in use, and can be chosen`() {
    let both = redacted(["e2", "e1"])
    #expect(both.entity(EntityID("redacted-1"))?.name == "Person A")
    #expect(both.entity(EntityID("redacted-2"))?.name == "Person B")
    let taken = KnowledgeGraph(
      entities: [Self.entity("a", "Person A"), Self.entity("b", "Someone Else")], relations: [])
    let free = Redaction(of: [EntityID("b")], in: taken).applied(to: taken)
    #expect(free.entity(EntityID("redacted-1"))?.name == "Person B")
    let chosen = redacted(["e1"], [EntityID("e1"): "the commander"])
    #expect(chosen.entity(EntityID("redacted-1"))?.name == "the commander")
  }

  @Test func `nothing to redact leaves the graph as it is, unknown ids too`() {
    #expect(texts(redacted([])) == texts(Self.graph))
    #expect(texts(redacted(["nobody"])) == texts(Self.graph))
  }

  @Test func `relations of the redacted have new ids that do not collide`() {
    let ids = redacted(["e1", "e2"]).relations.map(\.id)
    #expect(Set(ids).count == 3)
    #expect(Set(ids).isDisjoint(with: Self.graph.relations.map(\.id)))
    #expect(redacted(["e1"]).relations.map(\.id) == redacted(["e1"]).relations.map(\.id))
  }

  @Test func `stripping leaves no way to the documents but keeps sources apart`() {
    let graph = Self.graph.strippingOrigins()
    let records = graph.relations.flatMap(\.evidence)
    #expect(records.allSatisfy { $0.title == nil && $0.published == nil })
    #expect(Set(records.map(\.source)) == ["source 1", "source 2"])
    #expect(Set(records.map(\.document.rawValue)) == ["document 1"])
    #expect(graph.entities.allSatisfy { $0.documents.map(\.rawValue) == ["document 1"] })
    #expect(records.map(\.quote) == Self.graph.relations.flatMap(\.evidence).map(\.quote))
  }

  @Test func `names in scripts without spaces or case are found inside of text`() {
    let graph = KnowledgeGraph(
      entities: [Self.entity("a", "山田太郎"), Self.entity("b", "أحمد مسعود")], relations: [])
    let redaction = Redaction(of: [EntityID("a"), EntityID("b")], in: graph)
    #expect(redaction.text("昨日山田太郎氏は述べた") == "昨日Person A氏は述べた")
    #expect(!redaction.text("قال أحمد مسعود أمس").contains("مسعود"))
  }

  // MARK: Evidence filter

  @Test(arguments: [
    (EvidenceFilter(), true), (EvidenceFilter(sources: ["exam"]), true),
    (EvidenceFilter(sources: ["Other"]), false), (EvidenceFilter(since: "2021"), true),
    (EvidenceFilter(since: "2021-09-25"), true), (EvidenceFilter(since: "2021-09-26"), false),
    (EvidenceFilter(until: "2021-09"), true), (EvidenceFilter(until: "2021-08"), false),
    (EvidenceFilter(sources: ["example"], since: "2021-01", until: "2021-12"), true),
  ])
  func `evidence is kept by outlet and date`(filter: EvidenceFilter, isKept: Bool) {
    #expect(filter.matches(Self.record("q")) == isKept)
  }

  @Test func `evidence without a date is outside every period`() {
    let record = EvidenceRecord(
      document: DocumentID("d"), source: "The Example", sentence: 0, span: Span(0, 1), quote: "q",
      confidence: 0.8, extractor: "rule.verb.v1")
    #expect(!EvidenceFilter(since: "1900").matches(record))
    #expect(EvidenceFilter(sources: ["example"]).matches(record))
  }
}
