import Foundation
import Graphviz
import RelataCore
import RelataDiagram
import RelataGraph
import RelataTestSupport
import Testing

@Suite struct FigureTests {
  private let renderer = FigureRenderer(
    renderer: IsolatedRenderer(executable: BuiltExecutable.path("graphviz-render-child")))
  private let mara = DiagramOptions(focus: [EntityID("mara")])

  private func parsed(_ figure: Figure) throws -> SVGElement { try SVGElement(parsing: figure.svg) }

  private func ids(_ element: SVGElement) -> [String] {
    [element["id"]].compactMap { $0 } + element.elements.flatMap(ids)
  }

  // MARK: DOT

  @Test func `DOT is what it was`() throws {
    let dot = try renderer.dot(of: MadeUpGraph.graph)
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Snapshots/MadeUpGraph.dot")
    if ProcessInfo.processInfo.environment["RELATA_RECORD"] == "1" {
      try dot.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(file.lastPathComponent)")
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == dot)
  }

  @Test func `DOT names nodes and edges by number only`() throws {
    let options = DiagramOptions(focus: [EntityID("harbor")], nodeLimit: 4)
    let dot = try renderer.dot(of: MadeUpGraph.graph, options: options)
    #expect(dot.contains("\"n1\"") && dot.contains("+2 more"))
    #expect(!dot.contains("\"harbor\""))
    #expect(dot.contains("formerly") || dot.contains("hired"))
  }

  @Test func `labels are plain words with the claimant`() throws {
    let dot = try renderer.dot(of: MadeUpGraph.graph)
    for words in [
      "did not pay, says Osei", "formerly spoke for", "is not allied with", "plans to control",
      "might fund", "blamed", "criticised", "is a sibling of",
    ] {
      #expect(dot.contains(words), "\(words)")
    }
  }

  @Test func `two people of one surname are told apart`() throws {
    let claimant = MadeUpGraph.relation(
      "r50", "bank", "paid", "act", status: .claimed, says: [("tomas", "Tomás Velasquez")])
    let graph = KnowledgeGraph(
      entities: MadeUpGraph.entities, relations: MadeUpGraph.relations + [claimant])
    let dot = try renderer.dot(of: graph)
    #expect(dot.contains("Tomás Velasquez"))
    #expect(!dot.contains("says Velasquez"))
  }

  @Test func `a shortened claimant keeps its number`() throws {
    let claim = MadeUpGraph.relation(
      "r50", "bank", "paid", "act", status: .claimed,
      says: [(nil, "two former senior Transatlantic government officials with knowledge")])
    let graph = KnowledgeGraph(entities: MadeUpGraph.entities, relations: [claim])
    let dot = try renderer.dot(of: graph)
    #expect(dot.contains("say two former") && dot.contains("…"))
  }

  @Test func `long descriptions of claimants do not hide that there are others`() throws {
    let claim = MadeUpGraph.relation(
      "r50", "bank", "paid", "act", status: .claimed, sources: ["A", "B", "C"],
      says: [(nil, "two former officials with knowledge of it"), (nil, "Reuters"), (nil, "X")])
    let graph = KnowledgeGraph(entities: MadeUpGraph.entities, relations: [claim])
    let dot = try renderer.dot(of: graph)
    #expect(dot.contains("2 others"))
  }

