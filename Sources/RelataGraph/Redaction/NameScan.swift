import RelataLanguage

/// Finds the names of the redacted in one reading of a text, from its first word to its last.
///
/// At each word the longest thing that names somebody is taken: a form of several words, a sequence of
/// given names, initials and surname, a word, a part of a word.
struct NameScan {
  /// A name of several words.
  struct FoundName {
    var words: Range<Int>
    var owner: HiddenNames.Owner
    /// Whether it was put together from given names, initials and surname, and so may hold what the graph does not know.
    var isSequence: Bool
  }

  let names: HiddenNames
  let text: FoldedText
  let pseudonyms: [String]
  /// Whether the text is an address or a file name, where case tells nothing.
  let isAddress: Bool
  /// Whether the text is the name of another entity, in which no pseudonym may stand.
  let isOtherName: Bool
  /// Words that a relation's ends stand on, by word: the owner, or nil for another entity.
  var marks: [Int: HiddenNames.Owner?] = [:]

  var edits: [RedactionEdit] = []
  var undecided: [UndecidedName] = []
  /// Names found, with their owners: what the text calls them besides stands within and around.
  var found: [FoundName] = []
  var steps = 0
  /// Words up to here are another entity's name.
  var otherEnd = 0
  /// Words that stand in an address, a handle or a file name.
  private let identifiers: [Bool]

  var words: [FoldedText.Word] { text.words }

  init(
    _ names: HiddenNames, _ text: FoldedText, pseudonyms: [String], isAddress: Bool = false,
    isOtherName: Bool = false
  ) {
    self.names = names
    self.text = text
    self.pseudonyms = pseudonyms
    self.isAddress = isAddress
    self.isOtherName = isOtherName
    identifiers = isAddress ? [] : Self.identifiers(text)
    otherEnd = isOtherName ? text.words.count : 0
  }

  mutating func run() {
    var index = 0
    while index < words.count {
      steps += 1
      index = max(index + 1, step(at: index))
    }
  }

  /// Takes what begins at a word.
  ///
  /// - Returns: the word after it.
  private mutating func step(at index: Int) -> Int {
    let forms = names.forms.matches(words, from: index, steps: &steps)
    var hidden: (end: Int, owner: HiddenNames.Owner)?
    for (end, value) in forms {
      switch value {
      case .hidden(let owner): hidden = (end, owner)
      case .other: otherEnd = max(otherEnd, end)
      }
    }
    if let hidden, !isCutByCase(index..<hidden.end), !isTwoNames(index..<hidden.end) {
      let range = extended(index..<hidden.end, hidden.owner)
      found.append(FoundName(words: range, owner: hidden.owner, isSequence: false))
      return take(range, hidden.owner)
    }
    if let end = roles(at: index) { return end }
    if let (end, owner) = sequence(at: index) {
      found.append(FoundName(words: index..<end, owner: owner, isSequence: true))
      return take(index..<end, owner)
    }
    if let (end, owner) = initials(at: index) { return take(index..<end, owner) }
    if let entry = names.words[words[index].folded] { return word(at: index, entry) }
    if let owner = names.joined[words[index].folded] ?? handle(at: index) {
      return take(index..<(index + 1), owner)
    }
    inside(at: index)
    return index + 1
  }

  // MARK: Edits

  func replacement(_ owner: HiddenNames.Owner, blank: Bool) -> String {
    if case .one(let index) = owner, !blank { return pseudonyms[index] }
    return TextRedaction.blank
  }

  /// Replaces words.
  ///
  /// - Returns: the word after them.
  mutating func take(
    _ range: Range<Int>, _ owner: HiddenNames.Owner, blank: Bool = false
  ) -> Int {
    let inOther = range.lowerBound < otherEnd
    var scalars =
      words[range.lowerBound].range.lowerBound..<words[range.upperBound - 1].range.upperBound
    if words[range.upperBound - 1].count == 1, isInitialDot(after: range.upperBound - 1),
      text.source[scalars.upperBound] == "."
    {
      scalars = scalars.lowerBound..<(scalars.upperBound + 1)
    }
    edits.append(
      RedactionEdit(
        range: withQuotes(scalars), replacement: replacement(owner, blank: blank || inOther)))
    return range.upperBound
  }

  /// A name with the other quote of a nickname at its beginning or end: `"Nell" Feldt`, `Feldt, "Nell"`.
  private func withQuotes(_ range: Range<Int>) -> Range<Int> {
    var range = range
    if let before = text.source[..<range.lowerBound].last, let closing = Self.quotes[before],
      isUnpaired(closing, with: before, in: range)
    {
      range = range.lowerBound - 1..<range.upperBound
    }
    if let after = text.source[range.upperBound...].first,
      Self.quotes.contains(where: { $1 == after && isUnpaired($0, with: $1, in: range) })
    {
      range = range.lowerBound..<range.upperBound + 1
    }
    return range
  }

  /// Whether a text has one of two quotes more often than the other, or an odd number of straight ones.
  private func isUnpaired(
    _ quote: Unicode.Scalar, with other: Unicode.Scalar, in range: Range<Int>
  ) -> Bool {
    // Between letters it is an apostrophe: "O’Nellan".
    let marks = range.dropFirst().dropLast().filter {
      !FoldedText.isLetter(text.source[$0 - 1]) || !FoldedText.isLetter(text.source[$0 + 1])
    }
    let count = marks.count { text.source[$0] == quote }
    return quote == other ? count % 2 == 1 : count > marks.count { text.source[$0] == other }
  }

