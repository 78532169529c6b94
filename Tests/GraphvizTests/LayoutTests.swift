import Foundation
import Testing

@testable import Graphviz

@Suite struct LayoutTests {
  @Test func everyInstalledEngineDrawsSVG() throws {
    let engines = try Graphviz.availableEngines()
    #expect(Set(["dot", "neato", "fdp", "sfdp", "twopi", "circo"]).isSubset(of: engines))
    var graph = Fixtures.network(nodes: 12, edges: 15)
    // The engines named "nop" draw what already has positions.
    for index in graph.nodes.indices {
      graph.nodes[index].attributes["pos"] = .escaped("\(index * 50),\(index % 3 * 50)")
    }
    for engine in engines {
      for renderer in [InProcessRenderer() as any GraphRenderer, Fixtures.renderer] {
        let result = try renderer.render(
          graph, engine: LayoutEngine(rawValue: engine), format: .svg)
        let svg = try SVGElement(parsing: result.text)
        #expect(
          svg.descendants(named: "g").filter { $0["class"] == "node" }.count == 12, "\(engine)")
        #expect(result.engineUsed.rawValue == engine)
        #expect(result.fallbacks.isEmpty)
      }
    }
  }

  @Test(arguments: ["svg", "png", "pdf", "json", "plain", "dot", "xdot"] as [OutputFormat])
  func theUsualFormatsAreDrawn(format: OutputFormat) throws {
    let graph = Fixtures.network(nodes: 5, edges: 6)
    let starts: [OutputFormat: String] = [
      .svg: "<svg", .png: "\u{89}PNG", .pdf: "%PDF", .json: "{", .plain: "graph ", .dot: "digraph ",
      .xdot: "digraph ",
    ]
    for renderer in [InProcessRenderer() as any GraphRenderer, Fixtures.renderer] {
      let data = try renderer.render(graph, engine: .dot, format: format).data
      let start = try #require(starts[format]).unicodeScalars.map { UInt8($0.value) }
      #expect(data.starts(with: start))
    }
  }

  @Test func unknownEnginesAndFormatsNameWhatIsThere() throws {
    let graph = Fixtures.pair()
    for renderer in [InProcessRenderer() as any GraphRenderer, Fixtures.renderer] {
      let engines = try Graphviz.availableEngines()
      #expect(throws: GraphvizError.unknownEngine(name: "dott", available: engines)) {
        try renderer.render(graph, engine: "dott", format: .svg)
      }
      let formats = try Graphviz.availableFormats()
      #expect(throws: GraphvizError.unknownFormat(name: "sgv", available: formats)) {
        try renderer.render(graph, engine: .dot, format: "sgv")
      }
      #expect(formats.contains("svg") && !formats.contains("x11"))
    }
    let error = GraphvizError.unknownEngine(name: "dott", available: ["dot", "neato"])
    #expect(error.description == "unknown layout engine 'dott'")
    #expect(error.hint == "available engines: dot, neato")
  }

  @Test func theStatesOfADrawingLeadToASVGWithPositions() throws {
    var builder = GraphBuilder(attributes: [.rankdir: "LR"])
    let maria = builder.addNode([.label: "Maria López"])
    let acme = builder.addNode()
    try builder.set(.label, of: acme, to: "Acme")
    let first = try builder.addEdge(from: maria, to: acme, [.label: "runs"])
    let second = try builder.addEdge(from: maria, to: acme)
    try builder.addCluster(of: [acme], [.label: "Spain"])
    #expect(first.index == 0 && second.index == 1)
    let laidOut = try builder.build().layout(.dot)

    let geometry = try laidOut.geometry()
    #expect(geometry.nodes.map(\.id) == ["n0", "n1"])
    #expect(geometry.nodes[0].center.x < geometry.nodes[1].center.x)
    #expect(geometry.nodes.allSatisfy { $0.width >= 54 && $0.height >= 36 })
    #expect(geometry.edges.count == 2)
    for edge in geometry.edges {
      #expect(edge.tail == "n0" && edge.head == "n1")
      #expect(edge.splines.count == 1 && edge.splines[0].count % 3 == 1)
    }
    #expect(geometry.edges[0].labelCenter != nil && geometry.edges[1].labelCenter == nil)
    let cluster = try #require(geometry.clusters.first)
    let center = geometry.nodes[1].center
    #expect(
      cluster.frame.origin.x < center.x && center.x < cluster.frame.origin.x + cluster.frame.width)
    #expect(geometry.bounds.width > 100 && geometry.bounds.height > 30)

    let svg = String(decoding: try laidOut.render(.svg), as: UTF8.self)
    #expect(svg.contains("Maria López"))
    #expect(try laidOut.render(.plain).starts(with: Array("graph 1 ".utf8)))
  }

  @Test func anEdgeBetweenTwoGraphsIsRefused() throws {
    var one = GraphBuilder()
    var two = GraphBuilder()
    let inOne = one.addNode()
    let inTwo = two.addNode()
    let edge = try one.addEdge(from: inOne, to: inOne)
    let expected = GraphvizError.invalidInput(reason: "a node or edge of another graph was used")
    #expect(throws: expected) { try one.addEdge(from: inOne, to: inTwo) }
    #expect(throws: expected) { try one.addCluster(of: [inTwo]) }
    #expect(throws: expected) { try two.set(.label, of: inOne, to: "x") }
    #expect(throws: expected) { try two.set(.label, of: edge, to: "x") }
    #expect(one.edgeCount == 1 && two.edgeCount == 0)
  }

  @Test(arguments: [
    "<b>x<i></b></i>", "<table><tr><td>x</td></tr>", "<blink>x</blink>", "x &nosuch; y",
    "<table></table>",
  ])
  func aMalformedHTMLLabelIsAnError(markup: String) throws {
    let graph = Fixtures.pair([.label: .html(HTMLLabel(uncheckedMarkup: markup))])
    for renderer in [InProcessRenderer() as any GraphRenderer, Fixtures.renderer] {
      let error = #expect(throws: GraphvizError.self) { try renderer.render(graph) }
      guard case .htmlLabel(let message)? = error else {
        Issue.record("\(markup) gave \(String(describing: error))")
        continue
      }
      #expect(!message.isEmpty && !message.contains("\n"))
    }
    // The next drawing is not affected.
    #expect(try InProcessRenderer().render(Fixtures.pair()).warnings.isEmpty)
  }

  @Test func warningsAreReported() throws {
    let graph = Fixtures.pair([.shape: "nosuchshape"])
    for renderer in [InProcessRenderer() as any GraphRenderer, Fixtures.renderer] {
      let result = try renderer.render(graph)
      #expect(result.warnings == ["using box for unknown shape nosuchshape"])
    }
  }

  @Test func theLibrarysOwnWriterIsReachable() throws {
    let source = try BuiltGraph(Fixtures.pair([.label: "x"])).source()
    #expect(try DOTGraph.read(source).graph.nodes[0].attributes[.label] == .escaped("x"))
  }

  @Test(arguments: [LayoutEngine.dot, .neato])
  func repeatedLayoutInOneProcessGivesTheSameBytes(engine: LayoutEngine) throws {
    let graph = Fixtures.network(nodes: 20, edges: 30)
    let first = try InProcessRenderer().render(graph, engine: engine).data
    for _ in 0..<3 { #expect(try InProcessRenderer().render(graph, engine: engine).data == first) }
  }

  @Test func aThousandDrawingsFromFourThreadsAgree() async throws {
    func draw(_ worker: Int) throws -> Data {
      try BuiltGraph(Fixtures.network(nodes: 3 + worker, edges: 4)).layout(.dot).render(.svg)
    }
    let expected = try (0..<4).map(draw)
    await withTaskGroup(of: Int.self) { group in
      for worker in 0..<4 {
        group.addTask {
          (0..<250).count { _ in (try? draw(worker)) == expected[worker] }
        }
      }
      for await same in group { #expect(same == 250) }
    }
  }

  /// Runs in a process of its own: other tests of this one would be measured too.
  @Test func fiveHundredDrawingsDoNotPileUpMemory() async {
    await #expect(processExitsWith: .success) {
      let graph = Fixtures.network(nodes: 20, edges: 25)
      for _ in 0..<100 { _ = try BuiltGraph(graph).layout(.dot).render(.svg) }
      let before = LayoutTests.residentKilobytes
      for _ in 0..<500 { _ = try BuiltGraph(graph).layout(.dot).render(.svg) }
      // Graphviz leaks some 5 KB for each; graphs that are not freed would cost several times as much.
      try #require(LayoutTests.residentKilobytes - before < 500 * 12)
    }
  }

  /// Resident memory of this process; 0 where there is no /proc.
  private static var residentKilobytes: Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    return line.flatMap { $0.split(separator: " ").compactMap { Int($0) }.first } ?? 0
  }
}
