import RelataCore
import Testing

@testable import RelataReading

/// A plain text says which newspaper it is from in a line of its own.
@Suite struct OutletLineTests {
  @Test(arguments: [
    ("The Harbour Courier, 3 February 2022", "The Harbour Courier", "2022-02-03"),
    ("Harbour Courier, February 3, 2022", "Harbour Courier", "2022-02-03"),
    ("The Harbour Courier - Monday 3 February 2022", "The Harbour Courier", "2022-02-03"),
    ("Monday, 3 February 2022 | The Ardesk Gazette", "The Ardesk Gazette", "2022-02-03"),
    ("By Anna Kern | The Harbour Courier | 3 Feb 2022", "The Harbour Courier", "2022-02-03"),
    ("The Record — 2022-02-03", "The Record", "2022-02-03"),
    ("(The Times of Brenza, 3 Feb. 2022)", "The Times of Brenza", "2022-02-03"),
    ("Source: The Brenza Echo", "The Brenza Echo", nil),
    ("Source: Reuters, 3 February 2022", "Reuters", "2022-02-03"),
    (
      "First published in the Harbour Courier on 3 February 2022", "the Harbour Courier",
      "2022-02-03"
    ),
    ("© 2022 Harbour Courier. All rights reserved.", "Harbour Courier", nil),
    ("Copyright 2021-2022 The Ardesk Gazette", "The Ardesk Gazette", nil),
    ("©2022 Harbour Courier", "Harbour Courier", nil),
  ])
  func `outlet and day are read`(line: String, outlet: String, day: String?) {
    let found = OutletLine(line)
    #expect(found?.outlet == outlet && found?.day == day)
  }

  @Test(arguments: [
    // Places, ministries and people are no newspapers.
    "Brenza, 3 February 2022", "PORT BRENZA, 3 February 2022 — The minister resigned.",
    "Source: Ministry of Finance", "Source: Anna Kern, 3 February 2022",
    "Ministry of Finance, 3 February 2022", "By Anna Kern | Brenza | 3 Feb 2022",
    // A register is one only behind the article.
    "Trade Register, 3 February 2022", "Record, 3 February 2022", "News, 3 February 2022",
    // Names without more, and sentences.
    "The Harbour Courier", "Bank Shares Fall After News, 3 February 2022",
    "Kern told the Harbour Courier on 3 February 2022 that he would resign.",
    "The Harbour Courier, 3 February 2022, page 4", "The Harbour Courier, 3 February",
    "© 2022 Anna Kern", "Source: the minister told the Courier", "3 February 2022", "",
    "The Harbour Courier, 3 February 2022 | The Ardesk Gazette",
  ])
  func `other lines say nothing`(line: String) { #expect(OutletLine(line) == nil) }

  private static let story = """
    The minister resigned on Monday after the bank said that it had lent the firm money.

    He had denied for months that he knew its owner, and told the paper so in writing.
    """

  @Test(arguments: ["The Harbour Courier, 3 February 2022", "© 2022 Harbour Courier"])
  func `the first, the second or the last line is one, and none of the story`(line: String) throws {
    let title = "Minister resigns over bank loan"
    for text in [
      "\(line)\n\n\(title)\n\n\(Self.story)", "\(title)\n\n\(line)\n\n\(Self.story)",
      "\(title)\n\n\(Self.story)\n\n\(line)\n",
    ] {
      let document = try #require(Outcome(text).documents.first)
      #expect(document.outlet?.hasSuffix("Harbour Courier") == true && document.title == title)
      #expect(document.furniture.map { document.text[$0] } == [line])
      #expect(document.published == (line.hasPrefix("The") ? "2022-02-03" : nil))
    }
  }

  @Test func `in the middle of a text it is read like any other`() throws {
    let line = "The Harbour Courier, 3 February 2022"
    let story = Array(repeating: Self.story, count: 4).joined(separator: "\n\n")
    let document = try #require(Outcome("\(story)\n\n\(line)\n\n\(story)").documents.first)
    #expect(document.outlet == nil && document.published == nil)
  }
}
