import RelataCore
import RelataTestSupport
import Testing

@testable import RelataReading

/// What stands by itself in a document is known as such, whatever its format.
@Suite struct BlockTests {
  private func blocks(_ text: String, name: String = "a.txt") -> [String] {
    let outcome = Outcome(text, name: name)
    guard let document = outcome.documents.first else { return [] }
    return document.blocks.map { block in
      let level = block.level.map { "\($0)" } ?? ""
      let mark = block.continues ? "+" : ""
      return "\(block.kind.rawValue)\(level)\(mark): \(document.text[block.span])"
    }
  }

  private static let story =
    "<p>The port authority said on Monday that it would publish the contracts of the last ten years, and"
    + " that it had nothing to hide from anybody who asked for them in writing.</p>"

  private func page(_ body: String) -> [String] {
    blocks(
      "<html><head><title>Harbour deal</title></head><body><article><h1>Harbour deal</h1>"
        + Self.story + body + Self.story + "</article></body></html>", name: "a.html"
    ).filter { !$0.contains("The port authority") }
  }

  @Test func `lists of a page are items, each with what came before it`() {
    #expect(
      page("<h3>Board of Karst Bank:</h3><ul><li>Anna Kern</li><li>Milo Hartwell</li></ul>")
        == ["heading3: Board of Karst Bank:", "item: Anna Kern", "item+: Milo Hartwell"])
    #expect(
      page("<ul><li>Anna Kern</li></ul><ul><li>Milo Hartwell</li></ul>")
        == ["item: Anna Kern", "item: Milo Hartwell"])
  }

  @Test func `rows, terms and quotations of a page are known`() {
    #expect(
      page(
        "<table><tr><th>Company</th><th>Owner</th></tr><tr><td>Karst Bank</td><td>Anna Kern</td></tr>"
          + "</table>") == ["row: Company | Owner", "row+: Karst Bank | Anna Kern"])
    #expect(
      page("<dl><dt>Owner</dt><dd>Anna Kern</dd><dt>Chair</dt><dd>Milo Hartwell</dd></dl>")
        == ["term: Owner", "definition+: Anna Kern", "term+: Chair", "definition+: Milo Hartwell"])
    #expect(
      page(
        "<blockquote><p>Anna Kern hired Milo Hartwell in the spring of that year.</p></blockquote>")
        == ["quotation: Anna Kern hired Milo Hartwell in the spring of that year."])
  }

  @Test func `a page that is one quotation quotes nobody`() {
    let body = Self.story.replacing("<p>", with: "").replacing("</p>", with: "")
    let all = blocks(
      "<html><body><article><h1>Harbour deal</h1><blockquote><p>\(body)</p><p>\(body)</p></blockquote>"
        + "</article></body></html>", name: "a.html")
    #expect(!all.isEmpty && all.allSatisfy { $0.hasPrefix("paragraph: ") })
  }

  @Test func `the marks of a plain text tell its blocks`() {
    #expect(
      blocks(
        """
        # The board

        Directors of Karst Bank:
        - Anna Kern
        • Milo Hartwell

        - Rosa Quint

        Company | Owner
        Karst Bank | Anna Kern

        > I never met him, she wrote.

        Q: Who owns the bank?

        A: Milo Hartwell does.
        """) == [
          "heading1: # The board", "paragraph: Directors of Karst Bank:", "item+: - Anna Kern",
          "item+: • Milo Hartwell", "item: - Rosa Quint", "row: Company | Owner",
          "row+: Karst Bank | Anna Kern", "quotation: > I never met him, she wrote.",
          "question: Q: Who owns the bank?", "answer: A: Milo Hartwell does.",
        ])
  }

  @Test func `capitals before a colon are a speaker's only where several speak`() {
    let talk = "MS KERN: I never met him.\n\nMR HARTWELL: You did, in the spring."
    #expect(blocks(talk).map { $0.prefix(4) } == ["turn", "turn"])
    #expect(
      blocks("UPDATE: The bank was sold on Monday.") == [
        "paragraph: UPDATE: The bank was sold on Monday."
      ])
    let document = Outcome(talk).documents.first
    #expect(
      document?.blocks.map { $0.speaker.map { document?.text[$0] } } == ["MS KERN", "MR HARTWELL"])
  }

  @Test func `wrapped lines are one paragraph, rows of a file of values one table`() {
    let wrapped =
      "The port authority said on Monday that it would publish\nthe contracts of the last ten years, and that it had\nnothing to hide."
    #expect(blocks(wrapped).count == 1)
    #expect(
      blocks("Company,Owner\nKarst Bank,Anna Kern\n", name: "a.csv")
        == ["row: Company | Owner", "row+: Karst Bank | Anna Kern"])
  }

  @Test(arguments: 0..<60)
  func `every visible scalar is in one block or in furniture`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let parts = [
      "- Anna Kern", "\n", "\n\n", " ", "By Anna Kern", "Share this article on Facebook", "a | b",
      "Karst Bank sold its shares on Monday, the minister said.", "> word", "Q: Who?", "\t", "## x",
      "Read more: Harbour deal under review", "KERN: No.", "© 2022 The Harbour Courier", "\r\n",
      "\u{2028}", "—", "é",
    ]
    let text = (0..<Int.random(in: 1...40, using: &random)).map { _ in
      parts[Int.random(in: 0..<parts.count, using: &random)]
    }.joined()
    guard let document = Outcome(text).documents.first else { return }
    var owners = [Int](repeating: 0, count: document.text.count)
    for span in document.blocks.map(\.span) + document.furniture {
      for i in span.start..<span.end { owners[i] += 1 }
    }
    for (i, scalar) in document.text.scalars.enumerated() {
      #expect(owners[i] <= 1)
      if !scalar.properties.isWhitespace {
        #expect(owners[i] == 1, "\(i) of \(text.debugDescription)")
      }
    }
    #expect(document.blocks.map(\.span) == document.blocks.map(\.span).sorted())
    for (i, block) in document.blocks.enumerated() {
      #expect(document.blockIndex(at: block.span.start) == i)
      #expect(document.blockIndex(at: block.span.end - 1) == i)
    }
  }

  @Test func `marks say where blocks begin once nothing moves them`() {
    let text =
      "Port\u{AD} \(BlockMark(.heading, level: 2).sign)of O\u{200B}slo\n\n\(PageMarks.mark(2))"
      + "\(BlockMark(.item, continues: true).sign)- Kern\n\(BlockMark.furniture.sign)On Monday he wrote:\n\nEnd."
    let events = DocumentAssembly(input: "a.pdf", detector: nil)
      .events(ParsingReport(documents: [ParsedDocument(text: text)]))
    guard case .document(let document)? = events.last else {
      Issue.record("no document")
      return
    }
    #expect(document.text.string == "Port of Oslo\n\n- Kern\nOn Monday he wrote:\n\nEnd.")
    #expect(
      document.blocks == [
        Block(span: Span(0, 4), kind: .paragraph),
        Block(span: Span(5, 12), kind: .heading, level: 2),
        Block(span: Span(14, 20), kind: .item, continues: true),
        Block(span: Span(42, 46), kind: .paragraph),
      ])
    #expect(document.furniture.map { document.text[$0] } == ["On Monday he wrote:"])
    #expect(document.pages == [PageStart(start: 14, page: 2)])
    #expect(ParsedDocument(text: text).text.hasSuffix("- Kern\n\nEnd."))
  }

  @Test(arguments: ["\u{FFFA}", "\u{FFFA}x\u{FFFB}", "\u{FFFA}h", "\u{FFFA}\u{FFFB}"])
  func `signs of no mark go`(sign: String) {
    let taken = PageMarks.taken(from: SourceText("a\(sign)b"))
    #expect(taken.blocks.isEmpty && !taken.text.scalars.contains(where: PageMarks.isMark))
  }
}
