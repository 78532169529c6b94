import Foundation
import Graphviz
import RelataCore
import RelataDiagram
import RelataGraph
import RelataReport
import RelataTestSupport
import Testing

@Suite struct HTMLReportTests {
  private func html(_ options: ReportOptions = ReportOptions()) throws -> String {
    try PortStory.writer.html(of: PortStory.graph, options: options).text
  }

  private func matches(_ pattern: Regex<(Substring, Substring)>, _ text: String) -> [String] {
    text.matches(of: pattern).map { String($0.1) }
  }

  @Test func `it is one file that fetches nothing`() throws {
    let report = try PortStory.writer.html(of: PortStory.graph)
    #expect(report.files.isEmpty)
    for tag in ["<link", "<img", "@import", "url(", "<iframe", "<object", "eval("] {
      #expect(!report.text.contains(tag), "\(tag)")
    }
    let addresses = matches(/(?:src|href)="([^"]*)"/, report.text)
    #expect(addresses.allSatisfy { $0.hasPrefix("#") })
  }

  /// The elements of a name in the text of a page, in order.
  private func contents(of element: String, in page: String) -> [String] {
    page.components(separatedBy: "<\(element)>").dropFirst().map {
      $0.components(separatedBy: "</\(element)>")[0]
    }
  }

  @Test func `the policy admits exactly the styles and scripts of the page`() throws {
    let page = try html(ReportOptions(figures: [DiagramOptions(), DiagramOptions(nodeLimit: 2)]))
    let policy = try #require(
      matches(/http-equiv="Content-Security-Policy" content="([^"]*)"/, page).first)
    #expect(policy.hasPrefix("default-src 'none'; ") && !policy.contains("unsafe"))
    func hashes(_ texts: [String]) -> Set<String> {
      Set(
        texts.map { text in
          let plain = text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
          return "'sha256-\(Data(SHA256.digest(of: plain.utf8)).base64EncodedString())'"
        })
    }
    func admitted(_ kind: String) -> Set<String> {
      let part = policy.components(separatedBy: "; ").first { $0.hasPrefix(kind) } ?? ""
      return Set(part.split(separator: " ").dropFirst().map(String.init))
    }
    let styles = contents(of: "style", in: page)
    let scripts = contents(of: "script", in: page)
    #expect(styles.count == 3 && scripts.count == 1)
    #expect(admitted("style-src") == hashes(styles))
    // The script is no XML, so nothing in it is escaped.
    #expect(
      admitted("script-src")
        == ["'sha256-\(Data(SHA256.digest(of: scripts[0].utf8)).base64EncodedString())'"])
    // What the policy would refuse is not there.
    #expect(page.firstMatch(of: /<[^>]*\s(?:style|on\w+)="/) == nil)
  }

  @Test func `every link of the page leads to an id, and ids are unique`() throws {
    let text = try html()
    let ids = matches(/\ id="([^"]*)"/, text)
    #expect(Set(ids).count == ids.count)
    let targets = Set(matches(/href="#([^"]*)"/, text))
    #expect(targets.isSubset(of: Set(ids)))
    #expect(targets.isSuperset(of: ["ev-1", "ev-2", "ev-3", "ev-4", "ev-5"]))
  }

  @Test func `quotes mark who, what and whom`() throws {
    let text = try html()
    #expect(
      text.contains(
        "<mark class=\"subject\">Harborline</mark> <mark class=\"trigger\">hired</mark> "
          + "<mark class=\"object\">Mara Velasquez</mark>."))
    #expect(
      text.contains(
        "<mark class=\"object\">Velasquez</mark> was <mark class=\"trigger\">hired</mark> by "
          + "<mark class=\"subject\">Harborline</mark>."))
  }

  @Test func `evidence names outlet, date, title, document and claimant`() throws {
    let text = try html()
    #expect(text.contains("The Daily Post, “Ports &amp; people”, 2024-03-05, sentence 3"))
    #expect(text.contains("<code>coast wire.txt</code>"))
    #expect(text.contains("claimed by <bdi>two officials (“said”)</bdi>"))
    #expect(text.contains("Harborline did not pay Mara Velasquez, say two officials"))
  }

  @Test func `the table holds every relation within reach, drawn or not`() throws {
    let options = ReportOptions(
      diagram: DiagramOptions(focus: [EntityID("harbor")], nodeLimit: 2))
    let text = try PortStory.writer.html(of: PortStory.graph, options: options).text
    #expect(text.contains("not drawn"))
    #expect(text.contains("<td dir=\"auto\">leads"))
    #expect(text.contains("did not pay"))
    #expect(!text.contains("sibling"))
  }

  @Test func `the method names version, model, inputs and hashes`() throws {
    let hash = String(repeating: "ab", count: 32)
    let provenance = ReportProvenance(
      version: "relata 9.9", model: "annotator 3", graph: "ports.relata",
      command: "relata report --top 3",
      inputs: [ReportInput(document: DocumentID("d1"), source: "Post", sha256: hash)])
    let text = try html(ReportOptions(provenance: provenance))
    for words in [
      "<dt>Made with</dt><dd>relata 9.9</dd>", "<dd>annotator 3</dd>", "<dd>ports.relata</dd>",
      "<code>relata report --top 3</code>", hash,
    ] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test func `the same graph gives the same bytes`() throws {
    let shuffled = KnowledgeGraph(
      entities: PortStory.entities.reversed(), relations: PortStory.relations.reversed())
    #expect(try html() == (try PortStory.writer.html(of: shuffled).text))
  }

  @Test(arguments: NastyText.all)
  func `text from documents stays text`(text: String) throws {
    let graph = NastyText.graph(text)
    let options = ReportOptions(
      title: text, provenance: ReportProvenance(version: text, model: text, graph: text))
    let page = try PortStory.writer.html(of: graph, options: options).text
    #expect(!page.contains("<b>") && !page.contains("<img"))
    #expect(page.components(separatedBy: "<script").count == 2)
    #expect(!page.unicodeScalars.contains("\u{202E}") && !page.unicodeScalars.contains("\u{0}"))
    let root = try body(of: page)
    #expect(root.elements.map(\.name) == ["main"])
    if !DisplayText.clean(text).isEmpty {
      #expect(root.text.contains(DisplayText.clean(text)))
    }
  }
}

