import Foundation
import Graphviz
import RelataTestSupport
import Testing

/// The examples of the documentation, compiled and run as they stand there.
@Suite struct DocumentationTests {
  private let renderer: any GraphRenderer = InProcessRenderer()

  @Test func drawing() throws {
    var graph = DOTGraph(attributes: [.rankdir: "LR"])
    graph.addNode("n1", [.label: "Maria López"])
    graph.addNode("n2", [.label: "Acme & Sons <Holding>", .shape: "box"])
    graph.addEdge("n1", "n2", [.label: "runs", .penwidth: 1.5])
    let result = try renderer.render(graph, engine: .dot, format: .svg)
    print(result.text, result.warnings, result.fallbacks)
    let texts = try SVGElement(parsing: result.text).descendants(named: "text").map(\.text)
    #expect(texts == ["Maria López", "Acme & Sons <Holding>", "runs"])
  }

  @Test func reading() throws {
    let (graph, warnings) = try DOTGraph.read(
      "digraph { node [color=red]; a -> b [label=\"to b\"] }")
    print(graph.nodes.map(\.id), graph.nodes[0].attributes[.color] == .escaped("red"), warnings)
    let text = try graph.source()
    #expect(graph.nodes.count == 2 && text.contains("to b"))
  }

  @Test func positions() throws {
    var builder = GraphBuilder(attributes: [.rankdir: "LR"])
    let maria = builder.addNode([.label: "Maria López"])
    let acme = builder.addNode([.label: "Acme"])
    try builder.addEdge(from: maria, to: acme, [.label: "runs"])
    let geometry = try builder.build().layout(.dot).geometry()
    for node in geometry.nodes {
      print(node.id, node.center.x, node.center.y, node.width, node.height)
    }
    for edge in geometry.edges {
      // One point, then three for each cubic Bézier curve.
      print(edge.tail, edge.head, edge.splines.first?.count ?? 0, edge.labelCenter?.x ?? 0)
    }
    #expect(geometry.nodes.count == 2 && geometry.edges[0].splines[0].count % 3 == 1)
  }

  @Test func labels() throws {
    let label = HTMLLabel([
      .bold("Maria López"), .lineBreak, .font(color: "#5f5f5f", size: 9, "chief executive"),
    ])
    var graph = DOTGraph()
    graph.addNode("n1", [.label: .html(label), .shape: "ellipse"])
    #expect(try renderer.render(graph, engine: .dot, format: .svg).text.contains("chief executive"))
  }

  @Test func installed() throws {
    print(try Graphviz.availableEngines())
    print(try Graphviz.availableFormats())
    #expect(try Graphviz.availableFormats().contains("svg"))
  }

  @Test func theyAreTheOnesOfTheDocumentation() throws {
    let missing = try DocumentedExamples.missing(
      from: #filePath, article: "Graphviz/Documentation.docc/Graphviz.md", count: 5)
    #expect(missing.isEmpty)
  }
}
