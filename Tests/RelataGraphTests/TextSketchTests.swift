import RelataCore
import RelataTestSupport
import Testing

@testable import RelataGraph

/// An article that several papers print is one report; two that share a quotation are two.
@Suite struct TextSketchTests {
  /// Sentences of made-up words, no two of them alike.
  private static func story(_ seed: UInt64, sentences: Int = 20) -> [String] {
    var random = SeededGenerator(seed: seed)
    let words = (0..<400).map { number in
      "w\(number)" + String(UnicodeScalar(UInt8(97 + Int.random(in: 0..<26, using: &random))))
    }
    return (0..<sentences).map { _ in
      (0..<18).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }
        .joined(separator: " ") + "."
    }
  }

  private static func sketch(_ sentences: [String]) -> TextSketch {
    TextSketch(SourceText(sentences.joined(separator: " ")))
  }

  /// Whether the two are found to be copies, as a graph finds them: by a band that both have.
  private func areCopies(_ a: [String], _ b: [String]) -> Bool {
    let (a, b) = (Self.sketch(a), Self.sketch(b))
    #expect(a.isCopy(of: b) == b.isCopy(of: a))
    return !Set(a.bands).isDisjoint(with: b.bands) && a.isCopy(of: b)
  }

  @Test(arguments: UInt64(0)..<20) func `edits of the desk leave a copy`(seed: UInt64) {
    let story = Self.story(seed)
    let own = Self.story(seed + 1000)
    let headline = "Another headline altogether, by a person of the house"
    #expect(areCopies(story, story))
    #expect(areCopies(story, [headline] + story))
    #expect(areCopies(story, Array(story.prefix(10))))
    #expect(areCopies(story, Array(story.prefix(6))))
    #expect(areCopies(story, ["ARDESK (Anchorline) —"] + story.dropFirst() + [own[0]]))
    #expect(areCopies(story, Array(story.prefix(12)) + own.prefix(5)))
  }

  @Test(arguments: UInt64(0)..<20) func `own stories with a quotation in common are two`(
    seed: UInt64
  ) {
    let (story, other) = (Self.story(seed), Self.story(seed + 1000))
    #expect(!areCopies(story, other))
    #expect(!areCopies(story, [story[3]] + other))
    #expect(!areCopies(story, Array(story.prefix(3)) + other))
    // Two short items around one statement of two sentences.
    #expect(!areCopies(Array(story.prefix(4)), Array(story.prefix(1)) + other.prefix(3)))
  }

  @Test func `a digest of many reports is a copy of none`() {
    let stories = (0..<6).map { Self.story($0, sentences: 6) }
    for story in stories { #expect(!areCopies(story, Array(stories.joined()))) }
  }

  @Test func `a text of a few words is not compared`() {
    let sketch = Self.sketch(["Corvane owns the pier of Brenza, the register says."])
    #expect(sketch.bands.isEmpty && !sketch.isCopy(of: sketch))
    #expect(Self.sketch([]).shingles.isEmpty)
  }

  @Test func `furniture, case and punctuation do not count`() {
    let story = Self.story(7).joined(separator: " ")
    let box = "Sign up for our newsletter. "
    let text = SourceText(box + story)
    let without = TextSketch(text, without: [Span(0, box.unicodeScalars.count)])
    #expect(without == TextSketch(SourceText(story)))
    #expect(
      TextSketch(SourceText("“" + story.replacing(".", with: "’ —").uppercased() + "”"))
        == TextSketch(SourceText(story)))
  }

  @Test func `the numbers of words are those that stand in graph files`() {
    #expect(WordHashes.of("The bank’s owner, €5!").count == 5)
    #expect(WordHashes.of("a") == [0xAF63_DC4C_8601_EC8C])
    #expect(WordHashes.mixed(0) == 0xE220_A839_7B1D_CDAF)
    #expect(WordHashes.shingles(WordHashes.of("a b"), length: 3).isEmpty)
  }
}