extension HTMLReportTests {
  /// The body, which is XML but for the script.
  fileprivate func body(of page: String) throws -> SVGElement {
    let start = try #require(page.firstRange(of: "<body")).lowerBound
    let end = try #require(page.firstRange(of: "</html>")).lowerBound
    let script = try #require(page.firstRange(of: "<script>")).lowerBound
    let after = try #require(page.firstRange(of: "</script>")).upperBound
    return try SVGElement(parsing: String(page[start..<script]) + String(page[after..<end]))
  }

  @Test func `rows lead to the lines and ends that show them`() throws {
    let root = try body(of: try html())
    let rows = root.descendants(named: "tr").filter { $0["data-status"] != nil }
    #expect(rows.count == 4)
    let groups = root.descendants(named: "g")
    for row in rows {
      let cells = row.elements.map(\.text)
      let line = try #require(groups.first { $0["id"] == row["data-line"] })
      let sentence = try #require(line["aria-label"])
      #expect(sentence.contains("\(cells[0]) \(cells[1]) \(cells[2])"))
      let ends = (row["data-ends"] ?? "").split(separator: " ")
      let names = ends.map { end in groups.first { $0["id"] == String(end) }?["aria-label"] ?? "" }
      #expect(names.count == 2 && names[0].contains(cells[0]) && names[1].contains(cells[2]))
    }
  }

  @Test func `several figures share their evidence and clash in no id`() throws {
    let figures = ["harbor", "mara", "osei", "tomas"].map {
      DiagramOptions(focus: [EntityID($0)])
    }
    let page = try html(ReportOptions(figures: figures, title: "All four"))
    let ids = page.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    #expect(Set(page.matches(of: /href="#([^"]*)"/).map { String($0.1) }).isSubset(of: ids))
    #expect(ids.filter { $0.hasPrefix("ev-") }.count == 5)
    #expect(page.contains("<h1 dir=\"auto\">All four</h1>"))
    #expect(page.contains("2. Mara Velasquez: ties, and who says so</h2>"))
    let four = try html(ReportOptions(figures: figures, title: "All four", threads: 4))
    #expect(four == page)
  }

