import RelataCore
import RelataLanguage

/// Reads what the texts of a graph call the redacted besides the names it knows: "Nora Feldt, née Kern",
/// "Nora 'Nell' Feldt", "Nora Elisabeth Feldt", "the mayor of Astel, Nora Feldt".
struct StatedNameReader {
  private let names: HiddenNames
  private let pseudonyms: [String]
  /// Roles of each redacted entity, folded.
  let roles: [Set<[String]>]
  private(set) var stated: Set<StatedName> = []
  var steps = 0

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
        where seen.insert(text).inserted { read(text) }
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

  mutating func add(_ words: [String], _ kind: StatedName.Kind, of owner: Int) {
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
}
