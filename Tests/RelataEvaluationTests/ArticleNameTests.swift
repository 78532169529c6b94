import Foundation
import RelataCore
import RelataEvaluation
import Testing

@Suite struct ArticleNameTests {
  private func named(_ text: String, _ entities: String) throws -> GoldDocument {
    let line = """
      {"id":"1","text":"\(text)","entities":[\(entities.replacing("\n", with: ""))],"relations":[]}
      """
    return try #require(try GoldArticle.read(jsonl: Data(line.utf8), file: "x").first).named
  }

  private func names(_ document: GoldDocument) -> [String] {
    document.names.map { "\(document.text[$0.span]) \($0.type)" }
  }

  @Test func aliasesLoseArticlesTitlesAndPossessives() throws {
    let document = try named(
      "President Bush met Kofi Annan of the United Nations; Bush's aides and Syrian officials left.",
      """
      {"id":"e1","name":"George Bush","type":"PERSON","aliases":["President Bush","Bush's"]},
      {"id":"e2","name":"Kofi Annan","type":"PERSON","aliases":["Kofi Annan"]},
      {"id":"e3","name":"United Nations","type":"ORGANIZATION","aliases":["the United Nations"]},
      {"id":"e4","name":"Syria","type":"LOCATION","aliases":["Syrian"]}
      """)
    #expect(
      names(document) == [
        "Bush PERSON", "Kofi Annan PERSON", "United Nations ORGANIZATION", "Bush PERSON",
        "Syrian GROUP",
      ])
  }

  @Test func longerNamesGoFirstAndWordsAreWhole() throws {
    let document = try named(
      "Bank of Iran and Iran, not Iranair.",
      """
      {"id":"e1","name":"Iran","type":"LOCATION","aliases":["Iran"]},
      {"id":"e2","name":"Bank of Iran","type":"ORGANIZATION","aliases":["Bank of Iran"]}
      """)
    #expect(names(document) == ["Bank of Iran ORGANIZATION", "Iran LOCATION"])
  }

  @Test func descriptionsAreJudgedNeitherWay() throws {
    let document = try named(
      "The Agency said the civil war went on.",
      """
      {"id":"e1","name":"the agency","type":"ORGANIZATION","aliases":["The Agency","the agency"]},
      {"id":"e2","name":"war","type":"EVENT","aliases":["the civil war"]}
      """)
    #expect(document.names.isEmpty)
    #expect(document.unjudged.map { document.text[$0] } == ["Agency", "civil war"])
  }
}
