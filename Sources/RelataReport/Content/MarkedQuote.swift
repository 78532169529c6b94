import RelataCore
import RelataDiagram
import RelataGraph

/// A quote cut into pieces by what they say: the two ends and the words that carry the relation.
struct MarkedQuote: Hashable {
  enum Mark: Hashable { case none, subject, object, trigger }

  struct Piece: Hashable {
    var mark: Mark
    var text: String
  }

  /// In order; together they are the quote, white space joined.
  let pieces: [Piece]

  /// Marks what lies within the quote.
  ///
  /// Spans outside it are ignored; ends win over the trigger.
  init(_ record: EvidenceRecord) {
    let scalars = Array(record.quote.unicodeScalars)
    var marks = [Mark](repeating: .none, count: scalars.count)
    let spans: [(Span?, Mark)] = [
      (record.trigger, .trigger), (record.object, .object), (record.subject, .subject),
    ]
    for (span, mark) in spans {
      guard let span, !span.isEmpty, span.start >= record.span.start else { continue }
      let (start, end) = (span.start - record.span.start, span.end - record.span.start)
      // A quote that was cut or joined no longer fits the offsets.
      guard end <= scalars.count, record.span.count == scalars.count else { continue }
      for i in start..<end { marks[i] = mark }
    }
    var pieces: [Piece] = []
    var current = String.UnicodeScalarView()
    for (i, scalar) in scalars.enumerated() {
      if i > 0, marks[i] != marks[i - 1] {
        pieces.append(Piece(mark: marks[i - 1], text: String(current)))
        current = String.UnicodeScalarView()
      }
      current.append(scalar)
    }
    if let last = marks.last { pieces.append(Piece(mark: last, text: String(current))) }
    self.pieces = pieces.compactMap(Self.cleaned)
  }

  /// Cleans a piece and keeps one space where it had some at an end.
  private static func cleaned(_ piece: Piece) -> Piece? {
    let text = DisplayText.clean(piece.text)
    let hasSpace = { (scalar: Unicode.Scalar?) in scalar?.properties.isWhitespace == true }
    let scalars = piece.text.unicodeScalars
    if text.isEmpty {
      return scalars.contains { hasSpace($0) } ? Piece(mark: .none, text: " ") : nil
    }
    let before = hasSpace(scalars.first) ? " " : ""
    let after = hasSpace(scalars.last) ? " " : ""
    return Piece(mark: piece.mark, text: before + text + after)
  }
}