  @Test func `a hub whose arrows all leave it stands in the middle with its arrows intact`() throws
  {
    func hub(_ leaves: Int) throws -> [Substring] {
      let entities = (0...leaves).map {
        MadeUpGraph.entity("n\($0 + 100)", "N\($0)", .organization)
      }
      let relations = (1...leaves).map {
        MadeUpGraph.relation("r\($0 + 100)", "n100", "owns", "n\($0 + 100)")
      }
      let graph = KnowledgeGraph(entities: entities, relations: relations)
      let dot = try renderer.dot(of: graph, options: DiagramOptions(focus: [EntityID("n100")]))
      return dot.split(separator: "\n").filter { $0.contains(" -> ") }
    }
    let few = try hub(10)
    #expect(few.allSatisfy { $0.contains("\"n1\" -> ") && !$0.contains("\"back\"") })
    let many = try hub(20)
    let turned = many.filter { $0.contains(" -> \"n1\"") }
    #expect(many.count == 20 && turned.count == 10)
    #expect(
      turned.allSatisfy { $0.contains("dir=\"back\"") && $0.contains("arrowtail=\"normal\"") })
  }

  // MARK: SVG

  @Test(arguments: DiagramLayout.allCases)
  func `every layout gives a well-formed figure with all entities and lines`(
    layout: DiagramLayout
  ) throws {
    var options = mara
    options.engine = layout
    let figure = try renderer.figure(of: MadeUpGraph.graph, options: options)
    let all = ids(try parsed(figure))
    #expect(all.filter { $0.hasPrefix(figure.id + "-n") }.count == 7)
    #expect(
      all.filter { $0.hasPrefix(figure.id + "-e") }.count == figure.selection.edges.count)
  }

  @Test func `the figure tells its content to those who cannot see it`() throws {
    let figure = try renderer.figure(of: MadeUpGraph.graph, options: mara)
    let svg = try parsed(figure)
    #expect(svg["role"] == "graphics-document document")
    #expect(svg["aria-roledescription"] == "relationship diagram")
    #expect(svg.elements.prefix(2).map(\.name) == ["title", "desc"])
    #expect(
      svg["aria-labelledby"]
        == svg.elements.prefix(2).compactMap { $0["id"] }.joined(separator: " "))
    #expect(figure.description.contains("7 entities, 12 relations"))
    #expect(figure.description.contains("Left out: 5 entities and 8 relations further away."))
    let names = svg.descendants(named: "g").compactMap { $0["aria-label"] }
    #expect(names.contains("Person: Mara Velasquez, minister of ports; 8 relations"))
    #expect(names.contains("Lena Brandt formerly spoke for Mara Velasquez"))
    #expect(names.contains("Harborline Logistics did not pay Mara Velasquez, says Kwame Osei"))
    let titles = svg.descendants(named: "title").map(\.text)
    #expect(
      titles.contains {
        $0.contains("“We never paid anyone,” said Kwame Osei. (The Daily Post, 2024-03-01)")
      })
    #expect(!titles.contains { $0.contains("->") })
  }

  @Test func `the legend holds what occurs and nothing else`() throws {
    let options = DiagramOptions(filter: RelationFilter(relations: ["hired"]))
    let figure = try renderer.figure(of: MadeUpGraph.graph, options: options)
    let legend = try #require(
      try parsed(figure).descendants(named: "g").first { $0["class"] == "legend" })
    let words = legend.descendants(named: "text").map(\.text)
    #expect(
      words == [
        "Entities", "person", "organization", "Lines", "stated by the source", "more sources",
        "Colors", "position and control",
      ])
    var bare = options
    bare.includesLegend = false
    let without = try renderer.figure(of: MadeUpGraph.graph, options: bare)
    #expect(!without.svg.contains("legend"))
    #expect(without.height < figure.height)
  }

  @Test func `it has a size for any column and no fixed one`() throws {
    let svg = try parsed(try renderer.figure(of: MadeUpGraph.graph))
    #expect(svg["width"] == nil && svg["height"] == nil)
    #expect(svg["style"]?.hasPrefix("width:100%;max-width:") == true)
    let box = (svg["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
    #expect(box.count == 4 && box[2] > 100 && box[3] > 100)
  }

  @Test func `a wide figure is turned upright`() throws {
    let figure = try renderer.figure(of: MadeUpGraph.graph)
    #expect(figure.width < 1_000)
    #expect(figure.dot.contains("\"TB\""))
  }

  @Test func `dark rules follow the theme`() throws {
    func svg(_ colors: ColorScheme) throws -> String {
      var options = mara
      options.colors = colors
      return try renderer.figure(of: MadeUpGraph.graph, options: options).svg
    }
    #expect(try svg(.automatic).contains("prefers-color-scheme:dark"))
    #expect(try !svg(.light).contains("#16181c"))
    #expect(try svg(.dark).contains("#16181c"))
    #expect(try !svg(.dark).contains("prefers-color-scheme"))
  }

  @Test func `lines link where they are told to, if that is safe`() throws {
    let figure = try renderer.figure(
      of: MadeUpGraph.graph,
      links: [
        AssertionID("r01"): "#ev-1", AssertionID("r02"): "javascript:alert(1)",
        AssertionID("r07"): "https://example.org/a?b=1&c=2", AssertionID("r08"): "data:text/html,x",
      ])
    let links = Set(try parsed(figure).descendants(named: "a").compactMap { $0["href"] })
    #expect(links == ["#ev-1", "https://example.org/a?b=1&c=2"])
  }

  @Test func `the same graph gives the same bytes`() throws {
    let shuffled = KnowledgeGraph(
      entities: MadeUpGraph.entities.reversed(), relations: MadeUpGraph.relations.reversed())
    let first = try renderer.figure(of: MadeUpGraph.graph, options: mara)
    let second = try renderer.figure(of: shuffled, options: mara)
    #expect(first.svg == second.svg && first.dot == second.dot && first.id == second.id)
  }

  @Test func `two figures of a page share no id`() throws {
    let one = try renderer.figure(of: MadeUpGraph.graph, options: mara)
    let two = try renderer.figure(
      of: MadeUpGraph.graph, options: DiagramOptions(focus: [EntityID("osei")]))
    let all = ids(try parsed(one)) + ids(try parsed(two))
    #expect(Set(all).count == all.count)
    #expect(all.allSatisfy { $0.hasPrefix(one.id) || $0.hasPrefix(two.id) })
  }

  @Test func `ids begin with a letter, as CSS wants`() throws {
    var options = mara
    options.title = "2024: who paid whom"
    let made = try renderer.figure(of: MadeUpGraph.graph, options: options)
    let given = try renderer.figure(of: MadeUpGraph.graph, options: mara, id: "7 Ships")
    #expect(made.id.hasPrefix("f-2024-who-paid-whom-"))
    #expect(given.id == "f-7-ships" && given.svg.contains("id=\"f-7-ships-n1\""))
  }

  @Test func `an empty graph still gives a figure`() throws {
    let figure = try renderer.figure(of: KnowledgeGraph(entities: [], relations: []))
    #expect(try parsed(figure).elements.contains { $0.name == "desc" })
    #expect(figure.description.contains("0 entities, 0 relations"))
  }

  // MARK: Nasty text

  static let nasty = [
    "<b>bold</b>", "a & b &amp; c", "\"quoted\" 'single'", "ends in \\", "\\N \\G \\l", "]]>",
    "-->",
    "<script>alert(1)</script>", "أحمد شاه مسعود", "\u{202E}evil", "null\u{0}byte", "line\nbreak",
    "",
    "{a|b}", "%s %d", "😀 👩‍👩‍👧", String(repeating: "x", count: 400), "<", "&", "\u{FFFE}", "  ",
    "n1 -> n2; }", "url(#x)", "javascript:alert(1)", "'); DROP TABLE",
  ]

  @Test(arguments: nasty)
  func `text from documents stays text`(text: String) throws {
    let entities = [
      Entity(id: EntityID("a"), name: text, type: .person, roles: [text]),
      Entity(id: EntityID("b"), name: "Plain Name", type: .event),
    ]
    let relation = MadeUpGraph.relation(
      "r1", "a", "other", "b", predicate: text, status: .claimed, sources: [text],
      says: [(nil, text)], quote: text.isEmpty ? "q" : text)
    let options = DiagramOptions(focus: [EntityID("a")], title: text)
    let graph = KnowledgeGraph(entities: entities, relations: [relation])
    let figure = try renderer.figure(of: graph, options: options)
    let svg = try parsed(figure)
    let known: Set = [
      "svg", "g", "title", "desc", "style", "rect", "path", "polygon", "polyline", "ellipse",
      "circle",
      "text", "a",
    ]
    func check(_ element: SVGElement) {
      #expect(known.contains(element.name))
      #expect(!element.attributes.contains { $0.name.hasPrefix("on") })
      element.elements.forEach(check)
    }
    check(svg)
    #expect(svg.descendants(named: "style").count == 1)
    #expect(!figure.svg.unicodeScalars.contains("\u{202E}"))
    let words = DisplayText.clean(text)
    if !words.isEmpty, words.count < 22 {
      let shown = svg.descendants(named: "text").map(\.text)
      #expect(shown.contains { $0.contains(words.split(separator: " ")[0]) }, "\(shown)")
      let names = svg.descendants(named: "g").compactMap { $0["aria-label"] }
      #expect(names.contains { $0.contains(words) })
    }
    _ = try renderer.image(of: graph, options: options, format: .png)
  }

  @Test func `pictures are what they claim to be`() throws {
    let png = try renderer.image(of: MadeUpGraph.graph, options: mara, format: .png)
    #expect(png.data.prefix(4).elementsEqual([0x89, 0x50, 0x4E, 0x47]))
    let pdf = try renderer.image(of: MadeUpGraph.graph, options: mara, format: .pdf)
    #expect(pdf.data.prefix(5).elementsEqual("%PDF-".utf8))
  }

  // MARK: Failures

  private struct Failing: GraphRenderer {
    func render(
      _ source: GraphSource, engine: LayoutEngine, format: OutputFormat, options: RenderOptions
    ) throws(GraphvizError) -> RenderResult {
      throw .timedOut(seconds: 3)
    }
  }

  private struct Lying: GraphRenderer {
    var text: String
    func render(
      _ source: GraphSource, engine: LayoutEngine, format: OutputFormat, options: RenderOptions
    ) throws(GraphvizError) -> RenderResult {
      RenderResult(data: Data(text.utf8), engineUsed: engine)
    }
  }

  @Test func `a layout that fails is told with what to do`() {
    let failing = FigureRenderer(renderer: Failing())
    #expect {
      try failing.figure(of: MadeUpGraph.graph)
    } throws: {
      let error = $0 as? RelataError
      return error?.code == "RL5020" && error?.message.contains("3 s") == true && error?.hint != nil
    }
  }

  @Test(arguments: [
    "", "<svg", "<html/>", "<svg viewBox=\"0 0 1 1\"/>", "<svg><g/></svg>",
    "<svg viewBox=\"0 0 nan 5\"><g/></svg>", "<svg viewBox=\"0 0 5 5\"><g></svg>",
  ])
  func `output that is no figure is refused`(text: String) {
    #expect(throws: RelataError.self) {
      try FigureRenderer(renderer: Lying(text: text)).figure(of: MadeUpGraph.graph)
    }
  }
}
