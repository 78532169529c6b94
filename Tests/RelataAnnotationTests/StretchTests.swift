import RelataCore
import Testing

@testable import RelataAnnotation

/// Furniture cuts a text into stretches, too long sentences are cut, spaces are known.
@Suite("Stretches and bounds")
struct StretchTests {
  private func stretches(_ count: Int, _ furniture: [(Int, Int)]) -> [String] {
    let document = Document(
      id: DocumentID("d"), source: "t", text: SourceText(String(repeating: "x", count: count)),
      furniture: furniture.map { Span($0.0, $0.1) })
    return document.stretches.map {
      "\($0.span.start)-\($0.span.end)\($0.isFurniture ? " furniture" : "")"
    }
  }

  @Test func `furniture cuts the text, in order and without gaps`() {
    #expect(stretches(10, []) == ["0-10"])
    #expect(stretches(0, []) == [])
    #expect(stretches(10, [(0, 10)]) == ["0-10 furniture"])
    #expect(stretches(10, [(2, 4)]) == ["0-2", "2-4 furniture", "4-10"])
    #expect(
      stretches(10, [(6, 8), (2, 4)]) == ["0-2", "2-4 furniture", "4-6", "6-8 furniture", "8-10"])
    #expect(stretches(10, [(0, 4), (4, 10)]) == ["0-4 furniture", "4-10 furniture"])
    #expect(stretches(10, [(2, 6), (4, 8)]) == ["0-2", "2-6 furniture", "6-8 furniture", "8-10"])
    #expect(stretches(10, [(2, 8), (3, 5)]) == ["0-2", "2-8 furniture", "8-10"])
    #expect(stretches(10, [(8, 20)]) == ["0-8", "8-10 furniture"])
    #expect(stretches(10, [(12, 20)]) == ["0-10"])
    #expect(stretches(10, [(3, 3)]) == ["0-3", "3-10"])
  }

  @Test func `runs of furniture and of text are told apart`() {
    func runs(_ flags: [Bool]) -> [Range<Int>] {
      Annotator.stretches(flags.map { Sentence(span: Span(0, 0), tokens: [], isFurniture: $0) })
    }
    #expect(runs([]) == [])
    #expect(runs([true]) == [0..<1])
    #expect(runs([false, false]) == [0..<2])
    #expect(runs([false, true, true, false]) == [0..<1, 1..<3, 3..<4])
    #expect(runs([true, false, true]) == [0..<1, 1..<2, 2..<3])
  }

  private func lengths(_ text: String) -> [Int] {
    TextSplitter(SourceText(text)).sentences.map(\.count)
  }

  @Test func `a sentence beyond the limit is cut at a semicolon, a comma, or the limit`() {
    let word = "word "
    func words(_ count: Int) -> String { String(repeating: word, count: count) }
    #expect(lengths(words(400)) == [400])
    #expect(lengths(words(401)) == [400, 1])
    #expect(lengths(words(300) + "; " + words(200)) == [301, 200])
    #expect(lengths(words(300) + ", " + words(200)) == [301, 200])
    #expect(lengths(words(250) + "; " + words(100) + ", " + words(200)) == [251, 301])
    #expect(lengths(words(210) + "; " + words(100) + "; " + words(200)) == [312, 200])
    #expect(lengths(words(200) + "; " + words(300)) == [201, 300])
    #expect(lengths(words(199) + "; " + words(300)) == [400, 100])
    #expect(lengths(words(399) + "; " + words(1)) == [400, 1])
    #expect(lengths(words(400) + "; " + words(1)) == [400, 2])
    #expect(lengths(words(900)) == [400, 400, 100])
    #expect(lengths(words(450) + ". Then it ended.") == [400, 51, 4])
  }

  @Test func `what is cut is fixed, what punctuation ends is not`() {
    func fixed(_ text: String) -> [Bool] { TextSplitter(SourceText(text)).isFixed }
    #expect(fixed("One. Two.\n\nThree. Four.") == [true, false, true, false])
    #expect(fixed("One. Thanks, Anna") == [true, false, true])
    #expect(fixed(String(repeating: "word ", count: 900)) == [true, true, true])
    #expect(fixed("One. " + String(repeating: "word ", count: 500)) == [true, false, true])
  }

  @Test func `a sentence knows where spaces stand and where it lies`() throws {
    let source = SourceText("A b-c d.")
    let tokens = TextSplitter(source).words.map {
      Token(
        span: $0, form: source[$0], lemma: "", upos: .x, head: -1, deprel: "", spaceBefore: false)
    }
    let sentence = Sentence(tokens[1...], isFurniture: true)
    #expect(sentence.tokens.map(\.spaceBefore) == [true, false, false, true, false])
    #expect(sentence.span == Span(2, 8) && sentence.isFurniture)
    #expect(Sentence([]).span == Span(0, 0))
  }

  @Test func `a part of a text is split alone`() {
    let source = SourceText("One two. Three four. Five")
    let splitter = TextSplitter(source, in: Span(9, 20))
    #expect(splitter.words.map { source[$0] } == ["Three", "four", "."])
    #expect(splitter.sentences == [0..<3])
  }
}
