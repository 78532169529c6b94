import RelataLanguage

/// Whether a word that is a name somewhere is one here.
extension NameScan {
  enum Verdict {
    case name, blank, nothing
    /// It stays and is told.
    case undecided(UndecidedName.Reason)
    /// It goes and is told.
    case doubtful(UndecidedName.Reason)
  }

  func verdict(_ index: Int, _ entry: HiddenNames.Entry) -> Verdict {
    if isIdentifier(index) { return inIdentifier(index, entry) }
    let isLong = words[index].count > 3
    if !words[index].isCapital {
      guard !entry.isCommon, isLong, entry.kind > .nickname else { return .nothing }
      return isCommonNoun(index) ? .doubtful(.commonWord) : .name
    }
    if let mark = marks[index], case .some(let owner) = mark {
      return owner == entry.owner ? .name : .blank
    }
    if entry.isCommon { return common(index, entry) }
    // A surname of two letters is a word of its own only next to a title.
    if words[index].count < 3, entry.kind != .form {
      return isAfterTitle(index) ? .name : .undecided(.sameLetters)
    }
    if entry.kind < .surname { return given(index, entry) }
    return isOthers(index) ? .blank : .name
  }

  /// Whether a surname stands behind somebody else's given name: "Bob […]".
  func isOthers(_ index: Int) -> Bool {
    guard index > 0, isTight(index), !text.gap(before: index).contains("-") else { return false }
    let before = words[index - 1]
    guard before.isCapital, !before.isNumber, !NameWord.isTitle(before.folded),
      !NameWord.isParticle(before.folded), names.words[before.folded] == nil
    else { return false }
    if before.count == 1 {
      return text.gap(before: index).first == "." || !["a", "i"].contains(before.folded)
    }
    // "Will Feldt resign?" asks; "Mark Feldt" is a name.
    return Nicknames.contains(before.folded)
      && !(Self.auxiliaries.contains(before.folded)
        && (text.isHeadline || isSentenceStart(index - 1)))
  }

  /// A given name before a surname that is not the person's may be another bearer's.
  private func given(_ index: Int, _ entry: HiddenNames.Entry) -> Verdict {
    if text.isHeadline { return .name }
    let next = index + 1
    guard next < words.count, isTight(next),
      !text.gap(before: next).contains(where: { "(\"“«„[‘'".unicodeScalars.contains($0) }),
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

  /// "a kern of type": behind an article a small letter begins a thing's name more often than a person's.
  private func isCommonNoun(_ index: Int) -> Bool {
    index > 0 && isTight(index) && Self.articles.contains(words[index - 1].folded)
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

  func isAfterTitle(_ index: Int) -> Bool {
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
  func around(_ index: Int) -> Range<Int> {
    index..<(isContinued(index) && !text.isHeadline ? index + 2 : index + 1)
  }
  private static let auxiliaries: Set<String> = ["will", "may", "can"]
  private static let articles: Set<String> = ["the", "a", "an", "this", "its", "their"]
}
