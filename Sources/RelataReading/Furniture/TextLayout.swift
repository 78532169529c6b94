import RelataCore
import RelataLanguage

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

  var isNumber: Bool {
    core.unicodeScalars.first.map { $0.value >= 0x30 && $0.value <= 0x39 } ?? false
  }

  /// "Sen.", "U.S.", "J." end no sentence.
  private var isAbbreviation: Bool {
    guard lastMark == "." else { return false }
    return Self.abbreviations.contains(core) || core.unicodeScalars.count == 1 || core.contains(".")
  }

  private static let abbreviations = Set(Abbreviations.titles.map { $0.lowercased() })
    .union(CalendarWords.table[.shortMonth]).union(["jr", "sr", "no", "vs"])
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

  /// Reads the lines of the first `limit` scalars.
  ///
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
        let isOpen =
          !afterBlank && lines.last.map { $0.words.count >= 8 && !$0.endsSentence } ?? false
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
      words.append(word(of: scalars, from: start, to: index))
    }
    return words
  }

  private static func word(
    of scalars: ContiguousArray<Unicode.Scalar>, from start: Int, to end: Int
  ) -> Word {
    var first = start
    var stop = end
    while first < stop, isEdge(scalars[first]) { first += 1 }
    while stop > first, isEdge(scalars[stop - 1]) { stop -= 1 }
    var utf8: [UInt8] = []
    var letters = 0
    var capitals = 0
    var isCapitalized = false
    utf8.reserveCapacity(stop - first)
    var index = first
    while index < stop {
      let scalar = scalars[index]
      let kind = letterKind(scalar)
      if kind != .none {
        letters += 1
        if kind == .capital { capitals += 1 }
        if letters == 1 { isCapitalized = kind == .capital }
      }
      append(scalar, isCapital: kind == .capital, to: &utf8)
      index += 1
    }
    var last = end - 1
    while last > start, isCloser(scalars[last]) { last -= 1 }
    let lastMark = isCloser(scalars[last]) ? scalars[start] : scalars[last]
    return Word(
      span: Span(start, end), core: String(decoding: utf8, as: UTF8.self),
      isCapitalized: isCapitalized, isAllCaps: letters > 1 && letters == capitals,
      lastMark: lastMark, opensBracket: isBracket(scalars[start], "(", "["),
      closesBracket: isBracket(scalars[end - 1], ")", "]")
        || (end - start > 1 && isBracket(scalars[end - 2], ")", "]")),
      hasLetters: letters > 0)
  }

  /// Appends the scalar in lower case, curly single quotes made straight.
  private static func append(_ scalar: Unicode.Scalar, isCapital: Bool, to utf8: inout [UInt8]) {
    let value = scalar.value
    if value < 0x80 {
      utf8.append(UInt8(value) | (isCapital ? 0x20 : 0))
    } else if value == 0x2018 || value == 0x2019 {
      utf8.append(0x27)
    } else if isCapital {
      utf8.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    } else {
      utf8.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  private enum LetterKind { case none, small, capital }

  private static func letterKind(_ scalar: Unicode.Scalar) -> LetterKind {
    let value = scalar.value
    if value < 0x80 {
      if value >= 0x41, value <= 0x5A { return .capital }
      return value >= 0x61 && value <= 0x7A ? .small : .none
    }
    guard scalar.properties.isAlphabetic else { return .none }
    return scalar.properties.isUppercase ? .capital : .small
  }

  private static func isCloser(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "'", "\u{2019}", "\u{201D}", ")", "]", "\u{00BB}": true
    default: false
    }
  }

  private static func isBracket(
    _ scalar: Unicode.Scalar, _ round: Unicode.Scalar, _ square: Unicode.Scalar
  ) -> Bool { scalar == round || scalar == square }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x80 { return value == 0x20 || value == 0x09 || value == 0x0C }
    return scalar.properties.isWhitespace
  }

  private static func isEdge(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x80 {
      let isLetter = (value | 0x20) >= 0x61 && (value | 0x20) <= 0x7A
      return !isLetter && !(value >= 0x30 && value <= 0x39) && value != 0x40
    }
    return value != 0xA9 && !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
      && scalar.properties.generalCategory != .nonspacingMark
  }
}
