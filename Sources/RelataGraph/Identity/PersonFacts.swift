import RelataCore
import RelataLanguage

/// Reads what a document says of a person: sex, age, birth, death, when active.
struct PersonFacts {
  let reader: ProfileReader
  let mentions: [Mention]
  /// Indices of the sentences that speak of the person or stand beside one.
  let near: [Int]

  private var words: TextWords { reader.words }

  func read(into facts: inout BearerProfile.Facts) {
    var votes = (female: 0.0, male: 0.0)
    for mention in mentions {
      vote(mention, &votes)
      readAge(mention, &facts)
      readLife(mention, &facts)
    }
    if max(votes.female, votes.male) >= 0.7 {
      if votes.female > 3 * votes.male { facts.sex = .female }
      if votes.male > 3 * votes.female { facts.sex = .male }
    }
    if facts.age != nil { facts.ageYear = reader.year }
    facts.hasNamesake = near.contains { hasNamesake(reader.sentences[$0].span) }
  }

  // MARK: - Sex

  private func vote(_ mention: Mention, _ votes: inout (female: Double, male: Double)) {
    let form = words.words(in: mention.span).map(\.text)
    var found: (Gender, Double)?
    if mention.kind == .pronoun {
      if mention.score > 0.5, let sex = form.first.flatMap({ Gender(pronoun: $0) }) {
        found = (sex, mention.score)
      }
    } else {
      let title = words[words.index(at: mention.span.start) - 1]
      let before = words[words.index(at: mention.span.start) - 2]
      let noun = mention.kind == .nominal ? form.last.flatMap { Gender(noun: $0) } : nil
      let titles = [title, title + ".", title == "." ? before + "." : ""]
      if let sex = titles.lazy.compactMap({ Gender(title: $0) }).first { found = (sex, 2) }
      if let noun { found = (noun, 1) }
    }
    switch found {
    case (.female, let weight)?: votes.female += weight
    case (.male, let weight)?: votes.male += weight
    case nil: break
    }
  }

  // MARK: - Age

  private static let decades = [
    "twenties": 25, "thirties": 35, "forties": 45, "fifties": 55, "sixties": 65, "seventies": 75,
    "eighties": 85, "nineties": 95,
  ]

  private func readAge(_ mention: Mention, _ facts: inout BearerProfile.Facts) {
    let inside = words.words(in: mention.span)
    let next = words.index(at: mention.span.end)
    let first = inside.startIndex
    // "the 58-year-old", "the 58-year-old banker Grace Odero"
    for i in max(0, first - 6)..<max(first, inside.endIndex)
    where words[i + 1] == "-" && words[i + 2] == "year" && words[i + 3] == "-" {
      if mention.kind != .pronoun, let age = age(i),
        !words.words[i..<max(i, first)].contains(where: { $0.text == "." || $0.text == ";" })
      {
        facts.age = age
      }
    }
    var i = next
    if mention.kind == .name {
      // "Daniel Okafor, 54, …", "Okafor (54)", "Okafor, aged 54,"
      if words[i] == "," || words[i] == "(" { i += 1 }
      if ["aged", "now"].contains(words[i]) { i += 1 }
      if i > next, let age = age(i), [",", ".", ")", ";"].contains(words[i + 1]) {
        facts.age = age
      }
    }
    i = next
    if words[i] == "," { i += 1 }
    if words[i] == "who" { i += 1 }
    if ["turns", "turned", "is", "was"].contains(words[i]), let age = age(i + 1),
      [",", ".", "and", "next", "last", "this", "in", "when", "years"].contains(words[i + 2])
    {
      facts.age = age
    }
    // "a carpet exporter of 71", "an engineer in his thirties"
    for j in next..<min(words.words.count, next + 9) {
      if words[j] == "." || words[j] == ";" { break }
      if words[j] == "of", j > next + 2, words[next] == ",", let age = age(j + 1),
        [",", "who", "from", "."].contains(words[j + 2])
      {
        facts.age = age
      }
      if words[j] == "in", ["his", "her"].contains(words[j + 1]) {
        let word = ["late", "early", "mid"].contains(words[j + 2]) ? words[j + 3] : words[j + 2]
        if let age = Self.decades[word] { facts.age = age }
      }
    }
  }

