import RelataTestSupport
import Testing

@testable import Graphviz

@Suite struct TextEncodingTests {
  @Test(arguments: NastyText.all)
  func labelsAndTooltipsComeOutOfTheSVGAsTheyWentIn(text: String) throws {
    try expectSameText([text])
  }

  @Test func randomUnicodeComesOutOfTheSVGAsItWentIn() throws {
    var generator = SeededGenerator(seed: 20)
    let texts = (0..<200).map { _ in Self.randomText(&generator) }
    try expectSameText(texts)
  }

  @Test(arguments: NastyText.all)
  func theWayThroughTextGivesWhatTheWayThroughTheLibraryGives(text: String) throws {
    let graph = Fixtures.pair(
      [.label: .text(text), .tooltip: .text(text), "comment": .text(text)],
      edge: [.label: .text(text)])
    let built = try BuiltGraph(graph).value()
    let read = try DOTGraph.read(graph.source()).graph
    #expect(built == read)
  }

  @Test func longTextIsBrokenIntoLinesTheScannerAccepts() throws {
    for unit in ["x", "\\", "\"", "é", "👩‍👩‍👧‍👦", "&", "\\\""] {
      let text = String(repeating: unit, count: 20_000)
      let source = try Fixtures.pair([.tooltip: .text(text)]).source()
      #expect(source.split(separator: "\n").allSatisfy { $0.utf8.count < 16_000 })
      let stored = try DOTGraph.read(source).graph.nodes[0].attributes[.tooltip]
      #expect(stored == .escaped(DOTText.tooltip(text)))
    }
  }

  @Test func recordFieldsKeepTheirText() throws {
    let text = "a | b {c} <d> \\ & \"e\""
    let graph = Fixtures.pair([
      .shape: "record", .label: .escaped("{\(DOTText.recordField(text))|second}"),
    ])
    let svg = try SVGElement(parsing: InProcessRenderer().render(graph).text)
    let shown = svg.descendants(named: "text").map(\.text.replacingNoBreakSpaces)
    #expect(shown.contains(text))
  }

  @Test func htmlLabelsKeepTheirText() throws {
    for text in NastyText.all where !text.contains("\t") {
      let expected = DOTText.clean(text)
      let label = HTMLLabel(
        .bold(.text(text)), .lineBreak,
        .font(color: "#123456", size: 9, face: "Arial", .italic(.text(text))))
      let svg = try SVGElement(
        parsing: InProcessRenderer().render(Fixtures.pair([.label: .html(label)])).text)
      let node = try #require(svg.descendants(named: "g").first { $0["class"] == "node" })
      let shown = node.descendants(named: "text").map(\.text).joined()
      let both = (expected + expected).filter { $0 != "\n" }
      #expect(Self.collapsed(shown) == Self.collapsed(both), "\(text.debugDescription)")
    }
  }

  private static func collapsed(_ text: String) -> String {
    text.replacingNoBreakSpaces.filter { $0 != " " }
  }

  /// Draws texts as labels and tooltips of nodes, edges and clusters, and compares what the SVG says.
  private func expectSameText(_ texts: [String]) throws {
    var graph = DOTGraph()
    for (index, text) in texts.enumerated() {
      graph.addNode(
        "n\(index)", [.label: .text(text), .tooltip: .text(text), .id: "n\(index)", .url: "#x"])
      graph.addEdge(
        "n\(index)", "n\(index)",
        [
          .label: .text(text), .tooltip: .text(text), .labeltooltip: .text(text), .id: "e\(index)",
          .url: "#x",
        ])
      graph.subgraphs.append(
        .cluster(
          "\(index)",
          attributes: [.label: .text(text), .tooltip: .text(text), .id: "c\(index)", .url: "#x"],
          nodes: ["n\(index)"]))
    }
    let options = RenderOptions(limit: SizeLimit.none)
    let svg = try SVGElement(
      parsing: InProcessRenderer().render(graph, engine: .dot, format: .svg, options: options).text)
    let groups = Dictionary(
      svg.descendants(named: "g").compactMap { group in group["id"].map { ($0, group) } }
    ) {
      first, _ in first
    }
    for (index, text) in texts.enumerated() {
      let expected = DOTText.clean(text)
      for id in ["n\(index)", "e\(index)", "c\(index)"] {
        let group = try #require(groups[id])
        let lines = group.descendants(named: "text").map(\.text).joined(separator: "\n")
        #expect(
          lines.replacingNoBreakSpaces.isIdentical(
            to: Self.withoutEmptyLines(expected).replacingNoBreakSpaces),
          "label of \(id): \(text.debugDescription) became \(lines.debugDescription)")
        let tooltips = group.descendants(named: "a").compactMap { $0["xlink:title"] }
        #expect(!tooltips.isEmpty, "no tooltip of \(id): \(text.debugDescription)")
        for tooltip in tooltips {
          #expect(
            tooltip.replacingNoBreakSpaces.isIdentical(to: expected.replacingNoBreakSpaces),
            "tooltip of \(id): \(text.debugDescription) became \(tooltip.debugDescription)")
        }
      }
    }
  }

  /// Graphviz draws nothing for an empty line.
  private static func withoutEmptyLines(_ text: String) -> String {
    text.unicodeScalars.split(separator: "\n").map { String(String.UnicodeScalarView($0)) }
      .joined(separator: "\n")
  }

  /// Text of 1…20 scalars, half of them such as mean something to DOT, XML or Graphviz.
  private static func randomText(_ generator: inout SeededGenerator) -> String {
    let special: [Unicode.Scalar] = Array("\\\"&<>;#\nNlrnGx{}|%' =[]\r\t0".unicodeScalars)
    var text = String.UnicodeScalarView()
    // A letter first, so that the label is not empty.
    text.append("a")
    for _ in 0..<Int.random(in: 0...20, using: &generator) {
      if Bool.random(using: &generator) {
        text.append(special[Int.random(in: 0..<special.count, using: &generator)])
      } else if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &generator)) {
        text.append(scalar)
      }
    }
    return String(text)
  }
}
