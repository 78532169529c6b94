import RelataCore

extension Document {
  struct Stretch: Equatable {
    var span: Span
    var isFurniture: Bool
  }

  /// The text cut at the borders of furniture, in order, complete, without empty stretches.
  ///
  /// Furniture that is out of order, overlapping or outside the text is clipped.
  var stretches: [Stretch] {
    var stretches: [Stretch] = []
    var position = 0
    for span in furniture.sorted() {
      let start = min(max(span.start, position), text.count)
      let end = min(max(span.end, start), text.count)
      if start > position {
        stretches.append(Stretch(span: Span(position, start), isFurniture: false))
      }
      if end > start { stretches.append(Stretch(span: Span(start, end), isFurniture: true)) }
      position = max(position, end)
    }
    if position < text.count {
      stretches.append(Stretch(span: Span(position, text.count), isFurniture: false))
    }
    return stretches
  }
}
