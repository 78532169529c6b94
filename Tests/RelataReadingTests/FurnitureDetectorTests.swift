import Foundation
import RelataCore
import RelataTestSupport
import Testing

@testable import RelataReading

@Suite struct FurnitureDetectorTests {
  private static let before = "The minister met the envoy in Paris on Monday, officials said."
  private static let after = "The envoy denied that any money had changed hands."

  @Test(arguments: [
    "Join Our Newsletter Honest reporting. Every week. In your inbox. I’m in",
    "Sign up for our newsletter to get the week's stories in your inbox",
    "Subscribe now for unlimited access",
    "MOST READ How a Bank Hid Its Losses From Regulators Jane Doe, Otto Roe Inside the Harbour Deal Max Poe",
    "Related Senator Seeking to Ban Lobbying Was Paid by Lobbyists",
    "RELATED: Ferry sinks off the coast",
    "Read more: What we know about the inquiry",
    "Photo: Jane Doe/AFP via Getty Images",
    "Jane Doe/Reuters",
    "Photograph by Jane Doe for The Courier",
    "Image credit: Jane Doe",
    "By JANE DOE",
    "By Jane Doe and Otto Roe in Port Vila",
    "Reporting by Jane Doe in Paris and Otto Roe; Editing by Max Poe",
    "Additional reporting by Jane Doe",
    "Share this article",
    "Advertisement",
    "ADVERTISEMENT",
    "We use cookies to improve your experience on our site.",
    "Copyright 2021 The Courier",
    "© 2021 The Courier. All rights reserved.",
    "Updated at 10:15 GMT, 25 September 2021",
    "Published September 25, 2021 at 9:30 a.m. EDT",
    "Follow us on Facebook and Twitter",
    "Follow Jane Doe on Twitter: @janedoe",
    "Tags: Ministers, Paris, Bribery",
    "Filed under: Politics",
  ])
  func `a line of furniture between paragraphs is found whole`(line: String) {
    #expect(furniture([Self.before, line, Self.after].joined(separator: "\n\n")) == [line])
  }

