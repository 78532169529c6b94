import RelataCore

extension Sentence {
  /// A sentence of consecutive words; the first counts as if space stood before it.
  init(_ words: ArraySlice<Token>, isFurniture: Bool = false) {
    var previous = -1
    let tokens = words.map { word in
      defer { previous = word.span.end }
      var token = word
      token.spaceBefore = word.span.start != previous
      return token
    }
    let start = tokens.first?.span.start ?? 0
    self.init(
      span: Span(start, tokens.last?.span.end ?? start), tokens: tokens, isFurniture: isFurniture)
  }
}
