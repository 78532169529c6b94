import Testing

@testable import RelataReading

@Suite struct HeadlineTests {
  @Test(
    arguments: [
      (
        "Minister quits over loans\n\nThe minister resigned on Monday after the loans.",
        "Minister quits over loans"
      ),
      (
        "By Jane Doe\n\nMinister quits over loans\n\nThe minister resigned on Monday after it.",
        "Minister quits over loans"
      ),
      ("The minister resigned.\n\nHe said so on Monday in a long letter to her.", nil),
      (
        "Who owns the night ferries?\n\nThe night ferries have belonged to three firms since May.",
        "Who owns the night ferries?"
      ),
      (
        "THE MAN WHO SIGNED TWICE\nBy Helga Stromm\nApril 12, 2022\n\nThe man who signed twice is a notary in Riga.",
        "THE MAN WHO SIGNED TWICE"
      ),
      ("One line only", nil),
      ("A first line that runs\non in the next one of the paragraph.", nil),
      ("minister quits over loans\n\nThe minister resigned on Monday after the loans.", nil),
    ] as [(String, String?)])
  func `headlines of plain texts`(text: String, expected: String?) {
    #expect(Outcome(text).documents.first?.title == expected)
  }

  @Test func `the lines below a headline give author and day`() {
    let text =
      "THE MAN WHO SIGNED TWICE\nBy Helga Stromm and Karl Denby\nApril 12, 2022\n\n"
      + "The man who signed twice is a notary in Riga."
    let document = Outcome(text).documents.first
    #expect(document?.author == "Helga Stromm, Karl Denby" && document?.published == "2022-04-12")
    let other = Outcome("The minister left.\n\nBy noon on 3 May 2021 he had sold the bank to her.")
      .documents.first
    #expect(other?.author == nil && other?.published == nil)
  }
}
