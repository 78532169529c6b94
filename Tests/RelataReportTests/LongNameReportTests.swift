import RelataCore
import RelataDiagram
import RelataGraph
import RelataReport
import Testing

/// Reports about somebody whose name, roles and outlets are a megabyte long, counted in characters.
@Suite struct LongNameReportTests {
  @Test(arguments: ["x", "word ", "\u{301}\u{323}", "\u{200D}"])
  func aReportIsNotMuchLongerForALongName(part: String) throws {
    let long = "Zed" + String(repeating: part, count: 1_000_000 / part.utf8.count)
    let quote = "They met."
    let record = EvidenceRecord(
      document: DocumentID("d1"), source: long, title: long, published: "2024-03-01", sentence: 0,
      span: Span(0, quote.unicodeScalars.count), quote: quote,
      attribution: EvidenceAttribution(entity: nil, name: long, cue: long), confidence: 0.9,
      extractor: "rule.active.v1")
    let graph = KnowledgeGraph(
      entities: [
        Entity(
          id: EntityID("a"), name: long, type: .person, aliases: [long, long], roles: [long]),
        Entity(id: EntityID("b"), name: "Bob", type: .person),
      ],
      relations: [
        Relation(
          id: AssertionID("r1"), subject: EntityID("a"), type: .other, object: EntityID("b"),
          predicate: long, polarity: .positive, status: .claimed, tense: .current, confidence: 0.9,
          evidence: [record])
      ])
    let plain = try PortStory.writer.html(of: PortStory.graph).text.unicodeScalars.count
    let report = try PortStory.writer.html(of: graph, options: ReportOptions(title: long))
    #expect(report.text.unicodeScalars.count < plain + 60_000)
    // Marks make another letter of the last one.
    #expect(report.text.contains("Ze"))
    let document = try PortStory.writer.markdown(of: graph)
    #expect(document.text.unicodeScalars.count < 30_000)
  }
}
