import RelataCore
import RelataLanguage

/// The words and punctuation marks of a text, in order: what facts about a bearer are read from.
///
/// Cut anew from the text, because an extraction that was read back has no words.
struct TextWords {
  struct Word {
    let span: Span
    /// Folded; of a mark the mark itself.
    let text: String
    let isWord: Bool
    let isCapitalized: Bool

    var number: Int? { text.utf8.count <= 4 ? Int(text) : nil }
    /// A year from 1800 to 2099.
    var year: Int? {
      number.flatMap { text.utf8.count == 4 && (1800...2099).contains($0) ? $0 : nil }
    }
  }

  let words: [Word]

  /// - Complexity: O(length of the text).
  init(_ text: SourceText) {
    var words: [Word] = []
    var start: Int?
    let scalars = text.scalars
    func close(_ end: Int) {
      guard let from = start else { return }
      start = nil
      let form = text[Span(from, end)]
      words.append(
        Word(
          span: Span(from, end), text: TextFolding.folded(form), isWord: true,
          isCapitalized: scalars[from].properties.isUppercase))
    }
    for i in scalars.indices {
      let scalar = scalars[i]
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark
        || Self.isInside(i, scalars)
      {
        if start == nil { start = i }
        continue
      }
      close(i)
      if !scalar.properties.isWhitespace {
        words.append(
          Word(
            span: Span(i, i + 1), text: String(Character(scalar)), isWord: false,
            isCapitalized: false))
      }
    }
    close(scalars.count)
    self.words = words
  }

  /// "9,000" and "2.4" are one word.
  private static func isInside(_ i: Int, _ scalars: ContiguousArray<Unicode.Scalar>) -> Bool {
    guard scalars[i] == "," || scalars[i] == ".", i > 0, i + 1 < scalars.count else { return false }
    return ScalarClass.isDigit(scalars[i - 1]) && ScalarClass.isDigit(scalars[i + 1])
  }

  /// The index of the first word that starts at an offset or behind it.
  func index(at offset: Int) -> Int {
    words.partitioningIndex { $0.span.start >= offset }
  }

  /// The words that lie in a span.
  func words(in span: Span) -> ArraySlice<Word> {
    let first = index(at: span.start)
    return words[first..<max(first, index(at: span.end))]
  }

  /// The text of a word; empty outside.
  subscript(_ i: Int) -> String { words.indices.contains(i) ? words[i].text : "" }
}
