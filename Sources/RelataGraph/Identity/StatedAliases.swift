import RelataCore
import RelataLanguage

/// Reads other names that a text states behind a name: "Katrin Seydlitz, née Ollesch", "Nemura Pay, formerly Bluestone
/// Crest Payments".
struct StatedAliases {
  let words: TextWords
  let text: SourceText

  /// The forms of keys of the names that follow a mention with such words between, only a comma or a bracket before
  /// them.
  func names(behind mention: Mention, type: EntityType) -> [String] {
    var i = words.index(at: mention.span.end)
    while [",", "(", "“", "\"", "-", "–", "—"].contains(words[i]) { i += 1 }
    var found = cue(at: i) { !$0.mayBeFar }
    let start = i
    while found == nil, i < start + 14, ![".", ";", ""].contains(words[i]) {
      found = cue(at: i) { $0.mayBeFar }
      if found == nil { i += 1 }
    }
    guard let cue = found else { return [] }
    i += cue.words.count
    while ["“", "\"", "‘", "'", "the"].contains(words[i]) { i += 1 }
    let first = i
    while words.words.indices.contains(i),
      words.words[i].isCapitalized || NameParts.particles.contains(words[i])
    { i += 1 }
    while i > first, !words.words[i - 1].isCapitalized { i -= 1 }
    guard i > first else { return [] }
    let name = text[Span(words.words[first].span.start, words.words[i - 1].span.end)]
    let key = NameKey(name, type: type)
    // "née Ollesch" and "born Rebane" give the family name alone.
    if type == .person, cue.mayBeFamily, key.words.count == 1 {
      let own = NameKey(text[mention.span], type: type).words
      guard own.count > 1, let given = own.first else { return [] }
      return ["\(given) \(key.form)"]
    }
    return cue.mayBeFamily && key.words.count == 1 ? [] : [key.form]
  }

  private func cue(at i: Int, where isWanted: (AliasCues.Cue) -> Bool) -> AliasCues.Cue? {
    AliasCues.all.first { cue in
      isWanted(cue) && cue.words.indices.allSatisfy { words[i + $0] == cue.words[$0] }
    }
  }
}
