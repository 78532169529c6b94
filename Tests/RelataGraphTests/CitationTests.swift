import RelataCore
import Testing

@testable import RelataGraph

/// One wording for what is quoted, wherever it is shown.
@Suite struct CitationTests {
  private func record(
    title: String? = nil, published: String? = nil, author: String? = nil, outlet: String? = nil,
    address: String? = nil, page: Int? = nil
  ) -> EvidenceRecord {
    EvidenceRecord(
      document: DocumentID("d"), source: "a.pdf", title: title, published: published,
      author: author, outlet: outlet, address: address, page: page, sentence: 20, span: Span(0, 1),
      quote: "q", confidence: 1, extractor: "r.v1")
  }

  @Test func `a citation names outlet, headline, author, day, page and address`() {
    let whole = record(
      title: "A report", published: "2024-03-01T09:30:00Z", author: "Anna Kern",
      outlet: "The Daily Post", address: "https://post.example/a", page: 4)
    #expect(
      Citation.text(of: whole) { $1 }
        == "The Daily Post, “A report”, Anna Kern, 2024-03-01, p. 4, sentence 21, https://post.example/a"
    )
    #expect(Citation.text(of: record()) { $1 } == "a.pdf, sentence 21")
    #expect(Citation.text(of: record(published: "2024")) { $1 } == "a.pdf, 2024, sentence 21")
  }

  @Test func `what cannot be shown is left out`() {
    let text = Citation.text(of: record(title: "A", author: "B")) { part, text in
      part == .author ? "" : text.lowercased()
    }
    #expect(text == "a.pdf, “a”, sentence 21")
  }

  @Test func `the page stays where names are replaced and origins are hidden`() throws {
    let entities = [
      Entity(id: EntityID("e1"), name: "Anna Kern", type: .person),
      Entity(id: EntityID("e2"), name: "Karl Denby", type: .person),
    ]
    let relation = Relation(
      id: AssertionID("r"), subject: EntityID("e1"), type: "hired", object: EntityID("e2"),
      predicate: "hired", polarity: .positive, status: .asserted, tense: .current, confidence: 1,
      evidence: [record(title: "A", page: 4)])
    let stripped = KnowledgeGraph(entities: entities, relations: [relation]).strippingOrigins()
    let evidence = try #require(stripped.relations.first?.evidence.first)
    #expect(evidence.page == 4 && evidence.title == nil)
  }
}