  private static let quotes: [Unicode.Scalar: Unicode.Scalar] = [
    "\"": "\"", "'": "'", "“": "”", "(": ")", "«": "»", "„": "“", "‘": "’", "[": "]",
  ]

  /// Marks the words of a relation's ends.
  mutating func mark(_ list: [TextRedaction.Mark]) {
    for (index, word) in words.enumerated() {
      for mark in list
      where mark.range.lowerBound <= word.range.lowerBound
        && word.range.upperBound <= mark.range.upperBound
      {
        marks[index] = .some(mark.owner.map { .one($0) })
      }
    }
  }

  mutating func replace(letters range: Range<Int>, of index: Int, with replacement: String) {
    let start = words[index].letters.lowerBound
    edits.append(
      RedactionEdit(
        range: text.range(ofLetters: (start + range.lowerBound)..<(start + range.upperBound)),
        replacement: replacement))
  }

  mutating func leave(_ range: Range<Int>, _ reason: UndecidedName.Reason, isHidden: Bool = false) {
    let scalars =
      words[range.lowerBound].range.lowerBound..<words[range.upperBound - 1].range.upperBound
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text.source[scalars])
    undecided.append(UndecidedName(words: String(view), reason: reason, isHidden: isHidden))
  }

  /// Whether the full stop after a word belongs to an initial: no sentence ends there.
  private func isInitialDot(after index: Int) -> Bool {
    let gap = text.gap(before: index + 1)
    guard gap.count > 1 else { return false }
    if gap[1] == "," || gap[1] == "'" || gap[1] == "’" { return true }
    return index + 1 < words.count && !words[index + 1].isCapital
  }

  // MARK: Places

  func isOther(_ index: Int) -> Bool {
    if index < otherEnd { return true }
    if let mark = marks[index], mark == nil { return true }
    return false
  }

  func isIdentifier(_ index: Int) -> Bool { isAddress || identifiers[index] }

  /// Whether a word may be a name by its case.
  func isNameCase(_ index: Int) -> Bool { words[index].isCapital || isIdentifier(index) }

  /// Whether two words stand as closely as those of one name: no sentence, clause or paragraph between.
  func isTight(_ index: Int) -> Bool {
    guard index > 0, index < words.count else { return false }
    let gap = text.gap(before: index)
    guard gap.count <= 6 else { return false }
    var dots = 0
    for scalar in gap {
      switch scalar {
      case " ", "\u{a0}", "-", "_", "+", "'", "’", "\"", "“", "”", "(", ")", "‘", "\u{2010}",
        "\u{2011}",
        "«", "»", "„", "[", "]", "*", "\t", "\u{2009}", "\u{202f}":
        continue
      case "\n": if gap.count > 2 || gap.elementsEqual("\n\n".unicodeScalars) { return false }
      case ".": dots += 1
      default: return false
      }
    }
    // A full stop is part of a name after an initial, a title, or within an address.
    return dots == 0 || words[index - 1].count == 1 || gap.count == 1
      || NameWord.isTitle(words[index - 1].folded)
  }

  /// Whether a capital tells nothing, as a sentence begins.
  func isSentenceStart(_ index: Int) -> Bool {
    if index == 0 { return true }
    let gap = text.gap(before: index)
    if gap.contains(where: { "!?:;\n“\"«„—…".unicodeScalars.contains($0) }) { return true }
    guard gap.contains(".") else { return false }
    return words[index - 1].count > 1 && !NameWord.isTitle(words[index - 1].folded)
  }

  /// Forms of several common words count with a capital only: "young king" is nobody.
  private func isCutByCase(_ range: Range<Int>) -> Bool {
    guard !isIdentifier(range.lowerBound) else { return false }
    // "the Fox" is somebody, "the fox" is not.
    if NameContext.functionWords.contains(words[range.lowerBound].folded) {
      return !range.dropFirst().contains { words[$0].isCapital }
    }
    return range.allSatisfy {
      !words[$0].isCapital
        && (CommonNames.contains(words[$0].folded)
          || NameContext.functionWords.contains(words[$0].folded))
    }
  }

  /// A form with the particles before and the middle names after it.
  private func extended(_ range: Range<Int>, _ owner: HiddenNames.Owner) -> Range<Int> {
    var end = range.upperBound
    // "Feldt, Nora E.": initials after a form turned round, and another part of a double surname.
    while end < words.count, isTight(end) {
      let gap = text.gap(before: end)
      if words[end].count == 1, words[end].isCapital, text.gap(before: end + 1).first == "." {
        end += 1
      } else if gap.elementsEqual(["-"]), names.words[words[end].folded]?.owner == owner {
        end += 1
      } else {
        break
      }
    }
    return range.lowerBound..<end
  }

  private static func identifiers(_ text: FoldedText) -> [Bool] {
    let marks = Set("@#_/\\".unicodeScalars)
    var result = [Bool](repeating: false, count: text.words.count)
    var start = 0
    var isIdentifier = false
    func close(_ end: Int) {
      if isIdentifier { for index in start..<end { result[index] = true } }
    }
    for index in 0...text.words.count {
      let gap = text.gap(before: index)
      let before = gap.prefix { !$0.properties.isWhitespace }
      let isEnd = before.count < gap.count
      if before.contains(where: marks.contains) { isIdentifier = true }
      if index < text.words.count, !isEnd, gap.elementsEqual(["."]), !text.words[index].isCapital {
        isIdentifier = true
      }
      if isEnd || index == text.words.count {
        close(index)
        start = index
        let after = gap.reversed().prefix { !$0.properties.isWhitespace }
        isIdentifier = after.contains(where: marks.contains)
      }
    }
    return result
  }
}
