import RelataCore
import RelataLanguage
import Testing

@testable import RelataAnnotation

@Suite("Name repair")
struct NameRepairTests {
  private func sentence(_ words: String, furniture: Bool = false) -> Sentence {
    var position = 0
    let tokens = words.split(separator: " ").map { word in
      let span = Span(position, position + word.unicodeScalars.count)
      position = span.end + 1
      let isName = word.unicodeScalars.first.map(ScalarClass.isUpper) ?? false
      return Token(
        span: span, form: String(word), lemma: "", upos: isName ? .propn : .noun, head: -1,
        deprel: "")
    }
    return Sentence(span: Span(0, max(position - 1, 0)), tokens: tokens, isFurniture: furniture)
  }

  private func repaired(_ sentences: [Sentence], _ names: [[NameSpan]]) -> [[String]] {
    NameRepair(sentences).names(names).enumerated().map { i, spans in
      spans.map { name in
        sentences[i].tokens[name.words].map(\.form).joined(separator: " ")
          + "/\(name.type.rawValue)"
      }
    }
  }

  private func name(_ words: Range<Int>, _ type: EntityType, _ score: Double = 0.9) -> NameSpan {
    NameSpan(words: words, type: type, score: score)
  }

  @Test func `titles, articles and possessives go`() {
    let text = [sentence("President George Bush 's visit to the White House")]
    #expect(
      repaired(text, [[name(0..<4, .person), name(6..<9, .location)]])
        == [["George Bush/PERSON", "White House/LOCATION"]])
  }

  @Test func `a title alone is no person`() {
    #expect(repaired([sentence("the president said")], [[name(0..<2, .person)]]) == [[]])
  }

  @Test func `names missed once are recovered from the rest of the document`() {
    let text = [
      sentence("Amos Kimunya sued Grand Regency"), sentence("Grand Regency won"),
      sentence("Kimunya lost to Grand Regency"), sentence("a grand regency began"),
    ]
    #expect(
      repaired(
        text,
        [[name(0..<2, .person), name(3..<5, .organization)], [name(0..<2, .organization)], [], []])
        == [
          ["Amos Kimunya/PERSON", "Grand Regency/ORGANIZATION"], ["Grand Regency/ORGANIZATION"],
          ["Kimunya/PERSON", "Grand Regency/ORGANIZATION"], [],
        ])
  }

  @Test func `a recovered name never becomes part of a longer one`() {
    let text = [sentence("Henry Ford spoke"), sentence("he drove a Ford Mustang")]
    #expect(repaired(text, [[name(0..<2, .person)], []]) == [["Henry Ford/PERSON"], []])
  }

  @Test func `a surname behind another given name is not recovered`() {
    let text = [sentence("George Bush spoke"), sentence("then Laura Bush spoke of Bush")]
    #expect(
      repaired(text, [[name(0..<2, .person)], []]) == [["George Bush/PERSON"], ["Bush/PERSON"]])
  }

  @Test func `furniture has no names`() {
    let text = [sentence("Amos Kimunya", furniture: true), sentence("Amos Kimunya left")]
    #expect(
      repaired(text, [[name(0..<2, .person)], [name(0..<2, .person)]]) == [
        [], ["Amos Kimunya/PERSON"],
      ])
  }

  @Test(arguments: [
    ("paid $ 4.5 million now", "$ 4.5 million"),
    ("paid 10 billion shillings", "10 billion shillings"),
    ("paid 5 U.S. dollars", "5 U.S. dollars"), ("paid € 300", "€ 300"), ("had 5 children", nil),
    ("a $ sign", nil),
  ])
  func `amounts of money are found by rule`(text: String, amount: String?) {
    #expect(repaired([sentence(text)], [[]]) == [amount.map { ["\($0)/MONEY"] } ?? []])
  }
}