  private func age(_ i: Int) -> Int? {
    guard words.words.indices.contains(i), let number = words.words[i].number else { return nil }
    return (10...110).contains(number) ? number : nil
  }

  // MARK: - Birth, death, years

  private static let deaths: Set<String> = ["died", "drowned", "perished"]
  private static let killings: Set<String> = [
    "killed", "murdered", "buried", "shot", "hanged", "executed", "assassinated", "cremated",
  ]

  private func readLife(_ mention: Mention, _ facts: inout BearerProfile.Facts) {
    let next = words.index(at: mention.span.end)
    let first = words.index(at: mention.span.start)
    let sentence =
      reader.sentences.indices.contains(mention.sentence)
      ? reader.sentences[mention.sentence].span : mention.span
    let end = words.index(at: sentence.end)
    for i in next..<max(next, min(end, next + 16)) where words[i] == "born" {
      if let year = year(i + 1, min(end, i + 9)) { facts.born = year }
    }
    if isDeath(from: next, to: end) {
      facts.isDead = true
      facts.died = facts.died ?? year(next, end)
    }
    // "the late Samuel Okafor", "the funeral of the heir Crisanto Belmonte-Uy", "Okafor's widow"
    if (max(0, first - 4)..<max(0, first)).contains(where: {
      words[$0] == "late" && words[$0 - 1] == "the"
    })
      || (max(0, first - 7)..<max(0, first)).contains(where: {
        ["funeral", "widow", "murder", "killing", "death"].contains(words[$0])
          && words[$0 + 1] == "of"
      })
    {
      if mention.kind == .name { facts.isDead = true }
    }
    if reader.isFirstPerson(mention) {
      let inside = words.words(in: sentence)
      for (i, word) in zip(inside.indices, inside) {
        guard let year = word.year, !isBirth(i) else { continue }
        facts.firstActive = min(facts.firstActive ?? year, year)
        facts.lastActive = max(facts.lastActive ?? year, year)
      }
    }
  }

  /// Whether a year is that of a birth: "born on 3 May 1961".
  private func isBirth(_ year: Int) -> Bool {
    (max(0, year - 5)..<year).contains { ["born", "birth"].contains(words[$0]) }
  }

  /// "… died in", "…, who built the fleet, was buried".
  private func isDeath(from start: Int, to end: Int) -> Bool {
    var i = start
    // An apposition or relative clause between commas.
    if words[i] == "," {
      var j = i + 1
      while j < min(end, i + 26), words[j] != "," || words.words[j - 1].number != nil { j += 1 }
      if j < min(end, i + 26) { i = j + 1 }
    }
    if words[i] == "who" { i += 1 }
    while ["has", "had", "was", "is", "reportedly", "later"].contains(words[i]) {
      if ["was", "is"].contains(words[i]), Self.killings.contains(words[i + 1]),
        words[i + 2] != "at"
      {
        return words[i + 1] != "shot" || words[i + 2] == "dead"
      }
      i += 1
    }
    return Self.deaths.contains(words[i])
  }

  private func year(_ start: Int, _ end: Int) -> Int? {
    guard start < end else { return nil }
    return words.words[start..<min(end, words.words.count)].lazy.compactMap(\.year).first
  }

  /// "bears the founder's first name", "to whom he gave his own name", "his namesake son".
  private func hasNamesake(_ span: Span) -> Bool {
    let found = words.words(in: span).map(\.text)
    if found.contains("namesake") { return true }
    for (i, word) in found.enumerated() where word == "name" && i > 0 {
      let isShared =
        ["first", "own", "same", "given", "christian", "his", "her"].contains(found[i - 1])
        || found.contains { ["shares", "bears", "shared", "bore"].contains($0) }
      if isShared,
        found.contains(where: { PersonNouns.kin.contains($0) || $0 == "founder" })
      {
        return true
      }
    }
    return false
  }
}
