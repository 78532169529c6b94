import RelataCore
import RelataLanguage

/// Sentences that end with an abbreviation, whose stop is theirs too.
extension SentenceSplitter {
  /// Whether a new sentence begins behind the abbreviation `i` of the one that began at `start`.
  func abbreviationBreaks(
    _ i: Int, from start: Int, before next: Int, _ gap: LineBreaks.Gap
  ) -> Bool {
    guard gap != .none, begins(next) else { return false }
    let form = String(word(i).dropLast())
    if Abbreviations.titles.contains(form) || words[i].count == 2 { return false }
    if Abbreviations.beforeNumber.contains(form) { return false }
    let first = text[words[next].start]
    if ScalarClass.isDigit(first) { return false }
    if !ScalarClass.isWord(first) {
      return first == "\"" || first == "“" || first == "‘"
    }
    let follower = word(next)
    if WordClasses.sentenceStarters.contains(follower) { return true }
    switch form.lowercased() {
    case "etc", "a.m", "p.m":
      return ScalarClass.isUpper(first) && !Self.afterTimes.contains(follower)
        && !CalendarWords.isProperName(follower)
    default: return isClause(start..<i) && clauseBegins(next, behind: form)
    }
  }

  /// Whether the name behind an abbreviation is the subject of a verb of its own.
  ///
  /// As in "He left Kern Inc. Paul Lund stayed", but "Kern Inc. Chairman Lund stayed".
  ///
  /// Only firms' and people's endings are followed by a name that does not belong to them; behind the name of
  /// a country ("the U.S. Senate voted") it must be a person's.
  func clauseBegins(_ next: Int, behind form: String) -> Bool {
    let isEnding =
      NameParts.corporateEndings.contains(form.lowercased())
      || NameParts.generations.contains(form.lowercased())
    guard isEnding || form.contains(".") || form.lowercased() == "bros" else { return false }
    let first = word(next)
    guard !Titles.isTitle(first), !Titles.modifiers.contains(first.lowercased()),
      !Abbreviations.titles.contains(String(first.dropLast())) || first.last != "."
    else { return false }
    var end = next
    while end < words.count, end - next < 5, isCapitalised(end) || end > next && isInName(end) {
      end += 1
    }
    let isGiven = Gender(givenName: first) != nil || Nicknames.contains(first.lowercased())
    guard end < words.count, isGiven && end - next > 1 || isEnding else { return false }
    // "Helen Prosser, its owner, left".
    if word(end) == "," { return isGiven && end - next > 1 }
    return isFiniteVerb(end)
  }

  private func isCapitalised(_ i: Int) -> Bool { ScalarClass.isUpper(text[words[i].start]) }

  /// Particles, hyphens and initials' stops within a name.
  private func isInName(_ i: Int) -> Bool {
    NameParts.particles.contains(word(i))
      || words[i].count == 1 && ScalarClass.isDash(text[words[i].start])
  }

  /// Whether a verb is among the words.
  private func isClause(_ range: Range<Int>) -> Bool { range.contains(where: isFiniteVerb) }

  private static let auxiliaries = CueWords.standard.finiteAuxiliaries

  /// Whether a word in lower case is a form of a verb that can stand behind a subject.
  private func isFiniteVerb(_ i: Int) -> Bool {
    let form = word(i)
    guard let first = form.unicodeScalars.first, ScalarClass.isLower(first) else { return false }
    return Self.auxiliaries.contains(form) || FiniteVerbs.contains(form)
      || NameContext.verbs.contains(form)
        && !["who", "and", "also", "never", "later"].contains(form)
  }
}
