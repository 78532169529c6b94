import Graphviz
import Testing

@Suite struct InterleavedLayoutTests {
  private static func graph(_ color: String, shape: String) -> DOTGraph {
    var graph = DOTGraph()
    graph.addNode("n1", [.label: "one", .shape: .text(shape), .color: .text(color)])
    graph.addNode("n2", [.label: "two", .penwidth: 3])
    graph.addEdge("n1", "n2", [.label: .text(color)])
    return graph
  }

  /// Layout leaves attribute symbols in globals of the library.
  @Test func aGraphLaidOutBeforeAnotherIsStillDrawnWithItsOwnAttributes() throws {
    let first = try BuiltGraph(Self.graph("red", shape: "box")).layout(.dot)
    let alone = try first.render(.svg)
    var plain = DOTGraph()
    plain.addNode("n1")
    plain.addEdge("n1", "n1")
    let second = try BuiltGraph(plain).layout(.dot)
    #expect(try first.render(.svg) == alone)
    _ = try second.render(.svg)
    #expect(try first.render(.svg) == alone)
  }

  @Test func aGraphOutlivesOneLaidOutAfterIt() throws {
    let first = try BuiltGraph(Self.graph("blue", shape: "ellipse")).layout(.dot)
    let alone = try first.render(.svg)
    do {
      let other = try BuiltGraph(Self.graph("green", shape: "hexagon")).layout(.dot)
      _ = try other.render(.svg)
    }
    #expect(try first.render(.svg) == alone)
  }
}
