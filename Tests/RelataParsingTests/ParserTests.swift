import Foundation
import RelataReading
import Testing

@testable import RelataParsing

/// What the parsers make of files that other programs wrote; `Fixtures/README.md` says which.
@Suite struct ParserTests {
  @Test(arguments: ["harbour.docx", "harbour.odt", "harbour.epub", "harbour.md"])
  func `a story is read whole, with its lists, tables and notes`(name: String) throws {
    let text = try Fixture.text(name)
    let blocks = text.components(separatedBy: "\n\n")
    #expect(
      blocks.contains(
        "Karl Denby, the owner of Karst Bank, paid Anselm Vogt $2 million, prosecutors said on Monday. "
          + "He denied it."), "\(text)")
    #expect(blocks.contains("- Karl Denby\n- Rosa Quint"))
    #expect(
      blocks.contains(
        "Company | Owner\nPort Herald | Amira Khoury\nPolaris Freight | Yusuf Demirel"))
    #expect(blocks.contains { $0.contains("Pavel Novotny told the paper that the bank belongs") })
    #expect(blocks.contains { $0.hasPrefix("The last paragraph says") && $0.hasSuffix("again.") })
    // Comments and addresses of links are no text.
    #expect(!text.contains("Delmar Foods.") && !text.contains("example.org"))
    #expect(try Fixture.report(name).documents.first?.title == "Harbour deal under review")
  }

  @Test(arguments: [
    ("harbour.docx", "Ilse Dornberg"), ("harbour.odt", "Ilse Dornberg"),
    ("harbour.epub", "Ilse Dornberg"), ("harbour.md", "Ilse Dornberg"),
    ("letter.eml", "Ilse Dornberg"), ("box.mbox", "ilse@example.org"),
  ])
  func `who wrote it is known`(name: String, author: String) throws {
    #expect(try Fixture.report(name).documents.first?.origin.author == author)
  }

  @Test func `where pages were found is known`() throws {
    #expect(
      try Fixture.report("crawl.warc.gz").documents.first?.origin.address
        == "https://example.org/bank"
    )
    #expect(
      try Fixture.report("page.mhtml").documents.first?.origin.address == "https://example.org/bank"
    )
    #expect(try Fixture.report("news.rss").documents.first?.origin.outlet == "Port Herald")
  }

  @Test func `what is struck out of Markdown is not read, and its head is`() throws {
    let document = try #require(try Fixture.report("harbour.md").documents.first)
    #expect(!document.text.contains("sued Karst Bank") && !document.text.contains("author"))
    #expect(document.published == "2023-05-02")
  }

  @Test func `deleted and hidden words, field codes and marks of notes are not read`() throws {
    let blocks = try Fixture.text("tracked.docx").components(separatedBy: "\n\n")
    #expect(
      blocks.prefix(4) == [
        "Karl Denby owns most of Karst Bank.", "The bank is in Oslo.", "Beside the box.",
        "In the box, Anselm Vogt left.",
      ])
  }

  @Test func `slides are read in their order`() throws {
    let text = try Fixture.text("harbour.pptx")
    let first = try #require(text.range(of: "Karl Denby, the owner"))
    let last = try #require(text.range(of: "The last paragraph says"))
    #expect(first.lowerBound < last.lowerBound)
    #expect(text.contains("Company | Owner\nPort Herald | Amira Khoury"))
  }

  @Test func `tables are lines of cells`() throws {
    #expect(
      try Fixture.text("holdings.xlsx")
        == "Sheet\n\nCompany | Owner | Percent\nKarst Bank | Karl Denby | 51\nPort Herald | Amira Khoury | 100"
        + "\n\nTwo\n\nNote | Nothing else")
    #expect(try Fixture.text("holdings.ods") == "a\n\nCompany | Owner\nKarst Bank | Karl Denby")
  }

  @Test func `columns are read one after the other, without heads, feet and marks of notes`() throws
  {
    let text = try Fixture.text("columns.pdf")
    #expect(!text.contains("annual review") && !text.contains("Page "))
    let order = (1...30).compactMap { text.range(of: "Article \($0) says that")?.lowerBound }
    #expect(order.count == 30 && order == order.sorted())
    #expect(!text.contains("lobbyist1") && text.contains("hired a lobbyist of Orlow Media."))
    #expect(
      text.contains("Company | Owner\nPort Herald | Amira Khoury\nPolaris Freight | Yusuf Demirel"))
    let blocks = text.components(separatedBy: "\n\n")
    #expect(blocks.first == "Harbour deal under review")
    #expect(blocks.count { $0.hasPrefix("Article ") } >= 27)
  }

  @Test func `a letter is what its writer wrote, and its attachments are documents`() throws {
    let report = try Fixture.report("letter.eml")
    #expect(report.problems.isEmpty)
    #expect(report.documents.map(\.part) == [nil, "owners.csv"])
    let letter = try #require(report.documents.first)
    #expect(
      letter.text.trimmingCharacters(in: .whitespacesAndNewlines)
        == "Karl Denby owns Karst Bank. He paid Anselm Vogt €2 million.")
    #expect(letter.title == "Café meeting" && letter.published == "2023-05-02")
    #expect(report.documents.last?.text == "Company | Owner\nPort Herald | Amira Khoury")
  }

  @Test func `a message of Outlook's is read like any other`() throws {
    let report = try Fixture.report("letter.msg")
    #expect(report.problems.isEmpty)
    #expect(report.documents.map(\.part) == [nil, "owners.csv"])
    let letter = try #require(report.documents.first)
    #expect(
      letter.text.trimmingCharacters(in: .whitespacesAndNewlines) == "Karl Denby owns Karst Bank.")
    #expect(letter.title == "Café meeting" && letter.published == "2023-05-02")
  }

  @Test func `of a web archive the pages that were found are read`() throws {
    let report = try Fixture.report("crawl.warc.gz")
    #expect(report.problems.isEmpty)
    #expect(report.documents.map(\.part) == ["https://example.org/bank"])
    #expect(report.documents.first?.published == "2023-05-02")
    #expect(report.documents.first?.text.contains("Karl Denby bought Karst Bank on Monday") == true)
  }

  @Test func `a mailbox is read letter by letter`() throws {
    let report = try Fixture.report("box.mbox")
    #expect(report.documents.map(\.part) == ["message 1", "message 2"])
    #expect(report.documents.map(\.title) == ["One", "Two"])
    #expect(report.documents.last?.text.contains("Anselm Vogt sued Karst Bank.") == true)
  }

  @Test func `a page that a browser saved is its article`() throws {
    let document = try #require(try Fixture.report("page.mhtml").documents.first)
    #expect(document.title == "Bank sold")
    #expect(
      !document.text.contains("News") && document.text.contains("Karl Denby bought Karst Bank"))
  }

  @Test func `rich text loses its codes`() throws {
    let blocks = try Fixture.text("note.rtf").components(separatedBy: "\n\n")
    #expect(blocks.first == "Karl Denby owns Karst Bank. In the café, ‘yes’ was said: naïve.")
    #expect(blocks.suffix(2) == ["Company | Owner\nPort Herald | Amira Khoury", "See page 3."])
  }

  @Test func `each item of a feed is a document`() throws {
    let report = try Fixture.report("news.rss")
    #expect(report.documents.map(\.title) == ["Bank sold", "Second & last"])
    #expect(report.documents.first?.text == "Karl Denby bought Karst Bank.\n\nNobody knew.")
    #expect(report.documents.last?.text == "Rosa Quint hired Anselm Vogt.")
  }

  @Test func `packed files are read in the order of their names, and what is none is named`() throws
  {
    let report = try Fixture.report("packed.zip")
    #expect(report.documents.map(\.part) == ["a.txt", "b/owners.csv"])
    #expect(report.problems.map(\.part) == ["odd.xyz"])
    #expect(report.problems.map(\.kind) == [.unknown])
  }

  @Test(arguments: [
    ("locked.pdf", ParsingProblem.Kind.encrypted), ("scanned.pdf", .scanned),
    ("bomb.txt.bz2", .tooLarge),
  ])
  func `what cannot be read says why`(name: String, kind: ParsingProblem.Kind) throws {
    let report = try Fixture.report(name)
    #expect(report.documents.isEmpty && report.problems.map(\.kind) == [kind])
  }

  /// Cut short, or with other bytes in the middle: a problem or less text, never a crash.
  @Test(arguments: [
    "harbour.docx", "harbour.odt", "harbour.epub", "harbour.pptx", "holdings.xlsx", "columns.pdf",
    "letter.eml", "note.rtf", "news.rss", "packed.zip", "harbour.md", "page.mhtml",
    "letter.msg", "crawl.warc.gz",
  ])
  func `damaged files are survived`(name: String) throws {
    let format = try #require(InputFormat(fileName: name))
    let whole = try Fixture.bytes(name)
    var seed: UInt64 = 0x9E37_79B9_7F4A_7C15
    for round in 0..<12 {
      var bytes = whole
      if round.isMultiple(of: 2) {
        bytes = Array(bytes.prefix(bytes.count * round / 12))
      } else {
        for _ in 0..<(1 + bytes.count / 200) {
          seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          bytes[Int(seed >> 33) % bytes.count] = UInt8(truncatingIfNeeded: seed >> 24)
        }
      }
      let report = Fixture.parse(bytes, as: format, name: name)
      #expect(report.documents.count + report.problems.count <= 200)
    }
  }
}
