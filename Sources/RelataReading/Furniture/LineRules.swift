import RelataCore

/// Tells whether a whole line is page furniture.
struct LineRules {
  let cues: FurnitureCues
  let lines: [Line]

  /// What the line is, or nil for a line of the article.
  func kind(at index: Int) -> FurnitureKind? {
    let line = lines[index]
    let words = line.words[...]
    guard words.count <= 60, !line.continuesSentence else { return nil }
    for cue in cues.starting(words) where accepts(cue, line: line, at: index) { return cue.kind }
    if isCredit(line) { return .credit }
    if isCopyright(words) { return .copyright }
    if index < 6, words.count <= 8, FurnitureShape.isDate(words) {
      return .date
    }
    if isFollow(words) { return .follow }
    if isBiography(at: index) { return .biography }
    return nil
  }

  private func accepts(_ cue: FurnitureCues.Cue, line: Line, at index: Int) -> Bool {
    let words = line.words[...]
    let rest = words.dropFirst(cue.words.count)
    guard line.words[0].isCapitalized || !line.words[0].hasLetters else { return false }
    if cue.form == .whole { return rest.isEmpty }
    switch cue.kind {
    case .newsletter, .share, .follow: return words.count <= 30
    case .list: return isList(cue: words.prefix(cue.words.count), rest: rest, line: line)
    case .credit: return isLabelledCredit(cue: cue, rest: rest, line: line)
    case .byline: return isByline(cue: cue, rest: rest, line: line, at: index)
    case .copyright: return words.count <= 40
    case .date: return !rest.isEmpty && rest.count <= 12 && FurnitureShape.isDate(rest)
    case .tags: return words[cue.words.count - 1].lastMark == ":" && !line.endsSentence
    case .biography: return false
    }
  }

  private func isList(cue: ArraySlice<Word>, rest: ArraySlice<Word>, line: Line) -> Bool {
    guard let last = cue.last else { return false }
    if rest.isEmpty {
      return line.words.count == cue.count && (!line.endsSentence || last.lastMark == "!")
    }
    if line.endsSentence, line.words.last?.lastMark == "." { return false }
    if last.lastMark == ":" || last.lastMark == "|" { return true }
    if cue.allSatisfy(\.isAllCaps), !rest.allSatisfy({ $0.isAllCaps || !$0.hasLetters }) {
      return true
    }
    return FurnitureShape.titleCase(rest) >= 0.75 && rest.count >= 3
  }

  private func isLabelledCredit(
    cue: FurnitureCues.Cue, rest: ArraySlice<Word>, line: Line
  ) -> Bool {
    if rest.isEmpty { return cue.form == .start || line.words.last?.lastMark == ":" }
    if cue.form == .label {
      guard line.words[cue.words.count - 1].lastMark == ":" else { return false }
      return rest.count <= 12 && !line.endsSentence || cues.endsWithAgency(rest)
    }
    return rest.count <= 12 && !line.endsSentence
      && (FurnitureShape.titleCase(rest) >= 0.75 || cues.endsWithAgency(rest))
  }

  /// A line that is nothing but a credit: "Jane Doe/AFP via Getty Images".
  private func isCredit(_ line: Line) -> Bool {
    let words = line.words[...]
    return words.count <= 14 && !words.contains(where: \.endsSentence)
      && SentenceRules.isBareCredit(words, cues: cues)
  }

  private func isByline(
    cue: FurnitureCues.Cue, rest: ArraySlice<Word>, line: Line, at index: Int
  ) -> Bool {
    if cue.words != ["by"] {
      return SentenceRules.isReportingCredit(line.words[...], cueLength: cue.words.count)
    }
    return (index < 8 || index >= lines.count - 3) && rest.count <= 16 && !line.endsSentence
      && FurnitureShape.isNames(rest)
  }

  private func isCopyright(_ words: ArraySlice<Word>) -> Bool {
    let cores = words.map(\.core)
    if cores.first == "copyright", cores.count > 1, words.count <= 20, words[1].isNumber {
      return true
    }
    return words.count <= 30 && cores.suffix(3) == ["all", "rights", "reserved"]
  }

  /// "Follow Jane Doe on Twitter: @jane".
  private func isFollow(_ words: ArraySlice<Word>) -> Bool {
    guard words.count <= 14, words.first?.core == "follow", words.first?.isCapitalized == true
    else {
      return false
    }
    return words.contains { $0.core.hasPrefix("@") || Self.networks.contains($0.core) }
  }

  private static let networks: Set<String> = [
    "twitter", "facebook", "instagram", "telegram", "youtube", "linkedin", "mastodon", "bluesky",
    "whatsapp", "tiktok",
  ]

  /// "Jane Doe is a reporter based in Kabul." as one of the last three paragraphs, of somebody whom the
  /// article does not name outside a byline.
  private func isBiography(at index: Int) -> Bool {
    let line = lines[index]
    guard index >= lines.count - 3, index >= 3, line.startsParagraph, line.words.count <= 45 else {
      return false
    }
    let name = line.words.prefix { $0.isCapitalized }
    let rest = line.words.dropFirst(name.count)
    guard (2...4).contains(name.count), rest.count >= 3,
      Self.copulas.contains(rest[rest.startIndex].core),
      rest.prefix(12).contains(where: { Self.trades.contains($0.core) }),
      rest.contains(where: { Self.links.contains($0.core) || $0.core.hasPrefix("@") }),
      !rest.dropFirst().contains(where: { Self.events.contains($0.core) }),
      let surname = name.last?.core
    else { return false }
    return !lines[..<index].contains { other in
      other.words.first?.core != "by" && other.words.contains { $0.core == surname }
    }
  }

  private static let copulas = FurnitureWords.table[.copula]
  private static let trades = FurnitureWords.table[.trade]
  private static let events = FurnitureWords.table[.event]
  private static let links = FurnitureWords.table[.bio]
}
