import Foundation
import Testing

@testable import Graphviz

@Suite struct IsolatedRendererTests {
  private let renderer = Fixtures.renderer
  private let once = RenderOptions(allowsFallback: false)

  /// Not `fdp`, which promises less.
  @Test(arguments: [LayoutEngine.dot, .neato, .sfdp, .twopi, .circo])
  func everyRunGivesTheSameBytes(engine: LayoutEngine) throws {
    let graph = Fixtures.network(nodes: 30, edges: 45)
    let first = try renderer.render(graph, engine: engine).data
    #expect(try renderer.render(graph, engine: engine).data == first)
  }

  @Test(arguments: ["a -> b [minlen=100000]", "a [shape=polygon, sides=2000000000]"])
  func whatCrashesGraphvizIsAnError(statement: String) throws {
    let error = #expect(throws: GraphvizError.self) {
      try renderer.render(source: "digraph { \(statement) }", options: once)
    }
    switch error {
    case .crashed?, .outOfMemory?: break
    default: Issue.record("gave \(String(describing: error))")
    }
    #expect(try renderer.render(Fixtures.pair()).warnings.isEmpty)
  }

  @Test func theWayAChildEndsIsTold() throws {
    func error(script: String, timeout: Double = 20) throws -> GraphvizError? {
      let path = FileManager.default.temporaryDirectory.appendingPathComponent(
        "relata-\(UUID()).sh")
      defer { try? FileManager.default.removeItem(at: path) }
      let text = "#!/bin/sh\nprintf RGV1\n" + script + "\n"
      #expect(
        FileManager.default.createFile(
          atPath: path.path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o700]))
      var options = once
      options.timeout = timeout
      return #expect(throws: GraphvizError.self) {
        try IsolatedRenderer(executable: path.path).render(
          Fixtures.network(nodes: 200, edges: 300), options: options)
      }
    }
    #expect(try error(script: "kill -SEGV $$") == .crashed(signal: 11, message: ""))
    #expect(
      try error(script: "echo 'Error: lost node' >&2; kill -ABRT $$")
        == .crashed(signal: 6, message: "lost node"))
    #expect(try error(script: "kill -XCPU $$") == .timedOut(seconds: 20))
    #expect(try error(script: "echo 'out of memory' >&2; kill -ABRT $$") == .outOfMemory)
    #expect(
      try error(script: "echo 'Error: trouble in init_rank' >&2; exit 1")
        == .failed(stage: .layout, message: "trouble in init_rank"))
    #expect(try error(script: "exit 0") == .failed(stage: .layout, message: "it gave up"))
    #expect(try error(script: "exec sleep 60 >&- 2>&-", timeout: 1) == .timedOut(seconds: 1))
  }

  @Test func aLayoutThatHangsIsEnded() throws {
    let cell =
      "digraph { a [label=<<table><tr><td colspan=\"60000\" rowspan=\"60000\">x</td></tr></table>>] }"
    var options = once
    options.timeout = 0.7
    #expect(throws: GraphvizError.timedOut(seconds: 0.7)) {
      try renderer.render(source: cell, options: options)
    }
  }

  @Test func memoryIsLimited() throws {
    var options = once
    options.memory = 512 << 20
    // A picture of 30,000 by 30,000 pixels needs 3.6 GB.
    let source = "digraph { dpi=7200; a [width=4, height=4, shape=box, fixedsize=true] }"
    let result = Result {
      try renderer.render(source: source, format: "png:cairo:gd", options: options)
    }
    if case .success(let picture) = result { #expect(picture.data.count < 512 << 20) }
    #expect(try renderer.render(Fixtures.pair(), options: options).text.contains("<svg"))
  }

  @Test func largeInputAndLargeOutputDoNotBlockEachOther() throws {
    var graph = DOTGraph()
    for index in 0..<1_500 {
      graph.addNode(
        "n\(index)",
        [
          .label: "x", .tooltip: .text(String(repeating: "tooltip \(index) ", count: 100)),
          .url: "#a",
        ])
    }
    var options = once
    options.sanitizesSVG = false
    let result = try renderer.render(graph, engine: .osage, options: options)
    #expect(try graph.source().utf8.count > 1_000_000)
    #expect(result.data.count > 1_000_000)
    // Many messages besides.
    let noisy = "digraph { " + (0..<3_000).map { "n\($0) [shape=none\($0)];" }.joined() + "}"
    #expect(
      try renderer.render(source: noisy, engine: .osage, options: options).warnings.count == 3_000)
  }

  @Test func aLargeGraphFallsBackAndSaysSo() throws {
    let graph = Fixtures.network(nodes: 300, edges: 420)
    let result = try renderer.render(graph, engine: .dot)
    #expect(result.engineUsed == .dot)
    let tooLarge = GraphvizError.tooLarge(
      engine: "dot", nodes: 300, edges: 420, limit: .standard(for: .dot))
    #expect(
      result.fallbacks == [
        Fallback(
          from: "dot", to: "dot (mclimit=0.3 nslimit=2 nslimit1=2 splines=line)", reason: tooLarge)
      ])
    // The same when the size is only known after reading.
    let fromText = try renderer.render(source: graph.source(), engine: .dot)
    #expect(fromText.fallbacks == result.fallbacks)
    #expect(fromText.data == result.data)
    #expect(throws: tooLarge) { try renderer.render(graph, engine: .dot, options: once) }
  }

  @Test func fallingAllTheWayEndsInSfdpOrAnError() throws {
    let graph = Fixtures.network(nodes: 700, edges: 800)
    let result = try renderer.render(graph, engine: .dot)
    #expect(result.engineUsed == .sfdp)
    #expect(result.fallbacks.map(\.to).last == "sfdp (overlap=prism)")
    var huge = DOTGraph()
    for index in 0..<3_001 { huge.addNode("n\(index)") }
    let limit = SizeLimit.standard(for: .sfdp)
    #expect(throws: GraphvizError.tooLarge(engine: "sfdp", nodes: 3_001, edges: 0, limit: limit)) {
      try renderer.render(huge, engine: .dot)
    }
  }

  @Test func aSlowLayoutFallsBackToAFasterOne() throws {
    let cell = "<<table><tr><td colspan=\"60000\" rowspan=\"60000\">x</td></tr></table>>"
    var options = RenderOptions()
    options.timeout = 0.5
    // Every rung hangs here, so the last one's error comes through.
    #expect(throws: GraphvizError.timedOut(seconds: 0.5)) {
      try renderer.render(source: "graph { a [label=\(cell)] }", engine: .neato, options: options)
    }
  }

  @Test func syntaxErrorsArriveFromTheChild() throws {
    #expect(throws: GraphvizError.syntax(line: 2, near: "}")) {
      try renderer.render(source: "digraph { a ->\n }")
    }
    #expect(throws: GraphvizError.invalidInput(reason: "the DOT text is empty")) {
      try renderer.render(source: "")
    }
    let more = try renderer.render(source: "graph { a } graph { b }")
    #expect(more.warnings == ["there is more text after the first graph; it was ignored"])
  }

  @Test(arguments: ["/bin/true", "/bin/false", "/bin/cat", "/nonexistent", "/", "/etc/hostname"])
  func aProgramThatIsNoRenderChildIsReported(path: String) throws {
    let error = #expect(throws: GraphvizError.self) {
      try IsolatedRenderer(executable: path).render(Fixtures.network(nodes: 200, edges: 300))
    }
    guard case .childUnusable? = error else {
      Issue.record("\(path) gave \(String(describing: error))")
      return
    }
    #expect(error?.hint != nil)
  }

  @Test func cancellingTheTaskKillsTheChild() async throws {
    let cell =
      "digraph { a [label=<<table><tr><td colspan=\"60000\" rowspan=\"60000\">x</td></tr></table>>] }"
    let renderer = renderer
    let task = Task { try await renderer.render(.text(cell), options: RenderOptions(timeout: 60)) }
    try await Task.sleep(for: .milliseconds(300))
    task.cancel()
    let result = await task.result
    #expect(throws: GraphvizError.cancelled) { try result.get() }
  }

  @Test func manyChildrenAtOnceDoNotDisturbEachOther() async throws {
    let renderer = renderer
    let expected = try (0..<8).map {
      try renderer.render(Fixtures.network(nodes: 3 + $0, edges: 5)).data
    }
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for index in 0..<24 {
        group.addTask {
          let graph = Fixtures.network(nodes: 3 + index % 8, edges: 5)
          return try await renderer.render(.graph(graph)).data == expected[index % 8]
        }
      }
      for try await same in group { #expect(same) }
    }
  }

  @Test func theChildOpensNoImageFiles() throws {
    // A picture that could be read, so that only the refusal keeps it out.
    let image = FileManager.default.temporaryDirectory.appendingPathComponent(
      "relata-\(UUID()).png")
    try InProcessRenderer().render(Fixtures.pair(), format: .png).data.write(to: image)
    defer { try? FileManager.default.removeItem(at: image) }
    let result = try renderer.render(source: "digraph { a [image=\"\(image.path)\", label=\"\"] }")
    #expect(!result.text.contains("image"))
    #expect(result.warnings.contains { $0.contains("file loading is disabled") })
    let inLabel =
      "digraph { a [label=<<table><tr><td><img src=\"\(image.path)\"/></td></tr></table>>] }"
    #expect(throws: GraphvizError.self) { try renderer.render(source: inLabel) }
  }

  @Test func otherArgumentsAreNoConcernOfTheChild() {
    #expect(RenderChild.status(arguments: ["tool"]) == nil)
    #expect(RenderChild.status(arguments: ["tool", "render", RenderChild.argument]) == nil)
    #expect(RenderChild.status(arguments: []) == nil)
    #expect(RenderChild.status(arguments: ["tool", RenderChild.argument, "no JSON"]) == 64)
  }
}
