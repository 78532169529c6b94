import RelataCore
import Testing

@testable import RelataReading

@Suite struct PublicationDateTests {
  @Test(
    arguments: [
      (" date 2021-09-25 THE SON of a leader has escaped.", "2021-09-25"),
      ("Published: 25 September 2021\n\nA met B.", "2021-09-25"),
      ("A headline here\nSept. 5, 2021\nA met B.", "2021-09-05"),
      ("Saturday, September 25, 2021\n\nA met B.", "2021-09-25"),
      ("2021-09-25\nA met B.", "2021-09-25"),
      ("The firm was founded on 2021-09-25 by A.", nil),
      ("Date palms 2021-99-99 grow here.", nil),
      ("A headline\n\nBy Jane Doe\n\nPORT VILA, Vanuatu, Sept. 25, 2021 — A met B.", "2021-09-25"),
      ("KABUL (Reuters) - A met B on Sept. 25, 2021.", nil),
      ("UNESCO met B on Sept. 25, 2021 — in Paris.", nil),
      ("On 25 September 2021 A met B.", nil),
    ] as [(String, String?)])
  func `dates at the head of a text`(text: String, expected: String?) {
    #expect(PublicationDate.atHead(of: SourceText(text)) == expected)
  }

  @Test(
    arguments: [
      ("panjshir-2021-09-25.txt", "2021-09-25"), ("2020-02-29.txt", "2020-02-29"),
      ("2021-02-29.txt", nil), ("report-12021-09-251.txt", nil), ("phone-555-01-02.txt", nil),
      ("a", nil),
    ] as [(String, String?)])
  func `dates in file names`(name: String, expected: String?) {
    #expect(PublicationDate.inFileName(name) == expected)
  }

  @Test func `a sentence that begins with a date gives no date of publication`() {
    #expect(
      PublicationDate.atHead(
        of: SourceText("On September 25, 2021, the minister met the envoy in Paris.")) == nil)
  }
}
