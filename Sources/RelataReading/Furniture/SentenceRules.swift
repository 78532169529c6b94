import RelataCore

/// Finds page furniture that runs together with sentences of the article in one line.
struct SentenceRules {
  let cues: FurnitureCues

  /// The furniture within one line; `mayHoldByline` says that it stands at the head of the text.
  func findings(in line: Line, mayHoldByline: Bool) -> [FurnitureDetector.Finding] {
    var findings: [FurnitureDetector.Finding] = []
    var position = 0
    var atHead = mayHoldByline
    let words = line.words[...]
    while position < words.count {
      let end = sentenceEnd(words, from: position)
      let piece = words[position..<end]
      let startsSentence = position > 0 || !line.continuesSentence
      if startsSentence, let (kind, stop) = furniture(in: piece, atHead: atHead) {
        let span = words[position].span.union(words[stop - 1].span)
        findings.append(.init(span: span, kind: kind))
        position = stop
      } else {
        findings += brackets(in: piece)
        atHead = false
        position = end
      }
    }
    return findings
  }

  /// The index after the sentence that starts at `start`.
  private func sentenceEnd(_ words: ArraySlice<Word>, from start: Int) -> Int {
    var index = start
    while index < words.count - 1 {
      let word = words[index]
      if word.endsSentence, words[index + 1].isCapitalized || !words[index + 1].hasLetters {
        return index + 1
      }
      index += 1
    }
    return words.count
  }

  /// The kind of furniture with which a sentence begins, and the index after its last word.
  private func furniture(
    in piece: ArraySlice<Word>, atHead: Bool
  ) -> (FurnitureKind, Int)? {
    let start = piece.startIndex
    guard let first = piece.first else { return nil }
    if atHead, first.core == "date", piece.count > 1,
      FurnitureShape.isDate(piece[(start + 1)...(start + 1)])
    {
      return (.date, start + 2)
    }
    if piece.count <= 14, Self.isBareCredit(piece, cues: cues) { return (.credit, piece.endIndex) }
    for cue in cues.starting(piece) where cue.form != .whole {
      let next = start + cue.words.count
      switch cue.kind {
      case .byline:
        if let end = byline(piece, cue: cue, atHead: atHead) { return (.byline, end) }
      case .list where isLabel(piece.prefix(cue.words.count)):
        if let end = listEnd(piece, from: next) { return (.list, end) }
      case .credit where piece[next - 1].lastMark == ":":
        if let end = creditEnd(piece, from: next) { return (.credit, end) }
      case .newsletter where first.isCapitalized:
        return (.newsletter, runEnd(piece, from: next) ?? piece.endIndex)
      default: continue
      }
    }
    return nil
  }

  private func isLabel(_ cue: ArraySlice<Word>) -> Bool {
    guard let first = cue.first, let last = cue.last else { return false }
    return first.isCapitalized
      && (last.lastMark == ":" || (cue.count > 1 && cue.allSatisfy(\.isAllCaps)))
  }

  // MARK: - Where furniture ends

  private func listEnd(_ piece: ArraySlice<Word>, from next: Int) -> Int? {
    if let end = runEnd(piece, from: next) { return end }
    // A labelled sentence that runs to a full stop may be the article's own.
    return piece.last?.endsSentence == true ? nil : piece.endIndex
  }

  /// The index at which the article goes on within a run of furniture, or nil if nowhere.
  private func runEnd(_ piece: ArraySlice<Word>, from next: Int) -> Int? {
    guard next < piece.endIndex else { return nil }
    var verbal: Int?
    for index in next..<piece.endIndex {
      let rest = piece[index...]
      if startsOtherFurniture(rest) || FurnitureShape.startsDateline(rest) { return index }
      guard index > next, piece.last?.endsSentence == true, rest.count >= 4,
        piece[index].isCapitalized, isOpen(piece[index - 1])
      else { continue }
      if Self.openers.contains(piece[index].core), opensSentence(rest, after: piece[index - 1]) {
        return index
      }
      if hasFiniteVerb(rest) { verbal = index }
    }
    return verbal
  }

  private func startsOtherFurniture(_ rest: ArraySlice<Word>) -> Bool {
    cues.starting(rest).contains { cue in
      guard rest[rest.startIndex].isCapitalized else { return false }
      switch cue.kind {
      case .list, .credit: return isLabel(rest.prefix(cue.words.count))
      case .newsletter: return cue.form == .start
      case .byline: return cue.words == ["by"] && byline(rest, cue: cue, atHead: true) != nil
      default: return false
      }
    }
  }

  /// Whether a sentence may begin after the word.
  private func isOpen(_ word: Word) -> Bool {
    word.lastMark != "," && word.lastMark != ";" && word.lastMark != ":" && word.lastMark != "&"
  }

