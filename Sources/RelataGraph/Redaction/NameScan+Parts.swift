import RelataLanguage

/// Names within longer words: "Feldtian", "FeldtGroup", "teamnorafeldt".
extension NameScan {
  /// Names within a longer word: "Feldtian", "FeldtGroup", "teamnorafeldt".
  mutating func inside(at index: Int) {
    let word = words[index]
    guard !word.isNumber else { return }
    let letters = text.letters[word.letters]
    var start = 0
    while start < word.count {
      steps += 1
      let rest = letters[(letters.startIndex + start)...]
      var length = 0
      for match in names.letters.matches(rest, steps: &steps) {
        if let edited = part(start, match, of: index) {
          length = edited
          break
        }
      }
      start += max(1, length)
    }
  }

  /// Replaces a name that begins at a letter of a word.
  ///
  /// - Returns: letters taken; nil where the letters are no name.
  private mutating func part(
    _ start: Int, _ match: (length: Int, owner: HiddenNames.Owner, kind: LetterTree.Kind),
    of index: Int
  ) -> Int? {
    let word = words[index]
    let end = start + match.length
    // No ending is longer, and no word so long that taking it apart costs more than its letters.
    let tail = text.letters[(word.letters.lowerBound + end)..<word.letters.upperBound].prefix(12)
    let rest = String(String.UnicodeScalarView(tail))
    let isBegin = start == 0 || word.humps.contains(start)
    let blank = isOther(index) || isOtherName
    if !hasCase(index) {
      replace(letters: start..<end, of: index, with: replacement(match.owner, blank: blank))
      return match.length
    }
    if isBegin, end < word.count, DerivedWord.isEnding(rest, isStem: match.kind == .stem),
      word.isCapital || match.length > 4 || isIdentifier(index)
    {
      let ending = DerivedWord.isInflection(rest) ? "" : "-" + rest
      replace(
        letters: start..<word.count, of: index,
        with: replacement(match.owner, blank: blank) + ending)
      return word.count - start
    }
    guard match.kind > .stem else { return nil }
    let isPart = isBegin && (end == word.count || word.humps.contains(end))
    let isSure =
      match.kind == .full || match.length > 6 || isIdentifier(index)
      || isBegin && match.length > 4 && word.isCapital
    guard isPart || isSure, !(names.places.contains(word.folded)),
      !CommonNames.contains(word.folded)
    else { return nil }
    replace(letters: start..<end, of: index, with: TextRedaction.blank)
    return match.length
  }

  private func hasCase(_ index: Int) -> Bool {
    text.letters[words[index].letters].contains {
      $0.properties.isLowercase || $0.properties.isUppercase
    }
  }
}
