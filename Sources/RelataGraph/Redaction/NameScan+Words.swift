import RelataLanguage

/// Names of one word, with the given name behind them where they are turned round.
extension NameScan {
  /// A surname, given name, short form or written form.
  ///
  /// - Returns: the word after what was taken.
  mutating func word(at index: Int, _ entry: HiddenNames.Entry) -> Int {
    let next = index + 1
    if isOther(index), entry.kind < .surname || isOtherName && entry.isCommon {
      // An entity that goes by this one name may be the redacted, met again under it.
      guard isOtherName, isOnlyName(index), !names.places.contains(words[index].folded) else {
        return next
      }
      return take(index..<next, entry.owner)
    }
    if entry.kind >= .surname {
      let end = turned(from: index, entry)
      // With a given name or initials after it, even a common word is a surname.
      if end > next { return take(index..<end, entry.owner) }
    }
    switch verdict(index, entry) {
    case .name where entry.kind >= .surname:
      found.append(FoundName(words: index..<next, owner: entry.owner, isSequence: false))
      return take(index..<next, entry.owner)
    case .name: return take(index..<next, entry.owner)
    case .blank: return take(index..<next, entry.owner, blank: true)
    case .nothing: break
    case .undecided(let reason): leave(around(index), reason)
    case .doubtful(let reason):
      leave(index..<next, reason, isHidden: true)
      return take(index..<next, entry.owner)
    }
    return next
  }

  /// Whether all other words of a text are titles.
  private func isOnlyName(_ index: Int) -> Bool {
    words.indices.allSatisfy { $0 == index || NameWord.isTitle(words[$0].folded) }
  }

  /// The end of a name turned round: "Feldt, Nora E.", "Feldt N.".
  private mutating func turned(from index: Int, _ entry: HiddenNames.Entry) -> Int {
    guard isNameCase(index) || !entry.isCommon else { return index + 1 }
    var end = index + 1
    var hasComma = false
    while end < words.count, end - index < 6 {
      steps += 1
      let gap = text.gap(before: end)
      let isComma = !hasComma && isTurning(index, at: end)
      guard isComma || isTight(end), !gap.contains("\n") else { break }
      let word = words[end]
      if word.count == 1, isNameCase(end),
        names.pairs["\(word.folded) \(words[index].folded)"] != nil || end > index + 1,
        text.gap(before: end + 1).first == "." || isComma || isIdentifier(end) || isEnd(end + 1)
      {
        end += 1
      } else if let given = names.words[word.folded], given.kind < .surname, isNameCase(end),
        given.owner == entry.owner, isComma || end > index + 1 || !given.isCommon
      {
        end += 1
      } else {
        break
      }
      hasComma = hasComma || isComma
    }
    return end
  }

  /// Whether the comma before a word may turn the name of a surname round.
  ///
  /// In "Mrs Feldt, Nora's mother", "Bob Feldt, Nora" and "Feldt, n.feldt@example.org" it parts two.
  private func isTurning(_ surname: Int, at index: Int) -> Bool {
    let gap = text.gap(before: index)
    return gap.first == "," && gap.count < 4 && isIdentifier(index) == isIdentifier(surname)
      && !isPossessive(index) && !isAfterTitle(surname) && !isOthers(surname)
  }

  /// Whether a form is a given name and a surname that only stand one after the other.
  func isTwoNames(_ range: Range<Int>) -> Bool {
    let next = range.lowerBound + 1
    guard let first = names.words[words[range.lowerBound].folded],
      let second = names.words[words[next].folded],
      (first.kind >= .surname) != (second.kind >= .surname)
    else { return false }
    if first.kind < .surname { return !isTight(next) }
    return text.gap(before: next).contains("\n")
      || !isTight(next) && !isTurning(range.lowerBound, at: next)
  }

  private func isPossessive(_ index: Int) -> Bool {
    let gap = text.gap(before: index + 1)
    return index + 1 < words.count && words[index + 1].folded == "s"
      && (gap.elementsEqual("'".unicodeScalars) || gap.elementsEqual("’".unicodeScalars))
  }

  /// Whether the text or a clause ends before a word.
  private func isEnd(_ index: Int) -> Bool {
    let gap = text.gap(before: index)
    return index >= words.count || gap.contains { $0 != " " && $0 != "\u{a0}" }
      || !words[index].isCapital
  }
}
