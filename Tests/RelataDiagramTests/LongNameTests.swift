import Graphviz
import RelataCore
import RelataDiagram
import RelataGraph
import RelataTestSupport
import Testing

/// Names, roles, predicates, quotes and outlets of a megabyte: what is drawn is counted in characters, so
/// that nothing depends on how fast a machine is.
@Suite struct LongNameTests {
  private static let million = 1_000_000

  /// A megabyte of each kind of text that is long in its own way.
  static let texts: [(kind: String, text: String)] = [
    ("letters", String(repeating: "x", count: million)),
    ("words", String(repeating: "word ", count: million / 5)),
    ("marks", "A" + String(repeating: "\u{301}\u{323}", count: million / 4)),
    ("joiners", "A" + String(repeating: "\u{200D}", count: million / 3)),
    ("joined", "\u{1F468}" + String(repeating: "\u{200D}\u{1F469}", count: million / 7)),
    ("syllable", String(repeating: "\u{1100}", count: million / 3)),
    ("hidden", String(repeating: "\u{202E}\u{0}", count: million / 4) + "end"),
  ]

  private let renderer = FigureRenderer(
    renderer: IsolatedRenderer(executable: BuiltExecutable.path("graphviz-render-child")))

  private func graph(_ text: String) -> KnowledgeGraph {
    let quote = "They met."
    let record = EvidenceRecord(
      document: DocumentID("d1"), source: text, title: text, published: "2024-03-01", sentence: 0,
      span: Span(0, quote.unicodeScalars.count), quote: text,
      attribution: EvidenceAttribution(entity: nil, name: text, cue: "said"), confidence: 0.9,
      extractor: "rule.active.v1")
    let relation = Relation(
      id: AssertionID("r1"), subject: EntityID("long"), type: .other, object: EntityID("short"),
      predicate: text,
      polarity: .positive, status: .claimed, tense: .current, confidence: 0.9, evidence: [record])
    return KnowledgeGraph(
      entities: [
        Entity(
          id: EntityID("long"), name: "Zed " + text, type: .person, aliases: [text],
          roles: [text, text]),
        Entity(id: EntityID("short"), name: "Bob", type: .group, aliases: [], roles: []),
      ], relations: [relation])
  }

  @Test(arguments: texts.map(\.kind))
  func aFigureIsNotMuchLongerForALongName(kind: String) throws {
    let text = try #require(Self.texts.first { $0.kind == kind }).text
    var options = DiagramOptions(focus: [EntityID("long")])
    options.title = nil
    let plan = try FigurePlan(of: graph(text), options: options)
    for written in [try plan.dot(), plan.mermaid, plan.d2] {
      #expect(written.unicodeScalars.count < 30_000)
      #expect(written.contains("Zed"))
    }
    let figure = try renderer.figure(plan)
    #expect(figure.svg.unicodeScalars.count < 60_000)
    for words in [figure.title, figure.alternative] {
      #expect(words.unicodeScalars.count < 5_000)
    }
    #expect(figure.id.count < 60)
    // Well-formed, and every name ends in what says that it is cut.
    let svg = try SVGElement(parsing: figure.svg)
    if kind != "hidden" { #expect(figure.title.contains("…")) }
    let lines = svg.descendants(named: "text").map(\.text)
    #expect(lines.allSatisfy { $0.count <= 120 })
  }

  @Test func aNameIsWholeInItsTooltipUpToALimit() throws {
    let name = "Ministry of " + (1...30).map { "Department \($0)" }.joined(separator: ", ")
    #expect((300...480).contains(name.count))
    let words = DiagramWords(graph(""))
    let entity = Entity(
      id: EntityID("long"), name: name, type: .organization, aliases: [], roles: [])
    let shown = words.name(of: entity)
    #expect(shown.hasSuffix("…") && shown.count <= DiagramWords.nameLimit)
    let graph = KnowledgeGraph(
      entities: [
        entity, Entity(id: EntityID("short"), name: "Bob", type: .person, aliases: [], roles: []),
      ],
      relations: graph("x").relations)
    let figure = try renderer.figure(of: graph)
    let titles = try SVGElement(parsing: figure.svg).descendants(named: "title").map(\.text)
    #expect(titles.contains { $0.contains(name) })
  }

  @Test func tenThousandLongNamesMakeAFigureOfTheUsualSize() throws {
    let long = String(repeating: "Very Long Name ", count: 60)
    let entities = (0..<10_000).map {
      Entity(id: EntityID("p\($0)"), name: long + "\($0)", type: .person, aliases: [], roles: [])
    }
    let relations = (1..<10_000).map { index in
      MadeUpGraph.relation("r\(index)", "p\(index)", "hired", "p\(index / 3)", quote: "He did.")
    }
    let graph = KnowledgeGraph(entities: entities, relations: relations)
    let plan = try FigurePlan(of: graph)
    #expect(plan.selection.nodes.count <= 25)
    #expect(try plan.dot().count < 80_000)
  }
}
