import RelataCore
import RelataLanguage

/// Ways in which text reaches a reader worse than it was written.
public enum TextVariant: String, CaseIterable, Sendable {
  case lowerCase
  case upperCase
  /// Letters confused as optical character recognition confuses them, about 3 % of all.
  case scanned
  /// Without punctuation marks; words that only a mark kept apart are kept apart by a space.
  case unpunctuated

  /// A document in this form, annotations moved along; words that vanish leave the tree.
  ///
  /// Deterministic: the same document always gets the same noise.
  public func applied(to document: GoldDocument) -> GoldDocument {
    let edit = TextEdit(document.text, pieces(document))
    var varied = document
    varied.text = edit.text
    varied.sentences = document.sentences.compactMap { sentence in
      let tokens = Self.withoutEmpty(
        sentence.tokens.map { token in
          var moved = token
          moved.span = edit.moved(token.span)
          moved.form = edit.text[moved.span]
          return moved
        })
      guard let first = tokens.first, let last = tokens.last else { return nil }
      return Sentence(
        span: Span(first.span.start, last.span.end), tokens: tokens,
        isFurniture: sentence.isFurniture)
    }
    varied.names = document.names.compactMap { name in
      let span = edit.moved(name.span)
      return span.isEmpty ? nil : GoldDocument.Name(span: span, type: name.type)
    }
    varied.unjudged = document.unjudged.map(edit.moved)
    return varied
  }

  /// What stands for each scalar.
  private func pieces(_ document: GoldDocument) -> [String.UnicodeScalarView] {
    let scalars = document.text.scalars
    switch self {
    case .lowerCase: return scalars.map { $0.properties.lowercaseMapping.unicodeScalars }
    case .upperCase: return scalars.map { $0.properties.uppercaseMapping.unicodeScalars }
    case .scanned: return ScannerNoise(seed: UInt64(scalars.count)).pieces(scalars)
    case .unpunctuated: return Self.withoutPunctuation(scalars)
    }
  }

  /// Marks inside words ("don't", "U.S", "3.5") stay.
  private static func withoutPunctuation(
    _ scalars: ContiguousArray<Unicode.Scalar>
  ) -> [String.UnicodeScalarView] {
    func isWord(_ i: Int) -> Bool {
      scalars.indices.contains(i)
        && (scalars[i].properties.isAlphabetic || scalars[i].properties.numericType != nil)
    }
    func isSpace(_ i: Int) -> Bool {
      !scalars.indices.contains(i) || scalars[i].properties.isWhitespace
    }
    func isMark(_ i: Int) -> Bool {
      switch scalars[i].properties.generalCategory {
      case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
        .initialPunctuation, .finalPunctuation, .otherPunctuation:
        !(isWord(i - 1) && isWord(i + 1) && "'’.,:&@/_".unicodeScalars.contains(scalars[i]))
      default: false
      }
    }
    var pieces = scalars.map { String($0).unicodeScalars }
    var i = 0
    while i < scalars.count {
      var end = i
      while end < scalars.count, isMark(end) { end += 1 }
      for mark in i..<end { pieces[mark] = "".unicodeScalars }
      // Marks with words on both sides kept them apart.
      if end > i, !isSpace(i - 1), !isSpace(end) { pieces[i] = " ".unicodeScalars }
      i = max(end, i + 1)
    }
    return pieces
  }

  /// Takes out words without letters; what hung on them hangs on their heads.
  private static func withoutEmpty(_ tokens: [Token]) -> [Token] {
    guard tokens.contains(where: \.span.isEmpty) else { return tokens }
    var tokens = tokens
    for i in tokens.indices where tokens[i].head >= 0 {
      var steps = 0
      while tokens.indices.contains(tokens[i].head), tokens[tokens[i].head].span.isEmpty,
        steps < tokens.count
      {
        tokens[i].head = tokens[tokens[i].head].head
        steps += 1
      }
    }
    var position = 0
    let newIndex = tokens.map { token in
      defer { if !token.span.isEmpty { position += 1 } }
      return position
    }
    return tokens.filter { !$0.span.isEmpty }.map { token in
      var token = token
      if tokens.indices.contains(token.head) { token.head = newIndex[token.head] }
      return token
    }
  }
}

/// A text in which every scalar was replaced, with the way from old offsets to new ones.
struct TextEdit {
  let text: SourceText
  /// New offset of each old one, the end included.
  private let offsets: [Int]

  init(_ original: SourceText, _ pieces: [String.UnicodeScalarView]) {
    var scalars: [Unicode.Scalar] = []
    var offsets: [Int] = []
    for piece in pieces {
      offsets.append(scalars.count)
      scalars += piece
    }
    offsets.append(scalars.count)
    text = SourceText(scalars: scalars)
    self.offsets = offsets
  }

  /// Where a span went, without white space at its ends.
  func moved(_ span: Span) -> Span {
    var (start, end) = (offsets[span.start], offsets[span.end])
    while start < end, text.scalars[start].properties.isWhitespace { start += 1 }
    while end > start, text.scalars[end - 1].properties.isWhitespace { end -= 1 }
    return Span(start, end)
  }
}
