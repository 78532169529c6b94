import RelataCore
import Testing

@testable import RelataGraph

/// One line for each office of a person.
@Suite struct OfficeLineTests {
  private static func record(_ document: String, _ title: String, time: String? = nil)
    -> EvidenceRecord
  {
    let quote = "Moe was \(title) of Norway, as \(document) has it."
    return EvidenceRecord(
      document: DocumentID(document), source: document, published: "2024-01-0\(document.suffix(1))",
      sentence: 0, span: Span(100, 100 + quote.unicodeScalars.count), quote: quote,
      predicate: title, trigger: Span(108, 108 + title.unicodeScalars.count), time: time,
      confidence: 0.8, extractor: "x")
  }

  private static func held(_ type: RelationID, _ evidence: [EvidenceRecord]) -> Relation {
    TimeGraph.relation("r", "Moe", type, "Norway", predicate: "president", tense: .former, evidence)
  }

  @Test func `president and prime minister are two lines with their own quotes`() {
    let relation = Self.held(
      "leads",
      [
        Self.record("d1", "president"), Self.record("d2", "prime minister"),
        Self.record("d3", "president"),
      ])
    let lines = relation.offices(in: .standard)
    #expect(lines.map(\.title) == ["president", "prime minister"])
    #expect(lines.map { $0.relation.evidence.map(\.document.rawValue) } == [["d1", "d3"], ["d2"]])
    #expect(lines.map(\.relation.predicate) == ["president", "prime minister"])
    #expect(lines.map { ($0.relation.confidence * 100).rounded() } == [96, 80])
    #expect(Set(lines.map(\.relation.id)) == [relation.id])
  }

  @Test func `one office, also under two names and with a verb, is one line`() {
    for titles in [["chairman", "chairwoman"], ["chairman", "led"], ["led", "headed"]] {
      let records = titles.enumerated().map { Self.record("d\($0.offset)", $0.element) }
      let relation = Self.held("leads", records)
      let lines = relation.offices(in: .standard)
      #expect(lines.map(\.relation.evidence.count) == [2], "\(titles)")
      #expect(lines.first?.relation.confidence == relation.confidence)
    }
  }

  @Test func `a verb beside two offices is a line of its own`() {
    let lines = Self.held(
      "leads",
      [Self.record("d1", "president"), Self.record("d2", "premier"), Self.record("d3", "led")]
    ).offices(in: .standard)
    #expect(lines.map(\.title) == ["premier", "president", nil])
  }

  @Test func `what is no role is one line`() {
    let relation = Self.held("owns", [Self.record("d1", "owner"), Self.record("d2", "president")])
    #expect(relation.offices(in: .standard).map(\.title) == [nil])
    #expect(Self.held("leads", []).offices(in: .standard).count == 1)
  }

  @Test func `each office has its own time`() throws {
    let graph = TimeGraph.graph([
      Self.held(
        "leads",
        [
          Self.record("d1", "president", time: "2010/2014"),
          Self.record("d2", "prime minister", time: "2006/2008"),
        ])
    ])
    let entries = graph.timeline(of: EntityID("Moe"))
    #expect(entries.map(\.office) == ["prime minister", "president"])
    #expect(entries.map(\.when) == ["2006 to 2008", "2010 to 2014"])
  }

  @Test func `the end of one office ends no other`() throws {
    let current = TimeGraph.relation(
      "r1", "Moe", "leads", "Norway", [Self.record("d1", "president")])
    let former = TimeGraph.relation(
      "r2", "Moe", "leads", "Norway", tense: .former, [Self.record("d2", "prime minister")])
    let period = try #require(CalendarPeriod(iso: "2025"))
    #expect(
      TimeGraph.graph([current, former]).holding(at: period).relations.map(\.id.rawValue) == ["r1"])
  }
}
