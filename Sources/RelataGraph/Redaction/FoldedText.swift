import RelataLanguage

/// A text as its readers see it, in words: letters folded, what is invisible left out, escapes resolved,
/// and for each letter the scalars of the text that it stands for.
struct FoldedText {
  /// A run of letters or of digits.
  struct Word {
    var folded: String
    /// Where its letters lie in ``FoldedText/letters``.
    var letters: Range<Int>
    /// Its scalars in the text.
    var range: Range<Int>
    /// Whether it begins with a capital or is of a script without case.
    var isCapital: Bool
    /// Whether none of its letters is small.
    var isAllCapitals: Bool
    var isNumber: Bool
    /// Where a small letter is followed by a capital within it, counted in letters.
    var humps: [Int]

    var count: Int { letters.count }
  }

  /// The text.
  let source: [Unicode.Scalar]
  private(set) var words: [Word] = []
  /// The folded letters of all words.
  private(set) var letters: [Unicode.Scalar] = []
  /// Where each of them stands in the text.
  private(set) var origins: [Range<Int>] = []
  /// What stands before each word and behind the last, escapes resolved, without what is invisible.
  private var gaps: [[Unicode.Scalar]] = [[]]
  /// Whether most long words have a capital, as in headlines: a capital then tells nothing.
  private(set) var isHeadline = false

  /// - Complexity: O(n).
  init(_ source: [Unicode.Scalar], as reading: LetterReading = .plain) {
    self.source = source
    var builder = WordBuilder()
    let glyphs = EscapedText.glyphs(source)
    for (index, glyph) in glyphs.enumerated() {
      let scalar = glyph.scalar
      if LetterReading.isIgnorable(scalar) || Self.isLineBreakHyphen(glyphs, index) { continue }
      let isNumber = scalar.properties.numericType == .decimal
      guard isNumber || Self.isLetter(scalar) else {
        close(&builder)
        gaps[gaps.count - 1].append(scalar)
        continue
      }
      if builder.isNumber != isNumber { close(&builder) }
      let isUpper = scalar.properties.isUppercase
      let folded = reading.letters(scalar, afterSmall: builder.endsSmall)
      if isUpper, builder.endsSmall { builder.humps.append(letters.count) }
      builder.add(
        at: letters.count, glyph.range, isUpper: isUpper, isLower: scalar.properties.isLowercase,
        isNumber: isNumber)
      letters += folded
      for _ in folded { origins.append(glyph.range) }
    }
    close(&builder)
    isHeadline = headline()
  }

  init(_ text: String) { self.init(Array(text.unicodeScalars)) }

  /// The folded words of a name.
  static func words(of name: String, as reading: LetterReading = .plain) -> [String] {
    FoldedText(Array(name.unicodeScalars), as: reading).words.map(\.folded)
  }

  /// What stands between a word and the one before it, as a reader sees it.
  func gap(before index: Int) -> [Unicode.Scalar] { gaps[index] }

  /// The scalars of the text that some of the folded letters stand for.
  func range(ofLetters range: Range<Int>) -> Range<Int> {
    origins[range.lowerBound].lowerBound..<origins[range.upperBound - 1].upperBound
  }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      return (0x41...0x5a).contains(scalar.value) || (0x61...0x7a).contains(scalar.value)
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }

  // MARK: Making words

  private struct WordBuilder {
    var firstLetter: Int?
    var range = 0..<0
    var isCapital = false
    var hasSmall = false
    var endsSmall = false
    var isNumber = false
    var humps: [Int] = []

    mutating func add(
      at letter: Int, _ glyph: Range<Int>, isUpper: Bool, isLower: Bool, isNumber: Bool
    ) {
      if firstLetter == nil {
        firstLetter = letter
        range = glyph
        isCapital = !isLower
        self.isNumber = isNumber
      }
      range = range.lowerBound..<max(range.upperBound, glyph.upperBound)
      hasSmall = hasSmall || isLower
      endsSmall = isLower
    }
  }

  private mutating func close(_ builder: inout WordBuilder) {
    defer { builder = WordBuilder() }
    guard let first = builder.firstLetter, first < letters.count else { return }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: letters[first...])
    words.append(
      Word(
        folded: String(view), letters: first..<letters.count, range: builder.range,
        isCapital: builder.isCapital, isAllCapitals: !builder.hasSmall, isNumber: builder.isNumber,
        humps: builder.humps.map { $0 - first }))
    gaps.append([])
  }

  /// Whether a glyph is a hyphen at a line's end, or the break after it, within a word.
  private static func isLineBreakHyphen(_ glyphs: [EscapedText.Glyph], _ index: Int) -> Bool {
    switch glyphs[index].scalar {
    case "-", "\u{2010}": isHyphenated(glyphs, index)
    case "\n": index > 0 && isHyphenated(glyphs, index - 1)
    default: false
    }
  }

  private static func isHyphenated(_ glyphs: [EscapedText.Glyph], _ index: Int) -> Bool {
    guard ["-", "\u{2010}"].contains(glyphs[index].scalar), index > 0, index + 2 < glyphs.count
    else { return false }
    return isLetter(glyphs[index - 1].scalar) && glyphs[index + 1].scalar == "\n"
      && glyphs[index + 2].scalar.properties.isLowercase
  }

  private func headline() -> Bool {
    // What ends as a sentence does is none, however many names it holds.
    if source.last == "." { return false }
    var (long, capital) = (0, 0)
    for word in words where word.count > 2 && !word.isNumber && !Self.little.contains(word.folded) {
      long += 1
      if word.isCapital { capital += 1 }
    }
    return long > 2 && capital * 5 > long * 4
  }

  /// Words that have no capital in headlines either.
  private static let little: Set<String> = [
    "the", "and", "for", "but", "with", "from", "nor", "into", "over", "than", "that",
  ]
}
