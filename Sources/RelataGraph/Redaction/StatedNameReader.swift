import RelataCore
import RelataLanguage

/// Reads what the texts of a graph call the redacted besides the names it knows: "Nora Feldt, née Kern",
/// "Nora 'Nell' Feldt", "Nora Elisabeth Feldt", "the mayor of Astel, Nora Feldt".
struct StatedNameReader {
  private let names: HiddenNames
  private let pseudonyms: [String]
  /// Roles of each redacted entity, folded.
  private let roles: [Set<[String]>]
  private(set) var stated: Set<StatedName> = []
  private(set) var steps = 0

  init(_ names: HiddenNames, pseudonyms: [String], roles: [Set<[String]>]) {
    self.names = names
    self.pseudonyms = pseudonyms
    self.roles = roles
  }

  /// - Complexity: O(text of the graph).
  mutating func read(_ graph: KnowledgeGraph) {
    var seen: Set<String> = []
    for relation in graph.relations {
      for record in relation.evidence {
        for text in [record.quote, record.title ?? "", record.attribution?.name ?? ""]
        where !text.isEmpty && seen.insert(text).inserted { read(text) }
      }
    }
    for entity in graph.entities {
      for text in [entity.name] + entity.aliases + entity.roles { read(text) }
    }
  }

  mutating func read(_ text: String) {
    let folded = FoldedText(text)
    var scan = NameScan(names, folded, pseudonyms: pseudonyms)
    scan.run()
    steps += scan.steps
    for name in scan.found {
      guard case .one(let owner) = name.owner else { continue }
      if name.isSequence { within(name.words, of: owner, scan) }
      after(name.words, of: owner, folded)
      if name.words.count > 1 { before(name.words, of: owner, folded) }
      office(name.words, of: owner, folded)
    }
  }

  private mutating func add(_ words: [String], _ kind: StatedName.Kind, of owner: Int) {
    guard !words.isEmpty else { return }
    stated.insert(StatedName(owner: owner, words: words, kind: kind))
  }

  // MARK: Within the name

  private mutating func within(_ range: Range<Int>, of owner: Int, _ scan: NameScan) {
    var nickname: [String] = []
    for index in range.dropFirst().dropLast() {
      let word = scan.words[index]
      if scan.isInQuotes(index, from: range.lowerBound) {
        nickname.append(word.folded)
      } else if names.words[word.folded] == nil, word.isCapital,
        !NameWord.isParticle(word.folded) || word.count == 1
      {
        add([word.folded], .middle, of: owner)
      }
    }
    add(nickname, .nickname, of: owner)
  }

  // MARK: Beside the name

  private static let cues: FormTree<NameCue> = {
    var tree = FormTree<NameCue>()
    for (words, cue) in NameCue.phrases { tree.insert(words) { _ in cue } }
    return tree
  }()

  private mutating func after(_ range: Range<Int>, of owner: Int, _ text: FoldedText) {
    var index = range.upperBound
    guard index < text.words.count, Self.isOpen(text.gap(before: index)) else { return }
    // "Nora Feldt ('Nell')".
    if let quoted = Self.quoted(text, from: index), text.gap(before: index).contains("(") {
      return add(quoted, .nickname, of: owner)
    }
    guard let cue = Self.cues.matches(text.words, from: index, steps: &steps).last else { return }
    index = cue.end
    if index < text.words.count, text.words[index].folded == "as" { index += 1 }
    if let quoted = Self.quoted(text, from: index) {
      let kind = quoted.count == 1 ? StatedName.Kind.nickname : .phrase
      return add(quoted, kind, of: owner)
    }
    let isOr = index - range.upperBound == 1 && text.words[range.upperBound].folded == "or"
    take(Self.run(text, from: index), isOr ? .weak : cue.value, of: owner, in: text)
  }

  /// "Nell Kern, also known as Nora Feldt".
  private mutating func before(_ range: Range<Int>, of owner: Int, _ text: FoldedText) {
    // The longest cue that ends at the name: "better known as" before "known as".
    for start in max(1, range.lowerBound - 6)..<max(1, range.lowerBound) {
      guard let cue = Self.cues.matches(text.words, from: start, steps: &steps).last,
        cue.end == range.lowerBound
      else { continue }
      guard text.words[start].folded != "or", Self.isOpen(text.gap(before: start)) else { return }
      take(
        Self.run(text, before: start), cue.value == .surname ? .alias : cue.value, of: owner,
        in: text)
      return
    }
  }

  private mutating func take(
    _ range: Range<Int>, _ cue: NameCue, of owner: Int, in text: FoldedText
  ) {
    var range = range
    while let first = range.first, NameWord.isTitle(text.words[first].folded) {
      range = range.dropFirst()
    }
    let words = range.map { text.words[$0].folded }
    guard let first = words.first, words.count > 1 || !names.others.contains(first),
      !CommonNames.isCalendar(first),
      words.contains(where: { $0.unicodeScalars.count > 1 })
    else { return }
    let isShared = words.contains { word in
      names.words[word].map { $0.owner == .one(owner) && $0.kind > .nickname } ?? false
    }
    let isName = range.allSatisfy {
      text.words[$0].isCapital || NameWord.isParticle(text.words[$0].folded)
    }
    switch cue {
    case .weak where !isShared: return
    case .surname where words.count == 1 || NameWord.isParticle(first):
      add(words, .surname, of: owner)
    default:
      if words.count == 1 { return add(words, .nickname, of: owner) }
      add(words, isName && first != "the" ? .full : .phrase, of: owner)
    }
  }

