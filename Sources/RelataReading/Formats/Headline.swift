import RelataCore

/// Finds the headline of a plain text.
enum Headline {
  /// The first paragraph if it is a headline, else nil.
  ///
  /// It is one line of 3 to 25 words, without final punctuation but a question mark, is no furniture and is
  /// followed by a longer paragraph; a byline or a date may follow it right away.
  static func find(in text: SourceText, furniture: [Span]) -> String? {
    let lines = TextLayout(text, limit: 10_000).lines
    guard
      let index = lines.firstIndex(where: { line in
        !furniture.contains { $0.overlaps(line.span) }
      }),
      index + 1 < lines.count
    else { return nil }
    let line = lines[index]
    let isQuestion = line.words.last?.lastMark == "?"
    guard line.endsParagraph || isOfHead(lines[index + 1], in: text),
      (3...25).contains(line.words.count), !line.endsSentence || isQuestion,
      line.words.first?.isCapitalized == true,
      lines[(index + 1)...].contains(where: { $0.words.count > line.words.count && $0.endsSentence }
      )
    else { return nil }
    return text[line.span]
  }

  /// "By Anna Kern", "12 April 2022".
  private static func isOfHead(_ line: Line, in text: SourceText) -> Bool {
    let words = text[line.span]
    return PageByline.person(words, isSigned: false) != nil
      || line.words.count < 7 && PageByline.day(in: words) != nil
  }

  /// Whom a line of the head names as author: "By Anna Kern", among the first six lines.
  static func author(of text: SourceText) -> String? {
    TextLayout(text, limit: 2_000).lines.prefix(6).lazy.filter { $0.words.count < 13 }
      .compactMap { PageByline.person(text[$0.span], isSigned: false) }.first
  }

  /// The day that a line of the head gives by itself, among the first six lines.
  static func day(of text: SourceText) -> String? {
    TextLayout(text, limit: 2_000).lines.prefix(6).lazy.filter { $0.words.count < 7 }
      .compactMap { PageByline.day(in: text[$0.span]) }.first
  }
}
