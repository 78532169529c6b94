import RelataCore

/// Finds the headline of a plain text.
enum Headline {
  /// The first paragraph if it is one line of 3 to 25 words without final punctuation, is no furniture
  /// and is followed by a longer paragraph; else nil.
  static func find(in text: SourceText, furniture: [Span]) -> String? {
    let lines = TextLayout(text, limit: 10_000).lines
    guard
      let index = lines.firstIndex(where: { line in
        !furniture.contains { $0.overlaps(line.span) }
      }),
      index + 1 < lines.count
    else { return nil }
    let line = lines[index]
    guard line.endsParagraph, (3...25).contains(line.words.count), !line.endsSentence,
      line.words.first?.isCapitalized == true,
      lines[(index + 1)...].contains(where: { $0.words.count > line.words.count && $0.endsSentence }
      )
    else { return nil }
    return text[line.span]
  }
}
