import RelataCore
import Testing

@testable import RelataReading

/// Pages are known by where they begin in the text that is kept.
@Suite struct PageMarksTests {
  private func taken(_ text: String) -> (String, [PageStart]) {
    let taken = PageMarks.taken(from: SourceText(text))
    return (taken.text.string, taken.pages)
  }

  @Test func `marks are taken out and say where pages begin`() {
    let text = PageMarks.mark(1) + "One wo" + PageMarks.mark(2) + "rd. " + PageMarks.mark(13) + "é"
    let (plain, pages) = taken(text)
    #expect(plain == "One word. é")
    #expect(
      pages == [
        PageStart(start: 0, page: 1), PageStart(start: 6, page: 2), PageStart(start: 10, page: 13),
      ])
  }

  @Test(arguments: [
    "\u{FFF9}", "\u{FFFB}", "\u{FFF9}12", "\u{FFF9}x\u{FFFB}", "\u{FFF9}0\u{FFFB}",
    "\u{FFF9}-1\u{FFFB}", "\u{FFF9}99999999999999999999\u{FFFB}",
  ])
  func `what is no whole mark gives no page, and its signs go`(text: String) {
    let (plain, pages) = taken("a\(text)b")
    #expect(pages.isEmpty)
    #expect(plain.first == "a" && plain.last == "b")
    #expect(!plain.unicodeScalars.contains(where: PageMarks.isMark))
  }

  @Test func `a mark at the head of a text is told from the text`() {
    #expect(PageMarks.split(PageMarks.mark(7) + "• Item") == (PageMarks.mark(7), "• Item"))
    #expect(PageMarks.split("Item") == ("", "Item"))
  }

  @Test func `offsets are those of the text without signs of typesetting`() {
    let parsed = ParsedDocument(
      text: PageMarks.mark(1) + "Port\u{AD} of O\u{200B}slo.\n\n" + PageMarks.mark(2) + "Harbour.")
    let events = DocumentAssembly(input: "a.pdf", detector: nil)
      .events(ParsingReport(documents: [parsed]))
    guard case .document(let document)? = events.last else {
      Issue.record("no document")
      return
    }
    #expect(document.text.string == "Port of Oslo.\n\nHarbour.")
    #expect(document.pages == [PageStart(start: 0, page: 1), PageStart(start: 15, page: 2)])
    #expect([0, 14, 15, 22].map(document.page) == [1, 1, 2, 2])
  }
}
