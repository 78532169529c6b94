import RelataCore
import RelataDiagram
import RelataGraph
import RelataReport
import Testing

@Suite struct MarkdownEmbedderTests {
  private func embed(_ text: String, stem: String = "notes") -> MarkdownEmbedder.Result {
    MarkdownEmbedder(renderer: PortStory.figures).embed(
      text, stem: stem, file: "notes.md", graph: PortStory.graph)
  }

  private let simple = "Before\n\n```relata\nfocus: Harborline\n```\n\nAfter\n"

  @Test func `a fence gets its figure beneath it`() {
    let result = embed(simple)
    #expect(result.diagnostics.isEmpty && result.fences == 1)
    #expect(result.files.map(\.path) == ["notes-harborline.svg"])
    #expect(
      result.text == """
        Before

        ```relata
        focus: Harborline
        ```
        <!-- relata:begin harborline -->
        ![Diagram: Harborline: ties, and who says so (3 entities, 3 relations)](notes-harborline.svg)

        *Sources: 2 articles from Coast Wire, The Daily Post; 2024-03-05.*
        <!-- relata:end harborline -->

        After

        """)
  }

  @Test(arguments: [
    "```relata\nfocus: Harborline\n```\n", "```relata\nfocus: Harborline\n```",
    "```relata\r\nfocus: Harborline\r\n```\r\n\r\nText\r\n", "~~~relata\n~~~\nText",
    "```relata\nfocus: nobody\n```\n", "  ```relata\n  focus: Osei\n  ```\n",
    "```relata\nid: a\n```\n```relata\nid: a\n```\n", "```relata\n```\n\n\n\n# Head\n",
    "\u{FEFF}x\n```relata\ntable: yes\n```\n",
  ])
  func `a second run changes nothing`(text: String) {
    let once = embed(text)
    let twice = embed(once.text)
    #expect(once.text != text)
    #expect(twice.text == once.text)
    #expect(twice.files == once.files)
    #expect(twice.diagnostics.map(\.message) == once.diagnostics.map(\.message))
  }

  @Test func `line endings stay as they are`() {
    let result = embed(simple.replacing("\n", with: "\r\n"))
    #expect(
      result.text.replacing("\r\n", with: "").unicodeScalars.allSatisfy { $0 != "\n" && $0 != "\r" }
    )
    #expect(result.text.replacing("\r\n", with: "\n") == embed(simple).text)
  }

  @Test func `text around the fences stays byte for byte`() {
    let text = "\u{FEFF}a\tb  \r\n\rc\n\n\n```relata\n```\nz \u{2028} end"
    let result = embed(text)
    #expect(result.text.hasPrefix("\u{FEFF}a\tb  \r\n\rc\n\n\n```relata\n```\n"))
    #expect(result.text.hasSuffix("-->\nz \u{2028} end"))
  }

  @Test func `an error stands beneath its fence and the others are done`() {
    let result = embed(
      "```relata\nfocus: Harbourline\n```\n\n```relata\nfokus: x\n```\n\n```relata\nfocus: Osei\n```\n"
    )
    #expect(result.files.map(\.path) == ["notes-osei.svg"])
    #expect(result.diagnostics.map(\.code) == ["RL6002", "RL6001"])
    #expect(result.diagnostics.map { $0.location?.line } == [1, 5])
    #expect(result.text.contains("> **relata:** the graph has no entity 'Harbourline'"))
    #expect(result.text.contains("> did you mean Harborline?"))
    #expect(result.text.contains("> did you mean 'focus'?"))
  }

  @Test func `a corrected fence replaces its error`() {
    let wrong = embed("```relata\nfocus: Nobody\n```\nText\n").text
    let right = embed(wrong.replacing("focus: Nobody", with: "focus: Osei"))
    #expect(right.diagnostics.isEmpty)
    #expect(!right.text.contains("no entity"))
    #expect(right.text.hasSuffix("<!-- relata:end osei -->\nText\n"))
  }

  @Test(arguments: [
    "````\n```relata\nfocus: Osei\n```\n````\n", "    ```relata\n    focus: Osei\n    ```\n",
    "> ```relata\n> focus: Osei\n> ```\n", "```\n~~~relata\n~~~\n```\n", "```relatable\n```\n",
    "<!--\n```relata\n```\n-->\n", "``` `relata`\n", "``relata\n``\n", "\t```relata\n", "",
    "~~~text\n```relata\n```\n~~~\n",
  ])
  func `what is no relata fence is left alone`(text: String) {
    let result = embed(text)
    #expect(result.text == text && result.fences == 0 && result.diagnostics.isEmpty)
  }

  @Test func `a longer fence closes only by its like`() {
    let result = embed("````relata\nfocus: Osei\n```\n````\n")
    // The short fence is a line of the request, and no 'key: value'.
    #expect(result.fences == 1)
    #expect(result.diagnostics.map(\.code) == ["RL6001"])
  }

  @Test func `a fence or block without end is reported and left alone`() {
    let open = "```relata\nfocus: Osei\n"
    #expect(embed(open).text == open)
    #expect(embed(open).diagnostics.map(\.code) == ["RL6003"])
    let block = "```relata\nfocus: Osei\n```\n<!-- relata:begin osei -->\nmine\n"
    #expect(embed(block).text == block)
    #expect(embed(block).diagnostics.map(\.code) == ["RL6005"])
  }

  @Test func `fences of one focus get ids of their own`() {
    let result = embed(simple + simple)
    #expect(result.files.map(\.path) == ["notes-harborline.svg", "notes-harborline-2.svg"])
    let figures = result.files.map { String(decoding: $0.data, as: UTF8.self) }
    #expect(figures[0].contains("id=\"notes-harborline\""))
    #expect(figures[1].contains("id=\"notes-harborline-2\""))
  }

  @Test func `all keys are understood`() {
    let result = embed(
      """
      ```relata
      # everything
      focus: Mara Velasquez; Osei
      focus: harbor
      depth: 2
      relations: hired, leads
      families: power
      status: asserted
      polarity: positive
      min-confidence: 0.5
      layout: neato
      title: Who runs it
      caption: *Stars* and | pipes
      alt: A [picture]
      id: main-figure
      nodes: 10
      edges: 12
      legend: no
      theme: dark
      table: yes
      ```

      """)
    #expect(result.diagnostics.isEmpty)
    #expect(result.text.contains("![A \\[picture\\]](notes-main-figure.svg)"))
    #expect(result.text.contains("*\\*Stars\\* and \\| pipes*"))
    #expect(result.text.contains("| Kwame Osei | leads | Harborline | stated | 1 | 90 % |"))
    let svg = result.files.first.map { String(decoding: $0.data, as: UTF8.self) } ?? ""
    #expect(svg.contains("Who runs it") && !svg.contains("class=\"legend\""))
  }

  @Test(arguments: [
    "depth: deep", "depth: 9", "status: maybe", "layout: round", "min-confidence: high",
    "legend: 3",
    "id: Not A Slug", "relations: hird", "just words", "depth: 1\ndepth: 1", "nodes: 1000",
    "path: one", "path: a; b\nfocus: c", "since: yesterday", "until: 2024-13", "max-length: 0",
  ])
  func `a value that is not understood is an error beneath the fence`(line: String) {
    let result = embed("```relata\n\(line)\n```\n")
    #expect(result.diagnostics.count == 1 && result.files.isEmpty)
    #expect(result.text.contains("> **relata:** "))
  }

  @Test func `a name that two people have is asked back`() {
    let result = embed("```relata\nfocus: velasquez\n```\n")
    // The alias of one of them decides before surnames do.
    #expect(result.diagnostics.isEmpty)
  }

  @Test(arguments: ["```relata\nfocus: Harborline\n```\n\nAfter\n", "x\n\n~~~relata\n~~~"])
  func `an inline figure stays what it is, and its table too`(text: String) {
    let embedder = MarkdownEmbedder(renderer: PortStory.figures, form: .inline)
    let once = embedder.embed(text, stem: "n", file: "n.md", graph: PortStory.graph)
    #expect(once.files.isEmpty && once.diagnostics.isEmpty)
    #expect(once.text.contains("\n\n<figure class=\"relata\" id=\""))
    let twice = embedder.embed(once.text, stem: "n", file: "n.md", graph: PortStory.graph)
    #expect(twice.text == once.text)
  }

  @Test func `names that look like fences do no harm inside a figure`() {
    let embedder = MarkdownEmbedder(renderer: PortStory.figures, form: .inline)
    for name in ["```relata", "<!-- relata:end x -->", "    indented", "~~~", "\n\nblank"] {
      let graph = NastyText.graph(name)
      let once = embedder.embed("```relata\n```\n", stem: "n", file: "n.md", graph: graph)
      let twice = embedder.embed(once.text, stem: "n", file: "n.md", graph: graph)
      #expect(twice.text == once.text && twice.fences == 1, "\(name)")
    }
  }

  @Test func `path and evidence are keys`() {
    let path = embed("```relata\npath: Osei; Mara Velasquez\nmax-length: 3\n```\n")
    #expect(path.diagnostics.isEmpty)
    #expect(path.files.map(\.path) == ["notes-osei-mara-velasquez.svg"])
    let source = embed("```relata\nsource: coast\nsince: 2024\nuntil: 2024-03\ntable: yes\n```\n")
    #expect(source.diagnostics.isEmpty)
    #expect(source.text.contains("| Harborline | hired |") && !source.text.contains("| leads |"))
  }

  @Test(arguments: ["a b", "ünïcode", "x(1)", "-->", "<b>"])
  func `any file name makes a link that works`(stem: String) {
    let result = embed(simple, stem: stem)
    let target = result.text.firstMatch(of: /\]\(([^)\s<>]*)\)/)
    #expect(target?.1.hasSuffix("-harborline.svg") == true)
    #expect(result.files.map(\.path) == ["\(stem)-harborline.svg"])
    #expect(embed(result.text, stem: stem).text == result.text)
  }
}
