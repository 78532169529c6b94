import RelataLanguage

/// Initials in a row, and names whose letters are spaced out: "N.F.", "NF", "N o r a".
extension NameScan {
  /// Initials in a row, or a name whose letters are spaced out.
  mutating func initials(at index: Int) -> (end: Int, owner: HiddenNames.Owner)? {
    let word = words[index]
    if word.count > 1 { return monogram(at: index) }
    var end = index
    var joined = ""
    while end < words.count, words[end].count == 1, !words[end].isNumber,
      end == index || isSpaced(end), end - index < 40
    {
      joined += words[end].folded
      end += 1
      steps += 1
    }
    guard end - index > 1 else { return nil }
    for length in stride(from: joined.count, through: 4, by: -1) {
      steps += 1
      let part = String(joined.prefix(length))
      if let owner = names.joined[part] ?? names.words[part]?.owner {
        return (index + length, owner)
      }
    }
    // A surname after the initials makes them somebody's whole name.
    if end < words.count, words[end].isCapital, text.gap(before: end).count < 3,
      text.gap(before: end).first == ".", !words[end].isNumber, !isSentenceWord(end)
    {
      return nil
    }
    for length in stride(from: min(6, joined.count), through: 2, by: -1) {
      guard let owner = names.initials[String(joined.prefix(length))] else { continue }
      let range = index..<(index + length)
      guard isIdentifier(index) || range.allSatisfy({ words[$0].isCapital }) else { continue }
      if names.others.contains(String(joined.prefix(length))) || isOther(index) {
        leave(range, .sameLetters)
        return nil
      }
      return (range.upperBound, owner)
    }
    return nil
  }

  /// "NF" in capitals.
  private mutating func monogram(at index: Int) -> (end: Int, owner: HiddenNames.Owner)? {
    let word = words[index]
    guard word.isCapital, word.isAllCapitals || isAddress,
      let owner = names.initials[word.folded]
    else { return nil }
    if isAddress { return isWholeStem(index) ? (index + 1, owner) : nil }
    guard !names.others.contains(word.folded), !isOther(index),
      !NameContext.abbreviations.contains(word.folded),
      !text.words.allSatisfy({ $0.isAllCapitals }) || words.count < 3
    else {
      leave(index..<(index + 1), .sameLetters)
      return nil
    }
    return (index + 1, owner)
  }

  /// Whether a word is all of a file's name before the extension.
  private func isWholeStem(_ index: Int) -> Bool {
    let before = text.gap(before: index).last
    let after = text.gap(before: index + 1).first
    return (before == nil || before == "/" || before == "_" || before == "-")
      && (after == nil || after == "." || after == "_" || after == "-" || after == "/")
  }

  /// Whether single letters stand as closely as those of one name.
  private func isSpaced(_ index: Int) -> Bool {
    let gap = text.gap(before: index)
    return (1...4).contains(gap.count)
      && gap.allSatisfy {
        $0 == "." || $0 == "-" || $0 == "_" || $0 == "·" || $0.properties.isWhitespace && $0 != "\n"
      }
  }

  /// Whether a word after initials rather begins a sentence than ends a name.
  private func isSentenceWord(_ index: Int) -> Bool {
    NameContext.openers.contains(words[index].folded)
      || CommonNames.isCalendar(words[index].folded)
  }
}
