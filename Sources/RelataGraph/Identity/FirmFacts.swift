import RelataCore
import RelataLanguage

/// Reads what a document says of a firm or body: its legal form and the country of its seat.
struct FirmFacts {
  let reader: ProfileReader
  let mentions: [Mention]
  let group: [DocumentEntity]

  private var words: TextWords { reader.words }

  func read(into facts: inout BearerProfile.Facts) {
    let forms = group.flatMap { [$0.name] + $0.aliases }
    facts.legalForm = forms.lazy.compactMap(Self.legalForm).first
    for mention in mentions {
      if facts.seat == nil { facts.seat = seat(behind: mention) ?? seat(before: mention) }
      readRegister(mention, &facts)
    }
  }

  private static let beginnings: Set<String> = ["founded", "incorporated", "formed", "established"]

  /// "Cordell Marine Ltd, company number 02214478, … was incorporated in 1988".
  private func readRegister(_ mention: Mention, _ facts: inout BearerProfile.Facts) {
    guard reader.sentences.indices.contains(mention.sentence) else { return }
    let next = words.index(at: mention.span.end)
    let end = words.index(at: reader.sentences[mention.sentence].span.end)
    for i in next..<max(next, end) {
      if words[i] == "number", ["company", "registration", "registered"].contains(words[i - 1]),
        let digit = words[i + 1].unicodeScalars.first, ScalarClass.isDigit(digit)
      {
        facts.registration = facts.registration ?? words[i + 1]
      }
      // "was founded in", not "a firm that he founded in": the firm is the nearest before it.
      if Self.beginnings.contains(words[i]), ["was", "were", "been", ","].contains(words[i - 1]) {
        facts.founded =
          facts.founded ?? words.words[i..<min(end, i + 8)].lazy.compactMap(\.year).first
      }
    }
  }

  /// The legal form at the end of a name, or at its beginning as in Eastern Europe; nil for a name without.
  static func legalForm(_ name: String) -> String? {
    let words = NameKey.foldedWords(name)
    guard words.count > 1 else { return nil }
    return [words.last, words.first].lazy.compactMap { $0 }.compactMap(NameParts.legalForm).first
  }

  private static let seated: Set<String> = [
    "registered", "incorporated", "based", "headquartered", "domiciled", "founded",
  ]

  /// "Baltic Amber Lines, of Ajman in the Emirates", "…, a ferry company from Klaipėda", "… (Cyprus)".
  private func seat(behind mention: Mention) -> String? {
    let next = words.index(at: mention.span.end)
    for i in next..<min(words.words.count, next + 14) {
      if [".", ";"].contains(words[i]) { return nil }
      let isCue =
        words[i] == "in" && Self.seated.contains(words[i - 1])
        || ["of", "from"].contains(words[i])
          && (i == next + 1 && words[next] == "," || words[next] == ",")
        || words[i] == "(" && i == next || words[i] == "in" && i == next
      guard isCue else { continue }
      if let country = country(at: i + 1) { return country }
    }
    return nil
  }

  /// "the Cyprus-based Delta Gas", "the Lithuanian ferry company Baltic Amber Lines".
  private func seat(before mention: Mention) -> String? {
    let first = words.index(at: mention.span.start)
    for i in stride(from: first - 1, through: max(0, first - 6), by: -1) {
      if !words.words[i].isWord, words[i] != "-" { return nil }
      guard words.words[i].isCapitalized else { continue }
      let name = reader.document.text[words.words[i].span]
      if let country = CountryTable.shared.country(ofDemonym: name) { return country }
      if words[i + 1] == "-", ["based", "registered", "owned"].contains(words[i + 2]),
        words[i + 2] != "owned"
      {
        return country(at: i)
      }
      return nil
    }
    return nil
  }

  /// The country that a place at a word lies in.
  private func country(at i: Int) -> String? {
    var start = i
    while ["the", "nearby", "eastern", "western", "northern", "southern"].contains(words[start]) {
      start += 1
    }
    for length in [3, 2, 1] where words.words.indices.contains(start + length - 1) {
      let slice = words.words[start..<start + length]
      guard slice.allSatisfy(\.isWord), slice.first?.isCapitalized == true else { continue }
      let name = reader.document.text[
        Span(slice[slice.startIndex].span.start, slice[slice.endIndex - 1].span.end)]
      if let country = CountryTable.shared.country(named: name) { return country }
      let folded = slice.map(\.text).joined(separator: " ")
      if let city = CityTable.city(named: folded) {
        return city.countries.count == 1 ? city.countries[0] : nil
      }
    }
    return nil
  }
}
