import RelataLanguage

/// Names of several words whose parts come in any shape: "N. E. Feldt", "Nora 'Nell' Feldt", "Nora F.".
extension NameScan {
  /// A name that begins with a given name or an initial at a word and reaches a surname.
  mutating func sequence(at index: Int) -> (end: Int, owner: HiddenNames.Owner)? {
    let head = words[index].folded
    let given = names.words[head].flatMap { $0.kind == .surname ? nil : $0 }
    let isInitial = words[index].count == 1 && isNameCase(index)
    if NameWord.isAddress(head), let found = address(at: index) { return found }
    guard given != nil || isInitial else { return nil }
    var next = index + 1
    while next < words.count, next - index < 8, isTight(next) {
      steps += 1
      if let entry = names.words[words[next].folded], entry.kind >= .surname,
        isNameCase(next) || !entry.isCommon
      {
        let key = words[next].folded
        // Within another entity's name only what can be nobody else's: "E. Stone", not "Ahmad Shah Massoud".
        if isOther(index) {
          guard let owner = pair(head, key),
            (index..<next).dropFirst().allSatisfy({ words[$0].count == 1 })
          else { return nil }
          return (next + 1, owner)
        }
        if let owner = pair(head, key) ?? owner(entry, given) {
          return (double(next, owner), owner)
        }
      }
      if words[next].count == 1, !isOther(index), isLoneInitial(next),
        let owner = names.pairs["\(head) \(words[next].folded)"], !isNameContinued(next + 1)
      {
        return (next + 1, owner)
      }
      guard isBetween(next, after: index) else { return nil }
      next += 1
    }
    return nil
  }

  /// Whose a given name or initial with a surname is, by the names that are known.
  private mutating func pair(_ head: String, _ surname: String) -> HiddenNames.Owner? {
    for name in [head] + Nicknames.full(of: head) {
      steps += 1
      if let owner = names.pairs["\(name) \(surname)"] { return owner }
    }
    return nil
  }

  /// Whose a middle name or nickname with a surname is; nil for an initial, which may be another bearer's.
  private func owner(
    _ entry: HiddenNames.Entry, _ given: HiddenNames.Entry?
  ) -> HiddenNames.Owner? {
    guard let given else { return nil }
    return given.owner == entry.owner ? entry.owner : .several
  }

  /// Takes in the other part of a double surname: "Feldt-Kern".
  private func double(_ surname: Int, _ owner: HiddenNames.Owner) -> Int {
    var end = surname + 1
    while end < words.count, text.gap(before: end).elementsEqual(["-"]), words[end].isCapital,
      names.words[words[end].folded]?.owner == owner
    {
      end += 1
    }
    return end
  }

  /// "Ms F.": a form of address with the initial of a surname.
  private mutating func address(at index: Int) -> (end: Int, owner: HiddenNames.Owner)? {
    let next = index + 1
    guard next < words.count, isTight(next), words[next].count == 1, words[next].isCapital,
      isLoneInitial(next), let owner = names.surnameInitials[words[next].folded],
      !isNameContinued(next + 1)
    else { return nil }
    leave(index..<(next + 1), .sameLetters, isHidden: true)
    return (next + 1, owner)
  }

  /// Whether a capital letter stands for a name: with a full stop, or not before a small word it may begin.
  private func isLoneInitial(_ index: Int) -> Bool {
    words[index].isCapital
      && (text.gap(before: index + 1).first == "."
        || words[index].folded != "i" && words[index].folded != "a")
      || isIdentifier(index)
  }

  /// Whether a word goes on with a name.
  private func isNameContinued(_ index: Int) -> Bool {
    index < words.count && isTight(index) && words[index].isCapital && !words[index].isNumber
  }

  /// Whether a word may stand between given name and surname: another name, an initial, a particle, a
  /// nickname between quotes.
  private func isBetween(_ index: Int, after start: Int) -> Bool {
    let word = words[index]
    if word.isNumber { return false }
    if word.count == 1 { return isNameCase(index) }
    if NameWord.isParticle(word.folded) { return true }
    if let known = names.words[word.folded], known.kind < .surname { return true }
    if isInQuotes(index, from: start) { return true }
    if isIdentifier(index) { return false }
    // In a headline a capital may begin any word.
    return word.isCapital && !text.isHeadline && !CommonNames.isCalendar(word.folded)
      && !NameWord.isTitle(word.folded)
  }

  /// Whether a word stands between quotes or parentheses that open after the first word.
  func isInQuotes(_ index: Int, from start: Int) -> Bool {
    var depth = 0
    var isQuoted = false
    for position in (start + 1)...index {
      for (offset, scalar) in text.gap(before: position).enumerated() {
        switch scalar {
        case "\"": isQuoted.toggle()
        case "“", "(", "«", "„", "[": depth += 1
        case "”", ")", "»", "]": depth -= 1
        case "‘", "'": if offset > 0 { depth += 1 } else if depth > 0 { depth -= 1 }
        case "’": if depth > 0 { depth -= 1 }
        default: break
        }
      }
    }
    return isQuoted || depth > 0
  }

  // MARK: Initials

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
    if end < words.count, isTight(end), words[end].isCapital, text.gap(before: end).count < 3,
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
