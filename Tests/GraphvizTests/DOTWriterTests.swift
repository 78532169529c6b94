import Testing

@testable import Graphviz

@Suite struct DOTWriterTests {
  @Test func writesEverythingQuotedAndSorted() throws {
    var graph = DOTGraph(
      name: "who runs what", attributes: [.rankdir: "LR", .bgcolor: "transparent"])
    graph.nodeDefaults = [.shape: "box"]
    graph.addNode("n1", [.penwidth: 1.5, .label: "Maria \"M\" López"])
    graph.addNode("node", [.fixedsize: true])
    graph.addEdge("n1", "node", [.weight: 2, .minlen: 1e-05])
    graph.edges[0].key = "e1"
    graph.subgraphs = [.cluster("a", attributes: [.label: "Spain"], nodes: ["n1"])]
    #expect(
      try graph.source() == #"""
        digraph "who runs what" {
          graph [bgcolor="transparent", rankdir="LR"];
          node [shape="box"];
          "n1" [label="Maria \"M\" López", penwidth="1.5"];
          "node" [fixedsize="true"];
          subgraph "cluster_a" {
            graph [label="Spain"];
            "n1";
          }
          "n1" -> "node" [key="e1", minlen="0", weight="2"];
        }

        """#)
  }

  @Test func equalGraphsGiveEqualBytesHoweverTheirAttributesWereSet() throws {
    var first = DOTAttributes()
    var second = DOTAttributes()
    let names: [DOTAttributeName] = [.color, .label, .shape, .style, .tooltip, .url, .width, .id]
    for name in names { first[name] = "#a1" }
    for name in names.reversed() { second[name] = "#a1" }
    #expect(try Fixtures.pair(first).source() == Fixtures.pair(second).source())
  }

  @Test func anEmptyGraphIsWritten() throws {
    #expect(try DOTGraph().source() == "digraph {\n}\n")
    #expect(try DOTGraph(isDirected: false, isStrict: true).source() == "strict graph {\n}\n")
  }

  @Test(arguments: ["%1", "a\\", "a\\\"b", "nul\0", "bell\u{7}", "\u{FFFE}"])
  func aNameThatDOTCannotWriteIsRefused(name: String) {
    #expect(throws: GraphvizError.self) { try DOTGraph(nodes: [DOTNode(id: name)]).source() }
    #expect(throws: GraphvizError.self) { try DOTGraph(name: name).source() }
    #expect(throws: GraphvizError.self) {
      try DOTGraph(subgraphs: [DOTSubgraph(name: name)]).source()
    }
  }

  @Test func referencesToNothingAreRefused() {
    #expect(throws: GraphvizError.invalidInput(reason: "node 'a' occurs twice")) {
      try DOTGraph(nodes: [DOTNode(id: "a"), DOTNode(id: "a")]).source()
    }
    #expect(throws: GraphvizError.self) {
      try DOTGraph(edges: [DOTEdge(tail: "a", head: "b")]).source()
    }
    #expect(throws: GraphvizError.self) {
      try DOTGraph(subgraphs: [.cluster("c", nodes: ["a"])]).source()
    }
  }

  @Test(
    arguments: [
      (.minlen, 100_000), (.minlen, "100000"), ("sides", .escaped("2000000000")), (.width, 1e9),
      (.peripheries, -1), (.label, .text(String(repeating: "\n", count: 50_000))),
    ] as [(DOTAttributeName, DOTValue)])
  func whatWouldCrashGraphvizIsRefused(name: DOTAttributeName, value: DOTValue) {
    #expect(throws: GraphvizError.self) { try Fixtures.pair([name: value]).source() }
    #expect(throws: GraphvizError.self) { _ = try BuiltGraph(Fixtures.pair([name: value])) }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func numbersThatAreNotFiniteAreRefused(number: Double) {
    #expect(throws: GraphvizError.self) { try Fixtures.pair([.width: .number(number)]).source() }
  }

  @Test(arguments: [
    (0.1, "0.1"), (1e-05, "0"), (1e20, "9223372036854775807"), (-2.0, "-2"), (3.25, "3.25"),
  ])
  func numbersAreWrittenWithoutExponent(number: Double, text: String) {
    #expect(number.plainDecimal == text)
  }

  @Test(arguments: [
    "javascript:alert(1)", "JAVASCRIPT:alert(1)", " javascript:x", "java\nscript:x",
    "data:text/html,x",
    "vbscript:x", "file:///etc/passwd", "//evil.example", "\\\\evil", "/\\evil", "", "  ",
    "javascript:\u{301}x",
    "x\u{0}y",
  ])
  func unsafeAddressesAreRefused(address: String) {
    #expect(DOTURL(address) == nil)
    #expect(throws: GraphvizError.self) { try Fixtures.pair([.url: .text(address)]).source() }
  }

  @Test(arguments: [
    ("https://example.org/a?b=1&c=2#d", "https://example.org/a?b=1&amp;c=2#d"),
    ("#ev-12", "#ev-12"),
    ("report.html", "report.html"), ("a b\"<>\\", "a%20b%22%3C%3E%5C"),
    ("mailto:x@example.org", "mailto:x@example.org"),
    ("/path:with:colons", "/path:with:colons"), ("HTTP://example.org", "HTTP://example.org"),
  ])
  func safeAddressesAreEncoded(address: String, encoded: String) {
    #expect(DOTURL(address)?.encoded == encoded)
  }

  @Test func aClusterDoesNotTakeOverTheTitleAndIdOfTheGraph() throws {
    var graph = Fixtures.pair()
    graph.attributes = [.label: "The title", .id: "figure", .fontsize: 9]
    graph.subgraphs = [.cluster("a", nodes: ["n1"], subgraphs: [.cluster("b", nodes: ["n1"])])]
    for svg in [
      try InProcessRenderer().render(graph).text,
      try InProcessRenderer().render(source: graph.source()).text,
    ] {
      let root = try SVGElement(parsing: svg)
      #expect(root.descendants(named: "text").filter { $0.text == "The title" }.count == 1)
      #expect(root.descendants(named: "g").filter { $0["id"] == "figure" }.count == 1)
    }
  }

  @Test func htmlLabelsAreBuiltFromTypedParts() throws {
    let label = HTMLLabel(
      table: HTMLTable(
        .border(0), .cellBorder(1),
        rows: [
          [HTMLCell(.bold("A & <B>"), .columnSpan(60_000), .background("#ff0000\" onclick=\"x"))],
          [],
          [HTMLCell("", .align(.left)), HTMLCell(table: HTMLTable(rows: [[HTMLCell("in")]]))],
        ]))
    #expect(
      label.markup
        == "<TABLE BORDER=\"0\" CELLBORDER=\"1\"><TR><TD COLSPAN=\"100\" BGCOLOR=\"#ff0000 onclickx\">"
        + "<B>A &amp; &lt;B&gt;</B></TD></TR><TR><TD ALIGN=\"LEFT\"></TD><TD><TABLE><TR><TD>in</TD></TR></TABLE>"
        + "</TD></TR></TABLE>")
    for label in [
      label, HTMLLabel(), HTMLLabel(""), HTMLLabel(.bold("")),
      HTMLLabel(table: HTMLTable(rows: [])),
    ] {
      let colored = HTMLLabel(
        uncheckedMarkup: label.markup.replacing("#ff0000 onclickx", with: "#ff0000"))
      #expect(throws: Never.self) {
        try InProcessRenderer().render(Fixtures.pair([.label: .html(colored)]))
      }
    }
  }

  @Test(arguments: ["<b>x</b", "a > b", "<<b>x</b>"])
  func markupWithUnbalancedBracketsIsRefused(markup: String) {
    #expect(throws: GraphvizError.self) {
      try Fixtures.pair([.label: .html(HTMLLabel(uncheckedMarkup: markup))]).source()
    }
  }
}
