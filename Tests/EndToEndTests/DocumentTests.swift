import Foundation
import RelataCore
import Testing

/// Reports and figures in documents, with the built program and the programs that people use it with.
@Suite(.serialized) struct DocumentTests {
  private static func has(_ program: String) -> Bool {
    ((try? Tool.shell("command -v \(program)", in: "/"))?.status ?? 1) == 0
  }

  /// A folder with a small graph.
  private func place() throws -> Workplace {
    let place = try Workplace()
    try place.write("a.txt", Articles.first)
    let built = try Tool.run("build", "a.txt", in: place)
    try #require(built.status == 0, "\(built.err)")
    return place
  }

  private func filter(in place: Workplace) throws {
    try FileManager.default.createSymbolicLink(
      atPath: place.path + "/relata-pandoc", withDestinationPath: Tool.path)
  }

  private static let story = """
    # A story

    ```relata
    focus: Ahmad Massoud
    caption: Who works for whom
    ```

    ```{.relata #fig-two focus="Robert Stryk" table=yes}
    ```

    ```relata
    focus: Nobody At All
    ```

    The end.

    """

  @Test func reportsAreTheSameForEveryNumberOfThreads() throws {
    let place = try place()
    var pages: Set<String> = []
    for threads in ["1", "2", "7"] {
      let run = try Tool.run("report", "--top", "3", "--threads", threads, in: place)
      #expect(run.status == 0, "\(run.err)")
      pages.insert(run.text)
    }
    #expect(pages.count == 1)
    let page = try #require(pages.first)
    #expect(page.components(separatedBy: "<svg").count == 4)
    #expect(page.contains("<code>relata report --top 3</code>"))
  }

