import RelataCore

/// A word between white space, with what its edges tell.
struct Word: Sendable {
  let span: Span
  /// Lower case, straight quotes, punctuation stripped from both edges ("©" and "@" are kept).
  let core: String
  let isCapitalized: Bool
  /// At least two letters and all of them capitals.
  let isAllCaps: Bool
  /// The last scalar that is no closing quote or bracket.
  let lastMark: Unicode.Scalar
  let opensBracket: Bool
  let closesBracket: Bool
  let hasLetters: Bool

  var endsSentence: Bool {
    (lastMark == "." || lastMark == "!" || lastMark == "?") && !isAbbreviation
  }

  var isNumber: Bool { core.unicodeScalars.first.map { $0.value >= 0x30 && $0.value <= 0x39 } ?? false }

  /// "Sen.", "U.S.", "J." end no sentence.
  private var isAbbreviation: Bool {
    guard lastMark == "." else { return false }
    return Self.abbreviations.contains(core) || core.unicodeScalars.count == 1 || core.contains(".")
  }

  private static let abbreviations: Set<String> = [
    "mr", "mrs", "ms", "dr", "prof", "sen", "rep", "gov", "gen", "col", "lt", "maj", "sgt", "capt",
    "st", "jr", "sr", "no", "vs", "rev", "hon", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept",
    "sep", "oct", "nov", "dec",
  ]
}

/// A line that is not blank.
struct Line: Sendable {
  /// Without white space at the edges.
  let span: Span
  let words: [Word]
  let startsParagraph: Bool
  var endsParagraph = true
  /// Whether the line goes on with a sentence that the line before left open, as in hard-wrapped text.
  let continuesSentence: Bool

  var endsSentence: Bool { words.last?.endsSentence ?? false }
}

/// The lines and words of a text.
struct TextLayout {
  private(set) var lines: [Line] = []

  /// - Parameter limit: reads only so many scalars.
  /// - Complexity: O(n).
  init(_ text: SourceText, limit: Int = .max) {
    let scalars = text.scalars
    let end = min(scalars.count, limit)
    var start = 0
    var afterBlank = true
    while start < end {
      var stop = start
      while stop < end, scalars[stop] != "\n" { stop += 1 }
      let words = Self.words(of: scalars, in: start..<stop)
      if let first = words.first, let last = words.last {
        if !afterBlank, !lines.isEmpty { lines[lines.count - 1].endsParagraph = false }
        let isOpen = !afterBlank && lines.last.map { $0.words.count >= 8 && !$0.endsSentence } ?? false
        lines.append(
          Line(
            span: first.span.union(last.span), words: words, startsParagraph: afterBlank,
            continuesSentence: isOpen))
        afterBlank = false
      } else {
        afterBlank = true
      }
      start = stop + 1
    }
  }

  private static func words(
    of scalars: ContiguousArray<Unicode.Scalar>, in range: Range<Int>
  ) -> [Word] {
    var words: [Word] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if isSpace(scalars[index]) {
        index += 1
        continue
      }
      let start = index
      while index < range.upperBound, !isSpace(scalars[index]) { index += 1 }
      words.append(word(scalars[start..<index]))
    }
    return words
  }

  private static func word(_ scalars: ArraySlice<Unicode.Scalar>) -> Word {
    var core = scalars.drop(while: isEdge)
    while let last = core.last, isEdge(last) { core.removeLast() }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: core.lazy.map { $0 == "\u{2019}" || $0 == "\u{2018}" ? "'" : $0 })
    let letters = core.filter(\.properties.isAlphabetic)
    let last = scalars.last { !closers.contains($0) } ?? scalars[scalars.startIndex]
    return Word(
      span: Span(scalars.startIndex, scalars.endIndex), core: String(view).lowercased(),
      isCapitalized: letters.first?.properties.isUppercase ?? false,
      isAllCaps: letters.count > 1 && letters.allSatisfy(\.properties.isUppercase), lastMark: last,
      opensBracket: scalars.first == "(" || scalars.first == "[",
      closesBracket: scalars.suffix(2).contains { $0 == ")" || $0 == "]" }, hasLetters: !letters.isEmpty)
  }

  private static let closers: Set<Unicode.Scalar> = [
    "\"", "'", "\u{2019}", "\u{201D}", ")", "]", "\u{00BB}",
  ]

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || (scalar.value > 0x7F && scalar.properties.isWhitespace)
      || scalar.value == 0x0C
  }

  private static func isEdge(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x80 {
      let isLetter = (value | 0x20) >= 0x61 && (value | 0x20) <= 0x7A
      return !isLetter && !(value >= 0x30 && value <= 0x39) && value != 0x40
    }
    if scalar == "©" { return false }
    return !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
      && scalar.properties.generalCategory != .nonspacingMark
  }
}
