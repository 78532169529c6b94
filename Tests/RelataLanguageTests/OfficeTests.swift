import Foundation
import Testing

@testable import RelataLanguage

/// What office a sentence names.
@Suite struct OfficeTests {
  private static let sentences:
    [(quote: String, trigger: String, predicate: String, title: String?)] = [
      ("Ida Moe, the head of lending at Norbank, left.", "head", "head", "head of lending"),
      ("Ida Moe, the head of the bank, left.", "head", "head", "head"),
      (
        "Ida Moe, the chief executive of Norbank, left.", "executive", "executive",
        "chief executive"
      ),
      (
        "Ida Moe, the former transport minister, left.", "minister", "minister",
        "transport minister"
      ),
      (
        "Ida Moe is deputy chairman of the party.", "chairman", "deputy chairman", "deputy chairman"
      ),
      ("Prime Minister Ida Moe left.", "Minister", "minister", "prime minister"),
      ("Ida Moe, chief of staff until May, left.", "chief", "chief", "chief of staff"),
      ("Ida Moe runs the port.", "runs", "runs", nil),
      ("Ida Moe led Norbank.", "led", "led", nil),
    ]

  @Test(arguments: sentences.indices)
  func `a title is read from its sentence`(index: Int) throws {
    let (quote, trigger, predicate, title) = Self.sentences[index]
    let found = try #require(quote.range(of: trigger))
    let start = quote[..<found.lowerBound].unicodeScalars.count
    let range = start..<(start + trigger.unicodeScalars.count)
    #expect(Offices.title(in: quote, trigger: range, predicate: predicate) == title, "\(quote)")
  }

  @Test func `without its place a predicate that is an office is the title`() {
    #expect(
      Offices.title(in: "", trigger: nil, predicate: "foreign minister") == "foreign minister")
    #expect(Offices.title(in: "", trigger: nil, predicate: "runs") == nil)
    #expect(Offices.title(in: "ab", trigger: 1..<9, predicate: "") == nil)
  }

  @Test(arguments: [
    ("chairman", "chairwoman"), ("CEO", "chief executive"), ("premier", "prime minister"),
    ("deputy chairman", "deputy chairwoman"),
  ])
  func `one office under two names is one`(one: String, other: String) {
    #expect(Offices.key(one) == Offices.key(other))
    #expect(Offices.key(one) != Offices.key("president"))
  }
}
