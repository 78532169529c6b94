import RelataCore
import RelataLanguage
import RelataTestSupport
import Testing

@testable import RelataAnnotation

@Suite("Word splitting")
struct WordSplitterTests {
  private func words(_ text: String) -> [String] {
    let source = SourceText(text)
    return WordSplitter(source).words(in: source.span).map { source[$0] }
  }

  @Test(arguments: [
    ("Don't say she's here; they'll've gone.", "Do n't say she 's here ; they 'll 've gone ."),
    ("I cannot; you can’t.", "I can not ; you ca n’t ."),
    ("the workers' rights and Iraq's U.S.'s", "the workers ' rights and Iraq 's U.S. 's"),
    ("an oil-rich, anti-war co-founder", "an oil - rich , anti-war co-founder"),
    ("O'Neill of R&D at AT&T", "O'Neill of R&D at AT&T"),
    (
      "Sen. J. K. Rowling vs. Smith Jr. of Acme Inc.",
      "Sen. J. K. Rowling vs. Smith Jr. of Acme Inc."
    ),
    ("in the U.S.-led war at 10:30 a.m.", "in the U.S. - led war at 10:30 a.m."),
    ("$1,000.50, €3 and 62%", "$ 1,000.50 , € 3 and 62 %"),
    ("5pm on 9/11, the 1980s and the 20th", "5 pm on 9/11 , the 1980s and the 20th"),
    ("call 713-853-3989 in 1990-1995", "call 713-853-3989 in 1990 - 1995"),
    (
      "see http://a.org/b?c=1, or john.doe@example.org.",
      "see http://a.org/b?c=1 , or john.doe@example.org ."
    ),
    ("on voanews.com today", "on voanews.com today"),
    ("“Really?!” he said… (no) -- yes", "“ Really ?! ” he said … ( no ) -- yes"),
    ("No. 5 said no. Then", "No. 5 said no . Then"),
    ("al-Qaida's Zoë Brontë-Müller", "al - Qaida 's Zoë Brontë - Müller"),
    ("I dont think he wont; Im told they didnt", "I do nt think he wo nt ; I m told they did nt"),
    ("Ive seen thats $$$ and $5", "I ve seen that s $$$ and $ 5"),
    ("the tent of a patient client", "the tent of a patient client"),
    ("Anna Kern@SALES wrote to comp.sources.unix.", "Anna Kern@SALES wrote to comp.sources.unix ."),
    ("It came in at #1 with #Kabul", "It came in at # 1 with #Kabul"),
    (
      "oil, gas, etc. in bulk, or water etc. Then", "oil , gas , etc. in bulk , or water etc . Then"
    ),
    ("<\u{338} 3\u{20e3} -\u{301}", "<\u{338} 3\u{20e3} -\u{301}"),
    ("family 👩‍👩‍👧 e\u{301}t\u{e9}", "family 👩‍👩‍👧 e\u{301}t\u{e9}"),
  ])
  func `words are those of the treebanks`(text: String, expected: String) {
    #expect(words(text).joined(separator: " ") == expected)
  }

  @Test(arguments: 0..<200)
  func `any Unicode splits into words that cover every visible scalar in order`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let source = SourceText(scalars: RandomText.scalars(&generator, count: 300))
    var end = 0
    for span in WordSplitter(source).words(in: source.span) {
      #expect(!span.isEmpty && span.start >= end)
      #expect(source.scalars[end..<span.start].allSatisfy(ScalarClass.isSpace))
      #expect(!source.scalars[span.start..<span.end].contains(where: ScalarClass.isSpace))
      end = span.end
    }
    #expect(source.scalars[end...].allSatisfy(ScalarClass.isSpace))
  }

  @Test(arguments: ["a", "a.", "a-", "'", "@a", "1-", "\u{301}", "http://a/", "A.", "a'", "n't"])
  func `endless words take linear time`(unit: String) {
    let source = SourceText(String(repeating: unit, count: 50_000))
    let words = WordSplitter(source).words(in: source.span)
    #expect(words.last?.end == source.count)
  }
}

/// Random texts that mix letters of many scripts, punctuation, marks and rare scalars.
enum RandomText {
  private static let common = Array(
    "aeinst AEIST.,'’\"“”-–()[]!?:;@#$%/\\0123\n\n\t \u{a0}".unicodeScalars)

  static func scalars(_ generator: inout SeededGenerator, count: Int) -> [Unicode.Scalar] {
    (0..<count).compactMap { _ in
      if Int.random(in: 0..<4, using: &generator) > 0 {
        return common.randomElement(using: &generator)
      }
      let ranges: [ClosedRange<UInt32>] = [
        0...0x2ff, 0x300...0x36f, 0x370...0xfff, 0x2000...0x206f, 0x3000...0x4fff,
        0xac00...0xd7ff, 0xfe00...0xffff, 0x1f300...0x1faff, 0xe0000...0xe01ef, 0x10000...0x10ffff,
      ]
      let range = ranges.randomElement(using: &generator) ?? 0...0x7f
      return Unicode.Scalar(UInt32.random(in: range, using: &generator))
    }
  }
}