  @Test func theCommandInAReportNamesNoFolder() throws {
    let place = try place()
    let run = try Tool.run(
      "report", "--graph", place.path + "/graph.relata", "--focus", "Ahmad Massoud", "--quiet",
      "--output", place.path + "/r.html", in: place)
    #expect(run.status == 0, "\(run.err)")
    let page = try place.text("r.html")
    #expect(
      page.contains(
        "relata report --graph graph.relata --focus &#39;Ahmad Massoud&#39; --output r.html"))
    #expect(!page.contains(place.path))
    let hidden = try Tool.run("report", "--redact", "Ahmad Massoud", in: place)
    #expect(hidden.status == 0 && !hidden.text.contains("Massoud"))
    #expect(!hidden.text.contains("<dt>Command</dt>"))
  }

  @Test func aTemplateOfOnesOwn() throws {
    let place = try place()
    let shipped = try Tool.run("report", "--print-template", "md", in: place)
    #expect(shipped.status == 0 && shipped.text.hasPrefix("{{! The shipped template"))
    try place.write("mine.md", shipped.text)
    let plain = try Tool.run("report", "--format", "md", in: place)
    let mine = try Tool.run("report", "--format", "md", "--template", "mine.md", in: place)
    #expect(mine.text.replacing(" --template mine.md", with: "") == plain.text)
    try place.write("own.html", "<p>{{title}}</p>\n<p>{{tilte}}</p>\n")
    let wrong = try Tool.run("report", "--template", "own.html", in: place)
    #expect(wrong.status == 65 && wrong.out.isEmpty)
    #expect(wrong.err.contains("own.html:2:4: unknown placeholder 'tilte' [RL6101]"))
    #expect(wrong.err.contains("did you mean 'title'?"))
    let missing = try Tool.run("report", "--template", "none.html", in: place)
    #expect(missing.status == 66)
  }

  @Test(arguments: [
    "report --each", "report --top 0", "report --top 3 --focus x", "report --id 'A B'",
    "report --id 1a", "report --threads 0", "report --format docx",
  ])
  func wrongUseIsRefused(line: String) throws {
    let place = try Workplace()
    let run = try Tool.shell("relata " + line, in: place.path)
    #expect(run.status == 64, "\(run.err)")
  }

  @Test func inlineFiguresAreKeptCurrent() throws {
    let place = try place()
    try place.write("n.md", "A\n\n```relata\nfocus: Ahmad Massoud\ntable: yes\n```\n\nB\n")
    #expect(try Tool.run("embed", "n.md", "--form", "inline", in: place).status == 0)
    let once = try place.text("n.md")
    #expect(once.contains("\n<figure class=\"relata\"") && once.hasSuffix("\nB\n"))
    #expect(try Tool.run("embed", "n.md", "--form", "inline", "--check", in: place).status == 0)
    #expect(!place.exists("n-ahmad-massoud.svg"))
    // And back.
    #expect(try Tool.run("embed", "n.md", in: place).status == 0)
    #expect(try !place.text("n.md").contains("<figure"))
  }

  @Test(.enabled(if: has("pandoc")))
  func pandocWritesPagesAndWordProcessorFiles() throws {
    let place = try place()
    try filter(in: place)
    try place.write("story.md", Self.story)
    let html = try Tool.shell(
      "pandoc --filter ./relata-pandoc story.md -s -o story.html", in: place.path)
    #expect(
      html.status == 0 && html.err.contains("fence 3: the graph has no entity"), "\(html.err)")
    let page = try place.text("story.html")
    #expect(page.components(separatedBy: "<figure class=\"relata\"").count == 3)
    #expect(
      page.contains("id=\"fig-two\"")
        && page.contains("<figcaption dir=\"auto\">Who works for whom"))
    #expect(page.contains("relata-error") && page.contains("<p>The end.</p>"))
    #expect(page.contains("focus: Nobody At All"))
    let docx = try Tool.shell(
      "pandoc --filter ./relata-pandoc story.md -o story.docx && pandoc story.docx -t markdown",
      in: place.path)
    #expect(docx.status == 0, "\(docx.err)")
    #expect(docx.text.components(separatedBy: "![").count == 3)
    #expect(docx.text.contains("Who works for whom"))
    let strict = try Tool.shell(
      "pandoc story.md -t json | relata pandoc html --strict", in: place.path)
    #expect(strict.status == 65 && strict.out.isEmpty)
    #expect(try Tool.shell("echo nothing | relata pandoc", in: place.path).status == 65)
  }

  @Test(.enabled(if: has("pandoc") && has("weasyprint")))
  func pandocWritesPDF() throws {
    let place = try place()
    try filter(in: place)
    try place.write("story.md", Self.story)
    let run = try Tool.shell(
      "pandoc --filter ./relata-pandoc story.md -s -t html --pdf-engine=weasyprint -o story.pdf",
      in: place.path)
    #expect(run.status == 0, "\(run.err)")
    let pdf = try Data(contentsOf: URL(fileURLWithPath: place.path + "/story.pdf"))
    #expect(pdf.starts(with: Data("%PDF".utf8)) && pdf.count > 10_000)
  }

  /// What the escaping is for: that a reader of Markdown reads the text as it was.
  @Test(.enabled(if: has("pandoc")))
  func readersOfMarkdownReadNamesAsTheyAre() throws {
    let place = try Workplace()
    let names = [
      #"O\N\l\\ Back"#, "*Star* _Line_", "a | b || c", "<b>Bold</b> &amp; & co", "[x](y) ![z](w)",
      "`code` ``two``", "1. One", "# Head", "$x$ ~~y~~ ^z^", "“Q” 'q' !", "https://a.example",
      "👩‍👩‍👧 é漢", "{{title}}", "@cite -- dash...", "أحمد",
    ]
    // As an extraction, so that no reader of text stands between.
    let lines = try names.enumerated().map { try Self.extraction("d\($0)", name: $1) }
    try place.write("x.jsonl", lines.joined(separator: "\n") + "\n")
    let built = try Tool.shell("relata build x.jsonl", in: place.path)
    try #require(built.status == 0, "\(built.err)")
    let run = try Tool.shell(
      "relata report --format md | pandoc -f gfm -t json", in: place.path)
    #expect(run.status == 0, "\(run.err)")
    let plain = Self.words(try JSONSerialization.jsonObject(with: run.out))
    for name in names { #expect(plain.contains(name), "\(name)") }
  }

  /// A line as `relata extract` writes it: somebody met Plain Person.
  private static func extraction(_ id: String, name: String) throws -> String {
    let text = "\(name) met Plain Person."
    let end = name.unicodeScalars.count
    func span(_ start: Int, _ end: Int) -> [String: Int] { ["start": start, "end": end] }
    func mention(_ id: String, _ entity: String, _ start: Int, _ end: Int) -> [String: Any] {
      [
        "id": id, "start": start, "end": end, "type": "PERSON", "kind": "name", "entity": entity,
        "score": 0.9,
      ]
    }
    func entity(_ id: String, _ name: String) -> [String: Any] {
      ["id": id, "name": name, "type": "PERSON", "aliases": [String](), "roles": [String]()]
    }
    let evidence: [String: Any] = [
      "sentence": 0, "start": 0, "end": end + 18, "subject": span(0, end),
      "object": span(end + 5, end + 17), "trigger": span(end + 1, end + 4),
    ]
    let assertion: [String: Any] = [
      "id": "a1", "subject": "e1", "relation": "met_with", "object": "e2", "predicate": "met",
      "polarity": "positive", "status": "asserted", "tense": "current", "confidence": 0.9,
      "extractor": "rule.verb.v1", "attribution": NSNull(), "time": NSNull(), "place": NSNull(),
      "evidence": evidence,
    ]
    let document: [String: Any] = [
      "id": id, "source": name, "title": NSNull(), "published": NSNull(),
      "sha256": SHA256.hexDigest(of: text.utf8),
    ]
    let object: [String: Any] = [
      "document": document, "text": text, "furniture": [Any](),
      "sentences": [span(0, end + 18)], "assertions": [assertion],
      "mentions": [mention("m1", "e1", 0, end), mention("m2", "e2", end + 5, end + 17)],
      "entities": [entity("e1", name), entity("e2", "Plain Person")],
    ]
    let data = try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
    // The first key tells that the line is an extraction.
    return "{\"schemaVersion\":1," + String(decoding: data, as: UTF8.self).dropFirst()
  }

  /// The text of a pandoc document.
  private static func words(_ value: Any) -> String {
    if let list = value as? [Any] { return list.map(words).joined() }
    guard let object = value as? [String: Any] else { return "" }
    switch object["t"] as? String {
    case "Str": return object["c"] as? String ?? ""
    case "Space", "SoftBreak", "LineBreak": return " "
    case "RawInline", "RawBlock": return ""
    default: return object.sorted { $0.key < $1.key }.map { words($0.value) }.joined() + "\n"
    }
  }
}