  // MARK: Offices

  /// "Nora Feldt, the mayor of Astel", "Astel mayor Nora Feldt", "the mayor of Astel, Nora Feldt".
  private mutating func office(_ range: Range<Int>, of owner: Int, _ text: FoldedText) {
    for role in roles[owner] where role.count < 6 {
      steps += 1
      var start = range.upperBound
      if start < text.words.count, ["the", "a", "an"].contains(text.words[start].folded) {
        start += 1
      }
      if Self.stands(role, at: start, in: text), Self.isOpen(text.gap(before: range.upperBound)) {
        place(role, after: start + role.count, of: owner, text)
      }
      let end = range.lowerBound
      if Self.stands(role, at: end - role.count, in: text), Self.isOpen(text.gap(before: end)) {
        learn(role, in: Self.place(text, before: end - role.count), of: owner)
      }
      for length in 1...6 where Self.stands(role, at: end - length - role.count - 1, in: text) {
        place(role, after: end - length - 1, of: owner, text, end: end)
      }
    }
  }

  private mutating func place(
    _ role: [String], after index: Int, of owner: Int, _ text: FoldedText, end: Int? = nil
  ) {
    guard index < text.words.count, index > 0,
      ["of", "for", "at", "in"].contains(text.words[index].folded)
    else { return }
    var start = index + 1
    if start < text.words.count, text.words[start].folded == "the" { start += 1 }
    var run = Self.run(text, from: start)
    if let end {
      guard start < end, end <= run.upperBound else { return }
      run = start..<end
    }
    learn(role, in: run.map { text.words[$0].folded }, of: owner)
  }

  private mutating func learn(_ role: [String], in place: [String], of owner: Int) {
    for form in HiddenNames.offices(role, in: place) { add(form, .role, of: owner) }
  }

  // MARK: Reading

  private static func stands(_ words: [String], at index: Int, in text: FoldedText) -> Bool {
    guard index >= 0, index + words.count <= text.words.count else { return false }
    return zip(words, text.words[index...]).allSatisfy { $0 == $1.folded }
  }

  /// Whether what follows still speaks of the name: a comma, a parenthesis, a dash, nothing.
  private static func isOpen(_ gap: [Unicode.Scalar]) -> Bool {
    gap.count < 6 && gap.allSatisfy { " ,(–—-[\"“‘'\u{a0}:".unicodeScalars.contains($0) }
  }

  /// Words between quotes that open right before a word, five at most.
  private static func quoted(_ text: FoldedText, from index: Int) -> [String]? {
    let closing = Set("\"”’'»“".unicodeScalars)
    guard index < text.words.count,
      let quote = text.gap(before: index).last, "\"“‘'«„".unicodeScalars.contains(quote)
    else { return nil }
    var words: [String] = []
    for next in index..<min(text.words.count, index + 5) {
      words.append(text.words[next].folded)
      if let first = text.gap(before: next + 1).first(where: { $0 != "," && $0 != "." }),
        closing.contains(first)
      {
        return words
      }
    }
    return nil
  }

  /// The place of a role that begins at a word: "Astel mayor", "Astel's mayor".
  private static func place(_ text: FoldedText, before index: Int) -> [String] {
    var end = index
    if end > 0, text.words[end - 1].folded == "s" {
      end -= 1
    } else if !text.gap(before: end).elementsEqual([" "]) {
      return []
    }
    let run = run(text, before: end)
    let place = run.drop { Titles.modifiers.contains(text.words[$0].folded) }
    return place.map { text.words[$0].folded }
  }

  /// Words with capitals before a word, four at most, without those that begin a sentence: "On Monday".
  private static func run(_ text: FoldedText, before index: Int) -> Range<Int> {
    var start = index
    while start > 0, index - start < 4 {
      let word = text.words[start - 1]
      guard word.isCapital, !word.isNumber, !TimeWords.isPart(word.folded),
        !NameContext.functionWords.contains(word.folded),
        !NameContext.openers.contains(word.folded),
        start == index || isWithinName(text, start)
      else { break }
      start -= 1
    }
    return start..<index
  }

  /// Whether what stands before a word may stand within a name; a full stop only after initials and titles.
  private static func isWithinName(_ text: FoldedText, _ index: Int) -> Bool {
    let gap = text.gap(before: index)
    let before = text.words[index - 1]
    return gap.allSatisfy { " -.'’".unicodeScalars.contains($0) }
      && (!gap.contains(".") || before.count == 1 || NameWord.isTitle(before.folded))
  }

  /// Words with capitals from a word on, four at most, particles among them; "the" may go before.
  private static func run(_ text: FoldedText, from index: Int) -> Range<Int> {
    var end = index
    while end < text.words.count, end - index < 5, end == index || isWithinName(text, end) {
      let word = text.words[end]
      guard !word.isNumber,
        word.isCapital || NameWord.isParticle(word.folded) || end == index && word.folded == "the"
      else { break }
      end += 1
    }
    while end > index, !text.words[end - 1].isCapital { end -= 1 }
    return index..<end
  }
}