  @Test func `a figure that fails stops the report with its own error, whatever the threads`() {
    let figures = ["harbor", "nobody", "nothing"].map { DiagramOptions(focus: [EntityID($0)]) }
    for threads in [1, 3] {
      let error = #expect(throws: RelataError.self) {
        try PortStory.writer.html(
          of: PortStory.graph, options: ReportOptions(figures: figures, threads: threads))
      }
      #expect(error?.code == "RL5002" && error?.message.contains("'nobody'") == true)
    }
  }

  @Test func `fragments share a page`() throws {
    func fragment(_ focus: String, id: String? = nil) throws -> String {
      try PortStory.writer.fragment(
        of: PortStory.graph,
        options: ReportOptions(diagram: DiagramOptions(focus: [EntityID(focus)]), id: id)
      ).text
    }
    let parts = [
      try fragment("harbor"), try fragment("mara"), try fragment("mara", id: "again"),
    ]
    let page = parts.joined()
    let ids = page.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count && ids.count > 40)
    #expect(Set(page.matches(of: /href="#([^"]*)"/).map { String($0.1) }).isSubset(of: ids))
    #expect(!page.contains("<html") && !page.contains("<h1") && !page.contains("<main"))
    #expect(parts[2].contains("id=\"again-ev-1\""))
    #expect(try fragment("mara") == parts[1])
  }

  /// Names as a property: whatever they hold, a reader of the page reads it.
  @Test(arguments: 0..<6)
  func `every name comes back from the page as it was`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let alphabet: [Character] =
      Array("aB7 &<>\"'\\/`*_[](){}|~$#@!?.:;,=+-—\u{200D}é漢🙂👩‍👩‍👧أב")
      + ["\\N", "\\l"].flatMap { Array($0) }
    let names = (0..<12).map { index in
      // A number keeps them apart after cleaning.
      String((0..<18).map { _ in alphabet.randomElement(using: &generator) ?? "x" }) + "\(index)"
    }
    let entities = names.enumerated().map {
      Entity(id: EntityID("n\($0)"), name: $1, type: .person)
    }
    let relations = (1..<12).map { index in
      PortStory.relation(
        "r\(index)", "n0", "hired", "n\(index)",
        [
          PortStory.evidence(
            names[0] + " hired " + names[index], subject: names[0], trigger: " hired ",
            object: names[index], source: names[index])
        ])
    }
    let graph = KnowledgeGraph(entities: entities, relations: relations)
    let root = try body(of: try PortStory.writer.html(of: graph).text)
    let cells = root.descendants(named: "tr").compactMap { $0.elements.first?.text }
    let labels = root.descendants(named: "g").compactMap { $0["aria-label"] }
    for name in names.map(DisplayText.clean) {
      #expect(cells.contains(name), "\(name)")
      #expect(labels.contains { $0.hasPrefix("Person: \(name);") }, "\(name)")
    }
    let quotes = root.descendants(named: "blockquote").map { DisplayText.clean($0.text) }
    #expect(
      Set(quotes).isSuperset(
        of: names.dropFirst().map { DisplayText.clean(names[0] + " hired " + $0) }))
  }
}

enum NastyText {
  static let all = [
    "<b>bold</b>", "<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "a & b &amp; c",
    "\"double\" 'single'", "pipe | pipe \\| pipe", "back\\slash\\", "`code` ``two``",
    "*stars* _lines_",
    "[link](javascript:alert(1))", "![image](x)", "\u{202E}reversed", "nul\u{0}l", "line\r\nbreak",
    "أحمد شاه مسعود", "# head", "1. list", "- list", "</blockquote>", "-->", "<!--", "]]>",
    "$x$ ~~y~~",
    "", "https://example.org/?a=1&b=2", "\\N\\G\\l", "👩‍👩‍👧 emoji", "{{title}} {{#figures}}",
    "onload=x y='",
  ]

  /// One relation whose every text is the given one.
  static func graph(_ text: String) -> KnowledgeGraph {
    let entities = [
      Entity(id: EntityID("a"), name: text, type: .person, aliases: [text], roles: [text]),
      Entity(id: EntityID("b"), name: "Plain Name", type: .organization),
    ]
    let quote = text.isEmpty ? "quote" : text
    let record = EvidenceRecord(
      document: DocumentID(text), source: text, title: text, published: text, sentence: 0,
      span: Span(0, quote.unicodeScalars.count), quote: quote, subject: Span(0, 1),
      attribution: EvidenceAttribution(entity: nil, name: text, cue: text), time: text, place: text,
      confidence: 0.5, extractor: text)
    let relation = Relation(
      id: AssertionID("r"), subject: EntityID("a"), type: .other, object: EntityID("b"),
      predicate: text, polarity: .positive, status: .claimed, tense: .current, confidence: 0.5,
      evidence: [record])
    return KnowledgeGraph(entities: entities, relations: [relation])
  }
}
