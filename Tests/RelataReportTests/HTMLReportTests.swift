import Foundation
import Graphviz
import RelataCore
import RelataDiagram
import RelataGraph
import RelataReport
import Testing

@Suite struct HTMLReportTests {
  private func html(_ options: ReportOptions = ReportOptions()) throws -> String {
    try PortStory.writer.html(of: PortStory.graph, options: options).text
  }

  private func matches(_ pattern: Regex<(Substring, Substring)>, _ text: String) -> [String] {
    text.matches(of: pattern).map { String($0.1) }
  }

  @Test func `it is one file that fetches nothing and runs nothing`() throws {
    let report = try PortStory.writer.html(of: PortStory.graph)
    #expect(report.files.isEmpty)
    #expect(report.text.contains("default-src 'none'"))
    #expect(!report.text.contains("<script") && !report.text.contains("<link"))
    #expect(!report.text.contains("<img") && !report.text.contains("@import"))
    let addresses = matches(/(?:src|href)="([^"]*)"/, report.text)
    #expect(addresses.allSatisfy { $0.hasPrefix("#") })
  }

  @Test func `every link of the page leads to an id, and ids are unique`() throws {
    let text = try html()
    let ids = matches(/\ id="([^"]*)"/, text)
    #expect(Set(ids).count == ids.count)
    let targets = Set(matches(/href="#([^"]*)"/, text))
    #expect(targets.isSubset(of: Set(ids)))
    #expect(targets.isSuperset(of: ["ev-1", "ev-2", "ev-3", "ev-4", "ev-5"]))
  }

  @Test func `quotes mark who, what and whom`() throws {
    let text = try html()
    #expect(
      text.contains(
        "<mark class=\"subject\">Harborline</mark> <mark class=\"trigger\">hired</mark> "
          + "<mark class=\"object\">Mara Velasquez</mark>."))
    #expect(
      text.contains(
        "<mark class=\"object\">Velasquez</mark> was <mark class=\"trigger\">hired</mark> by "
          + "<mark class=\"subject\">Harborline</mark>."))
  }

  @Test func `evidence names outlet, date, title, document and claimant`() throws {
    let text = try html()
    #expect(text.contains("The Daily Post, “Ports &amp; people”, 2024-03-05, sentence 3"))
    #expect(text.contains("<code>coast wire.txt</code>"))
    #expect(text.contains("claimed by <span dir=\"auto\">two officials (“said”)</span>"))
    #expect(text.contains("Harborline did not pay Mara Velasquez, say two officials"))
  }

  @Test func `the table holds every relation within reach, drawn or not`() throws {
    let options = ReportOptions(
      diagram: DiagramOptions(focus: [EntityID("harbor")], nodeLimit: 2))
    let text = try PortStory.writer.html(of: PortStory.graph, options: options).text
    #expect(text.contains("not drawn"))
    #expect(text.contains("<td dir=\"auto\">leads"))
    #expect(text.contains("did not pay"))
    #expect(!text.contains("sibling"))
  }

  @Test func `the method names version, model, inputs and hashes`() throws {
    let hash = String(repeating: "ab", count: 32)
    let provenance = ReportProvenance(
      version: "relata 9.9", model: "annotator 3", graph: "ports.relata",
      inputs: [ReportInput(document: DocumentID("d1"), source: "Post", sha256: hash)])
    let text = try html(ReportOptions(provenance: provenance))
    for words in ["Made with relata 9.9.", "Model: annotator 3.", "Graph: ports.relata.", hash] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test func `the same graph gives the same bytes`() throws {
    let shuffled = KnowledgeGraph(
      entities: PortStory.entities.reversed(), relations: PortStory.relations.reversed())
    #expect(try html() == (try PortStory.writer.html(of: shuffled).text))
  }

  @Test(arguments: NastyText.all)
  func `text from documents stays text`(text: String) throws {
    let graph = NastyText.graph(text)
    let options = ReportOptions(
      title: text, provenance: ReportProvenance(version: text, model: text, graph: text))
    let page = try PortStory.writer.html(of: graph, options: options).text
    #expect(!page.contains("<script") && !page.contains("<b>") && !page.contains("<img"))
    #expect(!page.unicodeScalars.contains("\u{202E}") && !page.unicodeScalars.contains("\u{0}"))
    // Everything between head and body closes: the body is XML but for the void elements of the head.
    let body = try #require(page.firstRange(of: "<body>")).lowerBound
    let end = try #require(page.firstRange(of: "</html>")).lowerBound
    let root = try SVGElement(parsing: String(page[body..<end]))
    #expect(root.elements.map(\.name) == ["header", "main"])
    if !DisplayText.clean(text).isEmpty {
      #expect(root.text.contains(DisplayText.clean(text)))
    }
  }
}

enum NastyText {
  static let all = [
    "<b>bold</b>", "<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "a & b &amp; c",
    "\"double\" 'single'", "pipe | pipe \\| pipe", "back\\slash\\", "`code` ``two``",
    "*stars* _lines_",
    "[link](javascript:alert(1))", "![image](x)", "\u{202E}reversed", "nul\u{0}l", "line\r\nbreak",
    "أحمد شاه مسعود", "# head", "1. list", "- list", "</blockquote>", "-->", "<!--", "]]>",
    "$x$ ~~y~~",
    "", "https://example.org/?a=1&b=2",
  ]

  /// One relation whose every text is the given one.
  static func graph(_ text: String) -> KnowledgeGraph {
    let entities = [
      Entity(id: EntityID("a"), name: text, type: .person, aliases: [text], roles: [text]),
      Entity(id: EntityID("b"), name: "Plain Name", type: .organization),
    ]
    let quote = text.isEmpty ? "quote" : text
    let record = EvidenceRecord(
      document: DocumentID(text), source: text, title: text, published: text, sentence: 0,
      span: Span(0, quote.unicodeScalars.count), quote: quote, subject: Span(0, 1),
      attribution: EvidenceAttribution(entity: nil, name: text, cue: text), time: text, place: text,
      confidence: 0.5, extractor: text)
    let relation = Relation(
      id: AssertionID("r"), subject: EntityID("a"), type: .other, object: EntityID("b"),
      predicate: text, polarity: .positive, status: .claimed, tense: .current, confidence: 0.5,
      evidence: [record])
    return KnowledgeGraph(entities: entities, relations: [relation])
  }
}