  @Test(arguments: [
    "He joined our newsletter team in 2019.",
    "Related party transactions rose by a third last year.",
    "Related party transactions rose",
    "Photo evidence shows the minister met Otto Roe.",
    "Photographs by the police show him with Jane Doe.",
    "By Monday morning the minister had left Paris.",
    "By the time the police came, Otto Roe had fled.",
    "By Friday, Jane Doe had resigned.",
    "Reporting by The Courier found that Roe owned the company.",
    "Reporting by Reuters showed payments to Roe.",
    "Subscribers to the fund include Otto Roe and his wife.",
    "Share prices fell after Jane Doe resigned.",
    "Shares in Acme fell.",
    "Follow-up talks between Roe and Doe failed.",
    "Follow the money, Jane Doe told the jury.",
    "Copyright law was changed by the government of Otto Roe.",
    "Trending topics were bought by the ministry.",
    "Most read the letter as a threat to Jane Doe.",
    "Read more books, the minister told pupils.",
    "Watch makers in Geneva supplied the minister.",
    "Updated guidance was published by the ministry on Monday.",
    "Published in 2019, the report accused Otto Roe of fraud.",
    "Sign language was used by Jane Doe.",
    "Credit Suisse lent the company $2 million.",
    "Image consultants were hired by Roe.",
    "5233-NT",
    "September 20, 1888, was the day.",
    "recommended",
    "Tags on the crates named Acme.",
    "Trump met Putin in Helsinki.",
    "Jane Doe is a reporter for the Courier who was arrested by the army on Monday.",
    "The picture was first published by AP and Reuters.",
    "She works for Agence France-Presse (AFP) and Reuters.",
    "KABUL, Sept 25 (Reuters) - The minister met Otto Roe.",
    "Donate money, the minister told the firm, or lose the licence.",
    "More from the fund went to Otto Roe.",
    "More from Otto Roe's fund went to Jane Doe than to Acme.",
    "Related to the minister by marriage, Otto Roe won the contract.",
  ])
  func `an ordinary sentence is no furniture`(sentence: String) {
    #expect(furniture(sentence) == [])
    #expect(furniture([Self.before, sentence, Self.after].joined(separator: "\n\n")) == [])
    #expect(furniture([Self.before, sentence, Self.after].joined(separator: " ")) == [])
    #expect(
      furniture(
        [Self.before, Self.after, Self.before, Self.after, sentence].joined(separator: "\n\n"))
        == [])
  }

  @Test(arguments: [
    ("The ferry sank. ", "READ MORE: Best beaches in Crete", " The owner denied it."),
    (
      "The ferry sank. ", "MOST READ: Singer sells villa; Striker injured",
      " A spokesman denied it."
    ),
    ("", "By Jane Doe and Otto Roe", " ATHENS — The owner denied it."),
    ("", "Photo: Jane Doe/AFP via Getty Images", " ATHENS — The owner denied it."),
    (
      "", "Photo: Jane Doe/AFP via Getty Images",
      " The owner denied that he had paid the crew in advance."
    ),
    ("The ferry sank. ", "Sign up for our newsletter", ""),
    ("The ferry sank. ", "Related: Harbour gets new pier", ""),
    ("The ferry sank. ", "READ MORE: Best beaches in Crete", ""),
    ("The owner leaves court. ", "(Reuters/Jane Doe)", ""),
    ("The owner, left, in Athens. ", "Jane Doe/AFP via Getty Images", ""),
    ("The owner denied it. ", "Reporting by Jane Doe; Editing by Otto Roe", ""),
    ("The owner denied it. ", "(Reporting by Jane Doe; Editing by Otto Roe)", ""),
    ("", "date 2021-09-25", " THE SON of the owner left Athens."),
  ])
  func `furniture run together with the article is cut out`(
    head: String, line: String, tail: String
  ) {
    #expect(furniture(head + line + tail) == [line])
  }

  @Test func `a list goes on below its heading and ends with the article`() {
    let text = """
      The minister met the envoy.

      Most Read

      How a Bank Hid Its Losses From Regulators
      Jane Doe, Otto Roe

      Inside the Harbour Deal That Sank a Government

      The envoy denied it.
      """
    #expect(
      furniture(text) == [
        "Most Read", "How a Bank Hid Its Losses From Regulators", "Jane Doe, Otto Roe",
        "Inside the Harbour Deal That Sank a Government",
      ])
  }

  @Test func `hard-wrapped lines are parts of sentences, not lines of furniture`() {
    let text = """
      The ministry said on Monday that it would not answer questions about a
      Photo by Jane Doe and asked reporters from other papers to come to the
      Related Companies headquarters in Paris, where a spokesman of the firm
      Reuters/Courier was waiting. Officials then told the press, followed
      By Jane Doe and Otto Roe, that the minister had left.
      """
    #expect(furniture(text) == [])
  }

  @Test func `an author's biography counts only at the end and only of somebody else`() {
    let body = [Self.before, Self.after, Self.before, Self.after]
    let biography = "Jane Doe is a reporter based in Paris who covers courts."
    #expect(furniture((body + [biography]).joined(separator: "\n\n")) == [biography])
    #expect(furniture(([biography] + body).joined(separator: "\n\n")) == [])
    let known = ["The police arrested Jane Doe on Monday."] + body + [biography]
    #expect(furniture(known.joined(separator: "\n\n")) == [])
  }

  @Test func `spans are in order, in range, apart and begin and end with something visible`() {
    var generator = SeededGenerator(seed: 7)
    let pieces = [
      "MOST READ", "Photo:", "By", "Jane Doe", "Sign up for our newsletter", ".", "\n", "\n\n", "(",
      ")",
      "Reuters", "/AFP via Getty Images", "Related", "The minister met her.", "—", "ATHENS", "©",
      "\t", "é",
      "Copyright", "2021", "date", "Updated at", "Follow", "@x", "Reporting by", "“", ":", ";",
      "\u{301}",
      "Read more:", "is a reporter based in Paris.",
    ]
    for _ in 0..<600 {
      let count = Int.random(in: 0...30, using: &generator)
      let text = (0..<count).map { _ in
        pieces.randomElement(using: &generator)! + (Bool.random(using: &generator) ? " " : "")
      }.joined()
      let source = SourceText(text)
      let spans = FurnitureDetector().spans(in: source)
      #expect(spans == FurnitureDetector().spans(in: source))
      for (a, b) in zip(spans, spans.dropFirst()) { #expect(a.end <= b.start, "\(text)") }
      for span in spans {
        #expect(!span.isEmpty && span.end <= source.count, "\(text)")
        #expect(!source.scalars[span.start].properties.isWhitespace)
        #expect(!source.scalars[span.end - 1].properties.isWhitespace)
      }
    }
  }

  @Test func `own cues can be added and bad tables are refused with their line`() throws {
    let cues = try FurnitureCues(
      table: "# mine\nnewsletter\tstart\tkauf unser abo\n", file: "my.tsv")
    let source = SourceText("Kauf unser Abo heute\n\nA met B.")
    #expect(
      FurnitureDetector(cues: cues).spans(in: source).map { source[$0] } == ["Kauf unser Abo heute"]
    )
    for bad in ["a\tb", "newsletter\tnowhere\tx", "nothing\tstart\tx"] {
      let error = #expect(throws: RelataError.self) {
        try FurnitureCues(table: "\n" + bad, file: "my.tsv")
      }
      #expect(error?.location?.description == "my.tsv:2")
    }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: Self.sample)))
  func `the sample's boxes are found and its article kept`() throws {
    let text = SourceText(try String(contentsOfFile: Self.sample, encoding: .utf8))
    let found = FurnitureDetector().findings(in: text)
    #expect(found.map(\.kind) == [.date, .newsletter, .list, .credit, .list])
    let share = Double(found.reduce(0) { $0 + $1.span.count }) / Double(text.count)
    #expect(share < 0.2)
  }

  private static let sample = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("shared/sample/panjshir-2021-09-25.txt")
    .path
}
