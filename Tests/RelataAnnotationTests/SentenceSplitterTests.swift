import RelataCore
import RelataTestSupport
import Testing

@testable import RelataAnnotation

@Suite("Sentence splitting")
struct SentenceSplitterTests {
  private func sentences(_ text: String) -> [String] {
    let source = SourceText(text)
    let words = WordSplitter(source).words(in: source.span)
    return SentenceSplitter(source, words: words).sentences().map {
      source[Span(words[$0.lowerBound].start, words[$0.upperBound - 1].end)]
    }
  }

  @Test(arguments: [
    "He met Sen. John McCain of Arizona on Monday.|McCain smiled.",
    "Troops left the U.S. in May.|They returned.",
    "She lives in the U.S.|The law is new.",
    "George W. Bush and J. K. Rowling met at 10 a.m. Monday.|It rained.",
    "He works for Acme Inc.|He left in 2001.",
    "\"We won.\"|The crowd cheered.",
    "\"Are you sure?\" Smith asked.|\"Yes!\" she said.",
    "It fell 3.5 percent to $1,000.50.|Shares rose.",
    "He stopped... then went on.|Nobody knew…|Then all did.",
    "It was found (in 1999).|(See below.)|More follows.[12]|Then this. [3]|And that.",
    "See www.example.com.|Write to a@b.org.",
    "What?!|No way!!|OK.",
    "he said it was fine.|then she left.", "buy a dog.|i want it.|what?|so good!!|it was",
    "It covers 30 sq. km of land.|He left.", "Yahoo! said so.|He left.",
    "Send it by noon.|Best regards,|Anna Kern", "Thanks,|Paul|03/27/2001 09:11 AM|Please call.",
    "See http://a.org/b|Then call me :-)|It is late.", "Signed|________|Anna Kern",
    "He left on 03/27/2001, thanks to Anna, Paul said.", "On Monday, Anna, Paul and I met.",
    "Emeka Obi left Ardent Media Inc.|Helen Prosser hired Oleg Sidorenko.",
    "Kern sued Lund & Co.|Gulnara Osmonova runs it.", "He met Paul Kern Jr.|Anna Lund left.",
    "She works for Ardent Ltd.|Helen Prosser, its owner, said so.",
    "Kern lives in the U.S.|Helen Prosser lives in Oslo.",
    "He said Acme Inc. Chairman Paul Lee left.", "Acme Inc. Europe said it lost.",
    "He told the U.S. Senate Banking Committee was late.", "He left Kern Ltd. of London.",
    "Kern sold Acme Inc. Europe and Acme Ltd. Asia in May.", "The U.S. Army said Kern left.",
    "He met George Hale Jr. Lund and others.", "Oil, gas etc.|They sell it.",
    "He knew . . . nothing.|So?",
  ])
  func `sentences end where readers would end them`(marked: String) {
    let expected = marked.split(separator: "|").map(String.init)
    #expect(sentences(expected.joined(separator: " ")) == expected)
  }

  @Test func `a forgotten space is seen`() {
    #expect(
      sentences("It was fine.Nobody came?yes, one!Paul. See node.js or p.Kern.")
        == ["It was fine.", "Nobody came?", "yes, one!", "Paul.", "See node.js or p.Kern."])
  }

  @Test func `blank lines always break, wrapped lines never`() {
    #expect(
      sentences(
        "MINISTER RESIGNS\n\nThe finance minister of Kenya,\nAmos Kimunya, resigned on\nTuesday. He left."
      )
        == [
          "MINISTER RESIGNS", "The finance minister of Kenya,\nAmos Kimunya, resigned on\nTuesday.",
          "He left.",
        ])
  }

  @Test func `headlines, lists and lines of paragraphs stand for themselves`() {
    let long = "The minister " + String(repeating: "really ", count: 30) + "resigned"
    #expect(
      sentences("Minister resigns\n\(long).\n\(long)") == ["Minister resigns", long + ".", long])
    #expect(
      sentences("They want:\n- peace\n- bread and\n  butter") == [
        "They want:", "- peace", "- bread and\n  butter",
      ])
    #expect(sentences("One\r\nTwo words here\r\n\r\nThree") == ["One", "Two words here", "Three"])
  }

  @Test func `numbers of list items stay with the item`() {
    #expect(sentences("1. Open the door.\n2. Leave.") == ["1. Open the door.", "2. Leave."])
  }

  @Test func `endless sentences are cut`() {
    let text = String(repeating: "word, ", count: 5_000)
    let source = SourceText(text)
    let words = WordSplitter(source).words(in: source.span)
    let ranges = SentenceSplitter(source, words: words).sentences()
    #expect(ranges.allSatisfy { $0.count <= SentenceSplitter.longest })
    #expect(ranges.reduce(0) { $0 + $1.count } == words.count)
  }

  @Test(arguments: 0..<200)
  func `sentences partition the words of any text`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let source = SourceText(scalars: RandomText.scalars(&generator, count: 400))
    let words = WordSplitter(source).words(in: source.span)
    var next = 0
    for range in SentenceSplitter(source, words: words).sentences() {
      #expect(range.lowerBound == next && !range.isEmpty)
      next = range.upperBound
    }
    #expect(next == words.count)
  }
}