  /// Whether "A", "The", "She" … begins a sentence rather than stands within a capitalised headline.
  private func opensSentence(_ rest: ArraySlice<Word>, after previous: Word) -> Bool {
    !previous.isCapitalized
      || (rest.dropFirst().prefix(2).allSatisfy { !$0.isCapitalized } && hasFiniteVerb(rest))
  }

  /// Whether a finite verb follows within five words of a capitalised start.
  private func hasFiniteVerb(_ words: ArraySlice<Word>) -> Bool {
    words.dropFirst().prefix(5).contains { word in
      !word.isCapitalized && (Self.verbs.contains(word.core) || word.core.hasSuffix("ed"))
    }
  }

  private func creditEnd(_ piece: ArraySlice<Word>, from next: Int) -> Int? {
    for index in next..<piece.endIndex {
      let isLast = index == piece.endIndex - 1
      if cues.endsWithAgency(piece[next...index]),
        isLast || !cues.endsWithAgency(piece[next...(index + 1)]),
        isLast || piece[index + 1].core != "via"
      {
        return index + 1
      }
      if index - next > 14 { break }
    }
    if let end = runEnd(piece, from: next), end - next <= 10 { return end }
    return piece.count <= 14 && piece.last?.endsSentence != true ? piece.endIndex : nil
  }

  private func byline(_ piece: ArraySlice<Word>, cue: FurnitureCues.Cue, atHead: Bool) -> Int? {
    if cue.words != ["by"] {
      return Self.isReportingCredit(piece, cueLength: cue.words.count) ? piece.endIndex : nil
    }
    guard atHead, piece[piece.startIndex].isCapitalized else { return nil }
    for index
      in (piece.startIndex + 2)..<max(
        piece.startIndex + 2, min(piece.endIndex, piece.startIndex + 18))
    where FurnitureShape.startsDateline(piece[index...]) {
      return FurnitureShape.isNames(piece[(piece.startIndex + 1)..<index]) ? index : nil
    }
    return nil
  }

  // MARK: - Shapes shared with the rules for lines

  /// "Reporting by Jane Doe in Kabul; Editing by John Roe", but not "Reporting by Reuters found that …".
  static func isReportingCredit(_ words: ArraySlice<Word>, cueLength: Int) -> Bool {
    let rest = words.dropFirst(cueLength)
    guard words.count <= 50, let first = rest.first, first.isCapitalized, first.core != "the",
      words.first?.isCapitalized == true
    else { return false }
    let creditWords: Set<String> = ["reporting", "editing", "writing", "additional", "by"]
    return rest.allSatisfy {
      creditWords.contains($0.core) || FurnitureShape.isNames([$0]) || $0.core == "and"
        || $0.core == "in"
        || $0.core == "of" || $0.core == "the" || $0.core == "for" || !$0.hasLetters
    }
  }

  /// "Jane Doe/AFP via Getty Images": names, a slash or "via", and an agency at the end.
  static func isBareCredit(_ words: ArraySlice<Word>, cues: FurnitureCues) -> Bool {
    guard cues.endsWithAgency(words) else { return false }
    let hasJoint = words.contains { $0.core.contains("/") || $0.core == "via" }
    return hasJoint && FurnitureShape.titleCase(words.filter { $0.core != "via" }[...]) >= 0.75
  }

  /// Credits in brackets: "(Reuters/Jane Doe)", "(Photo: Jane Doe)".
  private func brackets(in piece: ArraySlice<Word>) -> [FurnitureDetector.Finding] {
    var findings: [FurnitureDetector.Finding] = []
    var index = piece.startIndex
    while index < piece.endIndex {
      let end = min(piece.endIndex, index + 12)
      guard piece[index].opensBracket,
        let close = piece[index..<end].firstIndex(where: \.closesBracket)
      else {
        index += 1
        continue
      }
      let inside = piece[index...close]
      if isBracketCredit(inside) {
        findings.append(.init(span: inside[index].span.union(inside[close].span), kind: .credit))
      }
      index = close + 1
    }
    return findings
  }

  private func isBracketCredit(_ words: ArraySlice<Word>) -> Bool {
    let names = FurnitureShape.titleCase(words.filter { $0.core != "via" }[...]) >= 0.75
    if names, words.contains(where: { $0.core.contains("/") }) {
      let parts = words.flatMap { $0.core.split(separator: "/") }.map(String.init)
      return cues.endsWithAgency(words) || parts.contains { Self.agencies.contains($0) }
    }
    return cues.starting(words).contains { cue in
      cue.kind == .credit
        && (cue.form == .start || words[words.startIndex + cue.words.count - 1].lastMark == ":")
    }
  }

  private static let agencies = FurnitureWords.table[.agency]
  private static let openers = FurnitureWords.table[.opener]
  private static let verbs = FurnitureWords.table[.verb]
}
