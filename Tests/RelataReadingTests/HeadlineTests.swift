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
      ("One line only", nil),
      ("A first line that runs\non in the next one of the paragraph.", nil),
      ("minister quits over loans\n\nThe minister resigned on Monday after the loans.", nil),
    ] as [(String, String?)])
  func `headlines of plain texts`(text: String, expected: String?) {
    #expect(Outcome(text).documents.first?.title == expected)
  }
}
