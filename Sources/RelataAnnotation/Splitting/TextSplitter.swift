import RelataCore
import RelataLanguage

/// Words and sentences of a text, without model: what annotation begins with.
public struct TextSplitter: Sendable {
  /// The words in order, without overlap; every visible scalar is in one.
  public let words: [Span]
  /// The sentences as ranges of ``words``, none empty, together all words.
  public let sentences: [Range<Int>]
  /// Whether each of ``sentences`` begins where it does by the layout of the text.
  let isFixed: [Bool]

  /// Splits a stretch of a text; by default all of it.
  ///
  /// - Complexity: O(text).
  public init(_ text: SourceText, in span: Span? = nil) {
    self.init(text, in: span ?? text.span, lines: LineBreaks(text.scalars))
  }

  /// `lines`: those of the whole text, found once for all its stretches.
  init(_ text: SourceText, in span: Span, lines: LineBreaks) {
    words = WordSplitter(text).words(in: span)
    let pieces = SentenceSplitter(text, words: words, lines: lines).split()
    sentences = pieces.map(\.words)
    isFixed = pieces.map(\.isFixed)
  }
}
