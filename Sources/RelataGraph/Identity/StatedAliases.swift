import RelataCore
import RelataLanguage

/// Reads other names that a text states of a bearer: "Katrin Seydlitz, née Ollesch", "the rapper who performs as Duke
/// Sandro is Sandro Giacomelli".
struct StatedAliases {
  let words: TextWords
  let text: SourceText
  /// Whether a stretch of text names another bearer of the same type, who may be the one who is called so.
  let namesAnother: (Span) -> Bool

  /// Words that may stand between a name and the phrase that gives another.
  private static let reach = 14

  /// The forms of keys of the names that the words around a mention give.
  func names(around mention: Mention, type: EntityType) -> [String] {
    let (first, next) = (
      words.index(at: mention.span.start), words.index(at: mention.span.end)
    )
    let found = behind(next) ?? saidBehind(next) ?? before(first)
    return found.map { forms($0.name, after: $0.cue, of: mention, type) } ?? []
  }

  private typealias Found = (name: Range<Int>, cue: AliasCues.Cue)

  // MARK: - Where they stand

  /// "…, also known as NAME", "…, which voted in March to change its name to NAME".
  private func behind(_ next: Int) -> Found? {
    var start = next
    while [",", "(", "“", "\"", "-", "–", "—"].contains(words[start]) { start += 1 }
    if let cue = cue(at: start, where: { $0.place == .name || $0.place == .family }) {
      return name(at: start + cue.words.count).map { ($0, cue) }
    }
    for i in start..<start + Self.reach {
      if [".", ";", ""].contains(words[i]) { return nil }
      guard let cue = cue(at: i, where: { $0.place == .far }),
        let name = name(at: i + cue.words.count)
      else { continue }
      return isSubject(next, until: i) ? (name, cue) : nil
    }
    return nil
  }

  /// "…, as NAME has called itself since 2009".
  private func saidBehind(_ next: Int) -> Found? {
    guard words[next] == ",", words[next + 1] == "as", let name = name(at: next + 2),
      let cue = cue(at: name.upperBound, where: { $0.place == .behind })
    else { return nil }
    return (name, cue)
  }

  /// "the man known as NAME, or the watchmaker, is …", "Under the name NAME he …".
  private func before(_ first: Int) -> Found? {
    var end = first
    if ["is", "was", "are", "were"].contains(words[end - 1]) {
      end -= 1
    } else if words[end - 1] == "," {
      end -= 1
    }
    for last in stride(from: end - 1, through: max(0, end - Self.reach), by: -1) {
      if [".", ";", ":"].contains(words[last]) { return nil }
      for cue in AliasCues.ending(with: words[last]) where cue.place != .behind {
        let from = last + 1 - cue.words.count
        guard from >= 0, matches(cue, at: from), let name = name(at: last + 1, before: end)
        else { continue }
        // Right before the bearer, or "is" stands between.
        guard name.upperBound == end || end < first, sentenceHasNobody(before: from) else {
          return nil
        }
        return (name, cue)
      }
    }
    return nil
  }

  /// Whether nobody else can be meant between a name and a phrase: "Kern met a man who performs as" is not of Kern.
  private func isSubject(_ next: Int, until cue: Int) -> Bool {
    guard next < cue, words.words.indices.contains(cue) else { return true }
    if namesAnother(Span(words.words[next].span.start, words.words[cue].span.start)) {
      return false
    }
    if [",", "("].contains(words[next]) { return true }
    return !(next + 1..<max(next + 1, cue)).contains {
      ["who", "which", "that", "whose"].contains(words[$0])
        && words.words[$0 - 1].isWord && $0 - 1 >= next
    }
  }

  private func sentenceHasNobody(before cue: Int) -> Bool {
    var start = cue
    while start > 0, ![".", ";", "?", "!", "”"].contains(words[start - 1]), cue - start < 20 {
      start -= 1
    }
    guard start < cue else { return true }
    return !namesAnother(Span(words.words[start].span.start, words.words[cue].span.start))
  }

  // MARK: - What they are

  /// A row of capitalized words and particles, quotation marks aside.
  private func name(at start: Int, before limit: Int = .max) -> Range<Int>? {
    var first = start
    while ["“", "\"", "‘", "'", "the"].contains(words[first]) { first += 1 }
    var end = first
    while end < limit, words.words.indices.contains(end),
      words.words[end].isCapitalized || NameParts.particles.contains(words[end])
        || words[end] == "-" && end > first
    { end += 1 }
    while end > first, !words.words[end - 1].isCapitalized { end -= 1 }
    return end > first ? first..<end : nil
  }

  private func forms(
    _ range: Range<Int>, after cue: AliasCues.Cue, of mention: Mention, _ type: EntityType
  ) -> [String] {
    let span = Span(
      words.words[range.lowerBound].span.start, words.words[range.upperBound - 1].span.end)
    let key = NameKey(text[span], type: type)
    guard key.words.count == 1 else {
      // "Mrs Umbrella" is "Umbrella" elsewhere.
      let bare = key.words.drop { Titles.keyWords.contains(String($0)) }
      let isTitled = type == .person && bare.count == 1 && bare.count < key.words.count
      return isTitled ? [key.form, String(bare[bare.startIndex])] : [key.form]
    }
    guard type == .person else { return cue.place == .family ? [] : [key.form] }
    let own = NameKey(text[mention.span], type: type).words
    // "née Ollesch", and "under the name Kovalenko" of a Kovalenko-Reiss, give the family name alone.
    let isFamily = cue.place == .family || own.dropFirst().contains(key.words[0])
    guard isFamily else { return [key.form] }
    guard own.count > 1, let given = own.first else { return [] }
    return ["\(given) \(key.form)"]
  }

  private func cue(at i: Int, where isWanted: (AliasCues.Cue) -> Bool) -> AliasCues.Cue? {
    AliasCues.starting(with: words[i]).first { isWanted($0) && matches($0, at: i) }
  }

  private func matches(_ cue: AliasCues.Cue, at i: Int) -> Bool {
    cue.words.indices.allSatisfy { words[i + $0] == cue.words[$0] }
  }
}
