import RelataCore

/// Keeps names within the cells of a line that tabs divide.
///
/// Model and trees see words and not what lies between them: "Karst Bank⇥Anna Kern" may look like one name.
enum CellBorders {
  /// The names of one sentence, each cut at the tabs between its words, in order.
  ///
  /// A part keeps its type, for want of a better one.
  static func cut(_ names: [NameSpan], _ tokens: [Token], in text: SourceText) -> [NameSpan] {
    names.flatMap { name in
      var parts: [NameSpan] = []
      var start = name.words.lowerBound
      for word in name.words {
        let next = word + 1
        guard
          next == name.words.upperBound
            || text.scalars[tokens[word].span.end..<tokens[next].span.start].contains("\t")
        else { continue }
        var part = name
        part.words = start..<next
        parts.append(part)
        start = next
      }
      return parts
    }
  }
}
