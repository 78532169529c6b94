import RelataTestSupport
import Testing

@testable import Graphviz

@Suite struct DOTReadingTests {
  @Test func readsNodesEdgesAndDefaultsAsEffectiveValues() throws {
    let (graph, warnings) = try DOTGraph.read(
      """
      strict digraph "G 1" {
        rankdir=LR; node [color=red]; edge [style=dashed]
        a; a:n -> b [label="x", key=k];
        subgraph cluster_c { label="in C"; node [color=blue]; c; subgraph inner { d } }
        e [label=<<b>bold</b>>]; f [label=""];
      }
      """)
    #expect(warnings.isEmpty)
    #expect(graph.name == "G 1")
    #expect(graph.isDirected && graph.isStrict)
    #expect(graph.attributes == [.rankdir: .escaped("LR")])
    #expect(graph.nodes.map(\.id) == ["a", "b", "c", "d", "e", "f"])
    #expect(
      graph.nodes.map { $0.attributes[.color] }
        == ["red", "red", "blue", "blue", "red", "red"].map(DOTValue.escaped))
    #expect(graph.nodes[0].attributes[.label] == nil)
    #expect(graph.nodes[4].attributes[.label] == .html(HTMLLabel(uncheckedMarkup: "<b>bold</b>")))
    #expect(graph.nodes[5].attributes[.label] == .escaped(""))
    #expect(
      graph.edges == [
        DOTEdge(
          tail: "a", head: "b", key: "k",
          attributes: [
            .label: .escaped("x"), .style: .escaped("dashed"), "tailport": .escaped("n"),
          ])
      ])
    #expect(graph.subgraphs.map(\.name) == ["cluster_c"])
    #expect(graph.subgraphs[0].nodes == ["c"])
    #expect(graph.subgraphs[0].subgraphs[0].nodes == ["d"])
    #expect(graph.subgraphs[0].attributes[.label] == .escaped("in C"))
  }

  @Test func subgraphsKeepTheirOrderWhateverIsReadBefore() throws {
    // The library orders them by the addresses of their names, which names read earlier decide.
    var generator = SeededGenerator(seed: 11)
    for round in 0..<40 {
      let names = (0..<6).map { "cluster_\($0)" }.shuffled(using: &generator)
      let other = names.shuffled(using: &generator).map { "subgraph \($0)_\(round) { z\($0) }" }
      _ = try DOTGraph.read("graph { \(other.joined(separator: " ")) }")
      let text = names.map { "subgraph \($0) { n_\($0) }" }.joined(separator: " ")
      #expect(try DOTGraph.read("graph { \(text) }").graph.subgraphs.map(\.name) == names)
    }
  }

  @Test func keepsTheOrderOfEdges() throws {
    let graph = try DOTGraph.read("digraph { b -> a; c -> a; a -> b; b -> c; a -> c }").graph
    #expect(graph.edges.map { $0.tail + $0.head } == ["ba", "ca", "ab", "bc", "ac"])
  }

  @Test(arguments: [
    "graph { a -- b -- c [color=red] }", "digraph { {rank=same a b} a -> b -> a; a -> a }",
    "digraph \"\" { \"\" -> \"x y\" [label=\"\\\\N\"] }",
    "graph { node [label=\"\"]; a; b [label=\"\\N\"] }",
    "digraph { label=T; color=red; subgraph cluster_a { x; subgraph cluster_b { label=U; color=\"\"; y } } }",
    "digraph { a [label=\"<b>not html</b>\", tooltip=\"a\\\\\"]; b [label=<<i>x &amp; y</i>>] }",
    "strict graph { a -- b; b -- a [w=1]; a:p:n -- b:s }",
    "digraph { a -> b [key=x]; a -> b [key=y]; a -> b }",
    "digraph { subgraph { a } subgraph { b } -> c }",
    "digraph { \"ключ\" -> \"鍵\" [\"odd name\"=1, graph_x=2] }",
  ])
  func readingWhatWasWrittenGivesTheSameGraph(source: String) throws {
    let once = try DOTGraph.read(source).graph
    let twice = try DOTGraph.read(once.source()).graph
    #expect(once == twice)
    #expect(try BuiltGraph(once).value() == once)
  }

  @Test func randomGraphsSurviveWritingAndReading() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<40 {
      let graph = Self.randomGraph(&generator)
      let once = try DOTGraph.read(graph.source()).graph
      #expect(once.nodes.map(\.id) == graph.nodes.map(\.id))
      #expect(once.edges.map(\.tail) == graph.edges.map(\.tail))
      #expect(once.edges.map(\.head) == graph.edges.map(\.head))
      #expect(try DOTGraph.read(once.source()).graph == once)
      let built = try BuiltGraph(graph).value()
      #expect(built.attributes == once.attributes)
      #expect(built.nodes == once.nodes)
      #expect(built.edges == once.edges)
      #expect(built.subgraphs == once.subgraphs)
    }
  }

  @Test func aSyntaxErrorTellsLineAndPlace() {
    #expect(throws: GraphvizError.syntax(line: 3, near: "}")) {
      try DOTGraph.read("digraph {\n a ->\n }")
    }
    for source in [
      "digraph { a [label=\"x", "digraph { a [label=<x", "digraph { /* a ", "nonsense", "digraph {",
      "{",
    ] {
      let error = #expect(throws: GraphvizError.self) { try DOTGraph.read(source) }
      guard case .syntax(let line?, _)? = error else {
        Issue.record("\(source) gave \(String(describing: error))")
        continue
      }
      #expect(line == 1)
    }
  }

  @Test(arguments: ["", "  \n", "digraph { a\0b }"])
  func emptyTextAndNULAreRefused(source: String) {
    let error = #expect(throws: GraphvizError.self) { try DOTGraph.read(source) }
    guard case .invalidInput? = error else {
      Issue.record("\(source.debugDescription) gave \(String(describing: error))")
      return
    }
  }

  @Test func bytesThatAreNotUTF8AreRefused() throws {
    #expect(throws: GraphvizError.self) {
      try DOTGraph.read(utf8: Array("digraph { a".utf8) + [0xE9] + Array(" }".utf8))
    }
    let marked = try DOTGraph.read(utf8: [0xEF, 0xBB, 0xBF] + Array("digraph { é }".utf8))
    #expect(marked.graph.nodes.map(\.id) == ["é"])
  }

  @Test func aSecondGraphIsReportedAndDoesNotLeakIntoTheNextRead() throws {
    for rest in [
      "digraph b { y }", "garbage here", "digraph { a -> }", "}", "graph b { x } graph c { z }",
      "\"open",
    ] {
      let (graph, warnings) = try DOTGraph.read("digraph a { x }\n" + rest)
      #expect(graph.nodes.map(\.id) == ["x"])
      #expect(warnings == ["there is more text after the first graph; it was ignored"])
      let next = try DOTGraph.read("digraph c { q }")
      #expect(next.graph.name == "c")
      #expect(next.warnings.isEmpty)
    }
    #expect(try DOTGraph.read("digraph a { x }\n// a comment\n").warnings.isEmpty)
  }

  @Test func anErrorDoesNotStickToTheNextRead() throws {
    for source in [
      "digraph { a [", "digraph -- {c}; a]b", "strict x { a -- b [l\"a=<<b x</b>>]; }", "{ \"x",
    ] {
      #expect(throws: GraphvizError.self) { try DOTGraph.read(source) }
      #expect(try DOTGraph.read("digraph { a }").graph.nodes.map(\.id) == ["a"])
    }
  }

  @Test func damagedTextIsReadOrRefusedAndLeavesNoTrace() throws {
    let source =
      "digraph \"G\" { rankdir=LR; a:p:n -> b [label=<<b>x</b>>,key=1]; /* x */ subgraph c { d e } // y\n# z\n }"
    var generator = SeededGenerator(seed: 3)
    let marks = Array("{}[]<>\"\\;:=,-/*#\n@%".utf8)
    for _ in 0..<2_000 {
      var bytes = Array(source.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        let mark = marks[Int.random(in: 0..<marks.count, using: &generator)]
        switch Int.random(in: 0...2, using: &generator) {
        case 0: bytes[index] = mark
        case 1: bytes.insert(mark, at: index)
        default: bytes.removeSubrange(index..<min(index + 5, bytes.count - 1))
        }
      }
      if let graph = try? DOTGraph.read(utf8: bytes).graph, let written = try? graph.source() {
        #expect(try DOTGraph.read(written).graph == graph)
      }
      #expect(try DOTGraph.read("digraph next { q }").graph.name == "next")
    }
  }

  private static func randomGraph(_ generator: inout SeededGenerator) -> DOTGraph {
    var graph = DOTGraph(isDirected: .random(using: &generator))
    let count = Int.random(in: 1...8, using: &generator)
    let text = { (generator: inout SeededGenerator) in
      NastyText.all[Int.random(in: 0..<NastyText.all.count, using: &generator)]
    }
    for index in 0..<count { graph.addNode("n\(index)", [.label: .text(text(&generator))]) }
    for _ in 0..<Int.random(in: 0...12, using: &generator) {
      let tail = Int.random(in: 0..<count, using: &generator)
      let head = Int.random(in: 0..<count, using: &generator)
      graph.addEdge("n\(tail)", "n\(head)", [.tooltip: .text(text(&generator))])
    }
    graph.attributes = [.label: .text(text(&generator)), .fontsize: 9]
    let members = (0..<count).filter { _ in Bool.random(using: &generator) }.map { "n\($0)" }
    graph.subgraphs = [
      .cluster(
        "a", attributes: [.color: "red"], nodes: members, subgraphs: [DOTSubgraph(nodes: ["n0"])])
    ]
    return graph
  }
}
