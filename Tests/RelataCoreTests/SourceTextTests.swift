import Foundation
import RelataCore
import RelataTestSupport
import Testing

@Suite struct SourceTextTests {
  @Test func offsetsCountUnicodeScalars() {
    let text = SourceText("Zoë 👩‍👩‍👧 e\u{301}")
    #expect(text.count == 12)
    #expect(text[Span(0, 3)] == "Zoë")
    #expect(text[Span(10, 11)] == "e")
    #expect(text[Span(11, 12)] == "\u{301}")
  }

  @Test func everySpanOfRandomTextRoundTrips() {
    var generator = SeededGenerator(seed: 7)
    let pool = Array("ab é\u{301}\r\n\u{0}👩🏽‍🚀اب\u{200d}".unicodeScalars)
    for _ in 0..<200 {
      let scalars = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        pool[Int.random(in: 0..<pool.count, using: &generator)]
      }
      let text = SourceText(scalars: scalars)
      let start = Int.random(in: 0...text.count, using: &generator)
      let end = Int.random(in: start...text.count, using: &generator)
      #expect(Array(text[Span(start, end)].unicodeScalars) == Array(scalars[start..<end]))
    }
  }

  @Test func linesAndColumnsStartAtOne() {
    let text = SourceText("ab\nc")
    #expect(text.lineAndColumn(at: 0) == (1, 1))
    #expect(text.lineAndColumn(at: 2) == (1, 3))
    #expect(text.lineAndColumn(at: 3) == (2, 1))
  }

  @Test func canonicallyEqualTextsWithOtherScalarsDiffer() {
    #expect(SourceText("é") != SourceText("e\u{301}"))
  }

  @Test(arguments: [#"{"start":3,"end":1}"#, #"{"start":-1,"end":1}"#])
  func spansThatAreNoRangesAreRefused(json: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Span.self, from: Data(json.utf8))
    }
  }

  @Test func touchingSpansDoNotOverlap() {
    #expect(!Span(0, 3).overlaps(Span(3, 5)))
    #expect(Span(0, 4).overlaps(Span(3, 5)))
    #expect(Span(0, 4).contains(Span(4, 4)))
    #expect(Span(0, 2).union(Span(5, 6)) == Span(0, 6))
  }
}
