import RelataCore

/// A stretch of a document, worked on as a document of its own.
///
/// Books and dumps of text are cut so that the memory they need does not grow with them.
public struct DocumentPart: Sendable {
  /// The stretch alone, under the id of the whole.
  public var document: Document
  /// Where the stretch begins in the whole text.
  public var offset: Int
  /// Whether the part begins its document.
  public var isFirst: Bool { offset == 0 }

  /// More scalars than this are cut (some 20,000 words).
  public static let limit = 1 << 17

  /// The stretches of a text, in order, together all of it.
  ///
  /// Cut at the last blank line within the limit, else at the last line break, else at the last space,
  /// else at the limit. A text within the limit stays whole.
  ///
  /// - Complexity: O(text).
  static func spans(of text: SourceText, limit: Int = limit) -> [Span] {
    var spans: [Span] = []
    var start = 0
    while text.count - start > limit {
      let cut = cut(text.scalars[start..<start + limit]) ?? start + limit
      spans.append(Span(start, cut))
      start = cut
    }
    spans.append(Span(start, text.count))
    return spans
  }

  /// The offset behind the best break in the second half of a stretch.
  private static func cut(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    var line: Int?
    var space: Int?
    for i in scalars.indices.dropFirst(scalars.count / 2).reversed() {
      let scalar = scalars[i]
      if scalar == "\n" {
        if scalars[i - 1] == "\n" { return i + 1 }
        line = line ?? i + 1
      } else if scalar == " " {
        space = space ?? i + 1
      }
    }
    return line ?? space
  }

  init(of whole: Document, _ span: Span) {
    offset = span.start
    guard span != whole.text.span else {
      document = whole
      return
    }
    let furniture = whole.furniture.compactMap { piece -> Span? in
      let start = max(piece.start, span.start)
      let end = min(piece.end, span.end)
      return start < end ? Span(start - span.start, end - span.start) : nil
    }
    let blocks = whole.blocks.compactMap { block -> Block? in
      let start = max(block.span.start, span.start)
      let end = min(block.span.end, span.end)
      guard start < end else { return nil }
      var piece = block
      piece.span = Span(start - span.start, end - span.start)
      piece.continues = block.continues && start == block.span.start && start > span.start
      piece.speaker = block.speaker.flatMap { speaker in
        span.contains(speaker)
          ? Span(speaker.start - span.start, speaker.end - span.start) : nil
      }
      return piece
    }
    let first = whole.page(at: span.start).map { [PageStart(start: 0, page: $0)] } ?? []
    let later = whole.pages.filter { span.start < $0.start && $0.start < span.end }.map {
      PageStart(start: $0.start - span.start, page: $0.page)
    }
    document = Document(
      id: whole.id, source: whole.source, title: whole.title, published: whole.published,
      author: whole.author, outlet: whole.outlet, address: whole.address, language: whole.language,
      text: SourceText(scalars: whole.text.scalars[span.start..<span.end]), furniture: furniture,
      blocks: blocks, pages: first + later, recognizer: whole.recognizer, files: whole.files)
  }
}
