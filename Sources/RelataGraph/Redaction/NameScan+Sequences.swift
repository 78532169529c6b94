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
}
