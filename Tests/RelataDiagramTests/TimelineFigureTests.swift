import Graphviz
import RelataCore
import RelataGraph
import Testing

@testable import RelataDiagram

/// The figure of what is known of one over time.
@Suite struct TimelineFigureTests {
  private static func figure(limit: Int = 40, colors: ColorScheme = .automatic) throws
    -> TimelineFigure
  {
    let graph = MadeUpGraph.graph
    let mara = try #require(graph.entity(EntityID("mara")))
    return TimelineFigure(
      of: mara, graph.timeline(of: mara.id), in: graph,
      style: .init(colors: colors, lineLimit: limit))
  }

  @Test func `it is one SVG with every line in words`() throws {
    let figure = try Self.figure()
    let svg = try SVGElement(parsing: figure.svg)
    #expect(svg.name == "svg" && svg["role"] == "graphics-document document")
    let texts = svg.descendants(named: "text").map(\.text)
    #expect(texts.contains("Mara Velasquez: what is known, and when"))
    #expect(texts.contains { $0.contains("Kwame Osei") })
    #expect(texts.contains { $0.hasPrefix("reported 2024-03-01") })
    #expect(texts.contains("2024-03"))
    #expect(!svg.descendants(named: "title").filter { $0.text.contains("“") }.isEmpty)
    for shape in svg.descendants(named: "rect") + svg.descendants(named: "circle") {
      for name in ["x", "cx"] {
        if let x = shape[name].flatMap(Double.init) { #expect((0...720).contains(x)) }
      }
    }
  }

  @Test func `equal entries give equal bytes, and few lines say what is left out`() throws {
    #expect(try Self.figure().svg == Self.figure().svg)
    let short = try Self.figure(limit: 2)
    #expect(short.leftOut.contains("with the least support"))
    #expect(short.svg.contains("Shown: 2 lines."))
    #expect(try Self.figure(colors: .light).svg.contains("prefers-color-scheme") == false)
  }

  @Test func `nobody's timeline says so`() throws {
    let graph = KnowledgeGraph(
      entities: [Entity(id: EntityID("a"), name: "A <b>", type: .person)], relations: [])
    let figure = TimelineFigure(of: graph.entities[0], [], in: graph)
    #expect(try SVGElement(parsing: figure.svg).text.contains("Nothing with a date."))
    #expect(!figure.svg.contains("<b>"))
  }

  @Test(arguments: [
    (0, 40, ["1970-01", "1970-02"]), (0, 3_650, ["1970", "1972", "1974", "1976", "1978"]),
  ])
  func `the axis has a few round marks`(first: Int, last: Int, labels: [String]) {
    let axis = TimelineAxis(first..<last)
    #expect(Array(axis.marks.map(\.label).prefix(labels.count)) == labels)
    #expect(axis.marks.count <= 11)
    #expect(axis.position(first) == 0 && axis.position(Int.max) == 1)
  }
}
