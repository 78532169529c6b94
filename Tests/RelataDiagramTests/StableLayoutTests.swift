import Graphviz
import RelataCore
import RelataDiagram
import RelataGraph
import RelataTestSupport
import Testing

@Suite struct StableLayoutTests {
  private let renderer = FigureRenderer(
    renderer: IsolatedRenderer(executable: BuiltExecutable.path("graphviz-render-child")))

  /// A story as of `articles` articles: each brings two people and four relations.
  private func story(_ articles: Int, seed: UInt64) -> KnowledgeGraph {
    var generator = SeededGenerator(seed: seed)
    var entities: [Entity] = []
    var relations: [Relation] = []
    let types: [RelationID] = ["owns", "leads", "hired", "paid", "met_with"]
    // As in a real graph, ids say nothing about when somebody was first named.
    func id(_ index: Int) -> String { "e\((index * 7919 + 31) % 997 + 1000)" }
    for article in 0..<articles {
      let base = entities.count
      for index in base..<(base + 2) {
        entities.append(
          MadeUpGraph.entity(
            id(index), "Name Number \(index)", index % 3 == 0 ? .organization : .person))
      }
      for index in 0..<4 {
        let new = base + index % 2
        let old = Int.random(in: 0..<entities.count, using: &generator)
        guard old != new else { continue }
        relations.append(
          MadeUpGraph.relation(
            "r\(article * 10 + index + 1000)", id(old), types[index % 5], id(new)))
      }
    }
    return KnowledgeGraph(entities: entities, relations: relations)
  }

  private func figure(
    _ graph: KnowledgeGraph, _ layout: DiagramLayout, after previous: PreviousLayout? = nil
  ) throws -> (layout: PreviousLayout, codes: [String]) {
    var options = DiagramOptions(engine: layout)
    options.previous = previous
    let figure = try renderer.figure(of: graph, options: options)
    return (try PreviousLayout(svg: figure.svg), figure.diagnostics.map(\.code))
  }

  @Test(arguments: [DiagramLayout.dot, .neato])
  func `an added article moves the old entities much less than a fresh layout does`(
    layout: DiagramLayout
  ) throws {
    var seeded = 0.0
    var fresh = 0.0
    for seed in 1...4 as ClosedRange<UInt64> {
      let before = try figure(story(5, seed: seed), layout).layout
      let after = story(6, seed: seed)
      let kept = try figure(after, layout, after: before)
      #expect(!kept.codes.contains("RL5024"))
      let moved = try #require(kept.layout.meanDisplacement(from: before))
      let free = try #require(try figure(after, layout).layout.meanDisplacement(from: before))
      #expect(moved <= free + 0.5, "seed \(seed)")
      seeded += moved
      fresh += free
    }
    Attachment.record(
      "\(layout.rawValue): \(seeded / 4) against \(fresh / 4)", named: "displacement")
    #expect(seeded < 0.6 * fresh, "\(seeded / 4) against \(fresh / 4)")
  }

  @Test(arguments: [DiagramLayout.dot, .neato])
  func `the same graph stays where it is`(layout: DiagramLayout) throws {
    let graph = story(6, seed: 9)
    let before = try figure(graph, layout).layout
    let again = try figure(graph, layout, after: before).layout
    #expect(try #require(again.meanDisplacement(from: before)) < 3)
  }

  @Test func `seeded figures are deterministic too`() throws {
    let before = try figure(story(5, seed: 2), .dot).layout
    var options = DiagramOptions()
    options.previous = before
    let one = try renderer.figure(of: story(6, seed: 2), options: options)
    let two = try renderer.figure(of: story(6, seed: 2), options: options)
    #expect(one.svg == two.svg)
  }

  @Test func `a layout that keeps no places says so and draws all the same`() throws {
    let before = try figure(story(4, seed: 1), .dot).layout
    let after = try figure(story(5, seed: 1), .circo, after: before)
    #expect(after.codes.contains("RL5024"))
  }

  @Test(arguments: [
    "", "<svg/>", "no svg", "<svg data-layout=\"spiral\"/>",
    "<svg data-layout=\"dot\"><g data-entity=\"a\" data-center=\"1\"/></svg>",
    "<svg data-layout=\"dot\"><g data-entity=\"a\" data-center=\"nan,1e99\"/></svg>",
  ])
  func `what is no figure of Relata is refused`(text: String) throws {
    let error = try #require(throws: RelataError.self) { try PreviousLayout(svg: text) }
    #expect(error.code == "RL5025")
  }

  @Test func `figures without common entities have no displacement`() throws {
    let one = try figure(story(2, seed: 1), .dot).layout
    let other = try PreviousLayout(svg: "<svg data-layout=\"dot\"/>")
    #expect(one.meanDisplacement(from: other) == nil)
  }
}
