import RelataLanguage

/// Names of one word, alone or within longer words.
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
      let isComma = !hasComma && gap.first == "," && gap.count < 4
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

  /// Whether the text or a clause ends before a word.
  private func isEnd(_ index: Int) -> Bool {
    let gap = text.gap(before: index)
    return index >= words.count || gap.contains { $0 != " " && $0 != "\u{a0}" }
      || !words[index].isCapital
  }

  // MARK: Is it the name?

  enum Verdict { case name, blank, nothing, undecided(UndecidedName.Reason) }

  private mutating func verdict(_ index: Int, _ entry: HiddenNames.Entry) -> Verdict {
    if isIdentifier(index) { return inIdentifier(index, entry) }
    let isLong = words[index].count > 3
    if !words[index].isCapital {
      return entry.isCommon || !isLong || entry.kind == .nickname ? .nothing : .name
    }
    if let mark = marks[index], case .some(let owner) = mark {
      return owner == entry.owner ? .name : .blank
    }
    if entry.isCommon { return common(index, entry) }
    // A surname of two letters is a word of its own only next to a title.
    if words[index].count < 3, entry.kind != .form {
      return isAfterTitle(index) ? .name : .undecided(.sameLetters)
    }
    return entry.kind >= .surname ? surname(index) : given(index, entry)
  }

  /// A surname behind somebody else's given name is blanked: "Bob […]".
  private func surname(_ index: Int) -> Verdict {
    guard index > 0, isTight(index), !text.gap(before: index).contains("-") else { return .name }
    let before = words[index - 1]
    guard before.isCapital, !before.isNumber, !NameWord.isTitle(before.folded),
      !NameWord.isParticle(before.folded), names.words[before.folded] == nil
    else { return .name }
    if text.isHeadline || isSentenceStart(index - 1) {
      // "Will Feldt resign?" asks; "Mark Feldt" is a name.
      return Nicknames.contains(before.folded) && !Self.auxiliaries.contains(before.folded)
        ? .blank : .name
    }
    return before.count == 1 || Nicknames.contains(before.folded) ? .blank : .name
  }

  /// A given name before a surname that is not the person's may be another bearer's.
  private func given(_ index: Int, _ entry: HiddenNames.Entry) -> Verdict {
    if names.places.contains(words[index].folded) { return .undecided(.anotherBearer) }
    if text.isHeadline { return .name }
    let next = index + 1
    guard next < words.count, isTight(next),
      text.gap(before: next).allSatisfy({ $0 != "(" && $0 != "\"" && $0 != "“" }),
      words[next].isCapital, !words[next].isNumber, words[next].count > 1,
      !CommonNames.isCalendar(words[next].folded), names.words[words[next].folded] == nil,
      !NameWord.isTitle(words[next].folded)
    else { return entry.kind == .nickname && isPrecededByName(index) ? .nothing : .name }
    return .undecided(.anotherBearer)
  }

  /// A name that is a common word too: by its place, by the words beside it, by whether the texts use it
  /// alone for its owner.
  private func common(_ index: Int, _ entry: HiddenNames.Entry) -> Verdict {
    if isAfterTitle(index) { return .name }
    if names.places.contains(words[index].folded), !entry.isMention {
      return .undecided(.commonWord)
    }
    if CommonNames.isCalendar(words[index].folded), isDate(index) { return .nothing }
    let isBeforeName = isContinued(index) && !NameContext.verbs.contains(words[index + 1].folded)
    if isBeforeName || isPrecededByName(index) {
      return isOther(index)
        ? .nothing : text.isHeadline && entry.isMention ? .name : .undecided(.commonWord)
    }
    if text.isHeadline {
      return entry.isMention || entry.kind >= .surname && index == 0
        ? .name : .undecided(.commonWord)
    }
    // "the Bill of Rights", "May of that year".
    if index + 1 < words.count, words[index + 1].folded == "of" { return .undecided(.commonWord) }
    guard isSentenceStart(index) else {
      return index > 0 && Self.articles.contains(words[index - 1].folded)
        ? .undecided(.commonWord) : .name
    }
    if isBeforeSpeaker(index) { return .name }
    return entry.isMention && entry.kind >= .surname ? .name : .undecided(.commonWord)
  }

  private func isContinued(_ index: Int) -> Bool {
    let next = index + 1
    return next < words.count && isTight(next) && words[next].isCapital && !words[next].isNumber
      && !text.gap(before: next).contains("'") && !text.gap(before: next).contains("’")
  }

  private func isPrecededByName(_ index: Int) -> Bool {
    guard index > 0, isTight(index), words[index - 1].isCapital, !words[index - 1].isNumber,
      !CommonNames.isCalendar(words[index - 1].folded)
    else { return false }
    return !isSentenceStart(index - 1) && !NameWord.isTitle(words[index - 1].folded)
      || Nicknames.contains(words[index - 1].folded)
  }

  private func isAfterTitle(_ index: Int) -> Bool {
    index > 0 && isTight(index) && NameWord.isTitle(words[index - 1].folded)
      && words[index - 1].isCapital
  }

  /// Whether a sentence that begins with the word says what somebody does.
  private func isBeforeSpeaker(_ index: Int) -> Bool {
    let gap = text.gap(before: index + 1)
    guard index + 1 < words.count else { return false }
    if gap.contains("'") || gap.contains("’") { return words[index + 1].folded == "s" }
    return NameContext.verbs.contains(words[index + 1].folded)
  }

  private func isDate(_ index: Int) -> Bool {
    if index > 0,
      NameContext.beforeDates.contains(words[index - 1].folded) || words[index - 1].isNumber
    {
      return true
    }
    return index + 1 < words.count && words[index + 1].isNumber
  }

  private func inIdentifier(_ index: Int, _ entry: HiddenNames.Entry) -> Verdict {
    if entry.isCommon {
      return entry.isMention && isHandle(index) ? .name : .undecided(.commonWord)
    }
    if entry.kind == .nickname || words[index].count < 4 && entry.kind < .form {
      return isHandle(index) ? .name : .undecided(.anotherBearer)
    }
    return .name
  }

  /// A word with what stands beside it, to show where nothing was decided.
  private func around(_ index: Int) -> Range<Int> {
    index..<(isContinued(index) && !text.isHeadline ? index + 2 : index + 1)
  }

  // MARK: Handles

  /// A handle or the name of an address that is made from given name and surname: "@nfeldt", "noraf".
  func handle(at index: Int) -> HiddenNames.Owner? {
    guard
      isIdentifier(index)
        || words[index].count > 5 && words[index].isCapital && !words[index].humps.isEmpty
    else { return nil }
    return names.handles[words[index].folded]
  }

  private func isHandle(_ index: Int) -> Bool {
    text.gap(before: index).last == "@" || text.gap(before: index + 1).first == "@"
  }

  // MARK: Parts of words

  /// Names within a longer word: "Feldtian", "FeldtGroup", "teamnorafeldt".
  mutating func inside(at index: Int) {
    let word = words[index]
    guard word.count > 1, !word.isNumber else { return }
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

  // MARK: Roles

  /// A role that only one of the redacted holds.
  ///
  /// - Returns: the word after it.
  mutating func roles(at index: Int) -> Int? {
    guard !isOtherName else { return nil }
    let isArticle = words[index].folded == "the"
    let start = isArticle ? index + 1 : index
    guard start < words.count, !isArticle || isTight(start) else { return nil }
    if let role = names.roles.matches(words, from: start, steps: &steps).last,
      index == 0 || isArticle || !Self.indefinite.contains(words[index - 1].folded)
    {
      // Before the name itself the role goes with it.
      return take(index..<role.end, role.value)
    }
    guard let owner = names.roleWords[words[start].folded] else { return nil }
    if !isArticle {
      // "Mayor Feldt": the title says no more than the graph's roles do, and those are left out.
      guard words[start].isCapital, start + 1 < words.count, isTight(start + 1),
        names.words[words[start + 1].folded]?.owner == owner
      else { return nil }
      return start + 1 > index ? skip(title: index, owner) : nil
    }
    if start + 1 < words.count,
      ["of", "for", "in", "at"].contains(words[start + 1].folded)
        || words[start + 1].isCapital && isTight(start + 1)
          && names.words[words[start + 1].folded] == nil
    {
      leave(index..<min(words.count, start + 3), .role)
      return nil
    }
    leave(index..<(start + 1), .role, isHidden: true)
    return take(start..<(start + 1), owner, blank: true)
  }

  private mutating func skip(title index: Int, _ owner: HiddenNames.Owner) -> Int {
    take(index..<(index + 1), owner)
  }

  private static let auxiliaries: Set<String> = ["will", "may", "can"]
  private static let indefinite: Set<String> = [
    "a", "an", "any", "every", "each", "no", "another", "some",
  ]
  private static let articles: Set<String> = ["the", "a", "an", "this", "its", "their"]

}
