import Testing

@testable import Graphviz

@Suite struct GraphvizErrorTests {
  @Test(
    arguments: [
      (.syntax(line: 3, near: "}"), "DOT syntax error in line 3 near '}'"),
      (.syntax(line: nil, near: ""), "DOT syntax error in the input"),
      (.htmlLabel(message: "mismatched tag"), "malformed HTML-like label: mismatched tag"),
      (
        .tooLarge(engine: "dot", nodes: 300, edges: 9, limit: SizeLimit(nodes: 250, edges: 400)),
        "the graph is too large for dot: 300 nodes and 9 edges, limit 250 and 400"
      ),
      (.timedOut(seconds: 2.5), "layout did not finish within 2.5 s"),
      (.timedOut(seconds: 20), "layout did not finish within 20 s"),
      (.crashed(signal: 11, message: ""), "Graphviz crashed (signal 11)"),
      (.outOfMemory, "Graphviz ran out of memory"),
      (.failed(stage: .layout, message: "lost"), "layout failed: lost"),
    ] as [(GraphvizError, String)])
  func theDescriptionReadsWellAfterTheWordError(error: GraphvizError, text: String) {
    #expect(error.description == text)
    #expect("\(error)" == text)
  }

  @Test(
    arguments: [
      .syntax(line: 1, near: "x"), .htmlLabel(message: "x"), .timedOut(seconds: 1), .outOfMemory,
      .crashed(signal: 6, message: ""), .pluginMissing(hint: Graphviz.installationHint),
      .childUnusable(reason: "x"), .unsafeOutput(reason: "x"),
      .tooLarge(engine: "dot", nodes: 1, edges: 1, limit: .none),
    ] as [GraphvizError])
  func whatTheUserCanMendHasAHint(error: GraphvizError) throws {
    #expect(try #require(error.hint).count > 20)
  }

  @Test func messagesOfGraphvizAreToldApartFromThoseOfOtherLibraries() {
    let text = """
      Fontconfig error: no fonts
      Error: mismatched tag in line 1
      ... <i></b> ...
      in label of node a
      Warning: using box for unknown shape x
      (process:12): Pango-WARNING **: no font
      and its second line
      Error: last
      """
    #expect(
      RenderOutcome.messages(in: text) == [
        "mismatched tag in line 1\n... <i></b> ...\nin label of node a",
        "using box for unknown shape x", "last",
      ])
    #expect(RenderOutcome.messages(in: "").isEmpty)
  }

  @Test func messagesAreClassifiedByWhatTheySay() {
    #expect(
      GraphvizError.classify(
        stage: .layout, messages: ["mismatched tag in line 1\nin label of node a"])
        == .htmlLabel(message: "mismatched tag in line 1 in label of node a"))
    #expect(
      GraphvizError.classify(
        stage: .reading, messages: ["x", "<stdin>: syntax error in line 12 near 'a'b'\n"])
        == .syntax(line: 12, near: "a'b"))
    #expect(GraphvizError.classify(stage: .layout, messages: ["out of memory"]) == .outOfMemory)
    #expect(
      GraphvizError.classify(stage: .rendering, messages: [])
        == .failed(stage: .rendering, message: ""))
  }

  @Test func theLadderEndsWhereItShould() throws {
    let names = { (engine: LayoutEngine, options: RenderOptions) in
      FallbackLadder(from: engine, options: options).rungs.map(\.engine)
    }
    #expect(names(.dot, RenderOptions()) == [.dot, .dot, .sfdp])
    #expect(names(.fdp, RenderOptions()) == [.fdp, .sfdp])
    #expect(names(.sfdp, RenderOptions()) == [.sfdp])
    #expect(names(.dot, RenderOptions(allowsFallback: false)) == [.dot])

    // What no cheaper layout would mend is not tried again, and a missing engine hides no error.
    var attempts = 0
    let ladder = FallbackLadder(from: .dot, options: RenderOptions())
    #expect(throws: GraphvizError.htmlLabel(message: "x")) {
      try ladder.climbDown { _ throws(GraphvizError) in
        attempts += 1
        throw .htmlLabel(message: "x")
      }
    }
    #expect(attempts == 1)
    #expect(throws: GraphvizError.timedOut(seconds: 1)) {
      try ladder.climbDown { rung throws(GraphvizError) in
        throw rung.engine == .dot
          ? .timedOut(seconds: 1) : .unknownEngine(name: "sfdp", available: [])
      }
    }
  }
}
