import RelataLanguage

/// Finds the names of the redacted in one reading of a text, from its first word to its last.
///
/// At each word the longest thing that names somebody is taken: a form of several words, a sequence of
/// given names, initials and surname, a word, a part of a word.
struct NameScan {
  /// A name of several words.
  struct FoundName {
    var words: Range<Int>
    var owner: HiddenNames.Owner
    /// Whether it was put together from given names, initials and surname, and so may hold what the graph does not know.
    var isSequence: Bool
  }

  let names: HiddenNames
  let text: FoldedText
  let pseudonyms: [String]
  /// Whether the text is an address or a file name, where case tells nothing.
  let isAddress: Bool
  /// Whether the text is the name of another entity, in which no pseudonym may stand.
  let isOtherName: Bool
  /// Words that a relation's ends stand on, by word: the owner, or nil for another entity.
  var marks: [Int: HiddenNames.Owner?] = [:]

  var edits: [RedactionEdit] = []
  var undecided: [UndecidedName] = []
  /// Names found, with their owners: what the text calls them besides stands within and around.
  var found: [FoundName] = []
  var steps = 0
  /// Words up to here are another entity's name.
  var otherEnd = 0
  /// Words that stand in an address, a handle or a file name.
  let identifiers: [Bool]

  var words: [FoldedText.Word] { text.words }

  init(
    _ names: HiddenNames, _ text: FoldedText, pseudonyms: [String], isAddress: Bool = false,
    isOtherName: Bool = false
  ) {
    self.names = names
    self.text = text
    self.pseudonyms = pseudonyms
    self.isAddress = isAddress
    self.isOtherName = isOtherName
    identifiers = isAddress ? [] : Self.identifiers(text)
    otherEnd = isOtherName ? text.words.count : 0
  }

  mutating func run() {
    var index = 0
    while index < words.count {
      steps += 1
      index = max(index + 1, step(at: index))
    }
  }

  /// Takes what begins at a word.
  ///
  /// - Returns: the word after it.
  private mutating func step(at index: Int) -> Int {
    let forms = names.forms.matches(words, from: index, steps: &steps)
    var hidden: (end: Int, owner: HiddenNames.Owner)?
    for (end, value) in forms {
      switch value {
      case .hidden(let owner): hidden = (end, owner)
      case .other: otherEnd = max(otherEnd, end)
      }
    }
    if let hidden, !isCutByCase(index..<hidden.end), !isTwoNames(index..<hidden.end) {
      let range = extended(index..<hidden.end, hidden.owner)
      found.append(FoundName(words: range, owner: hidden.owner, isSequence: false))
      return take(range, hidden.owner)
    }
    if let end = roles(at: index) { return end }
    if let (end, owner) = sequence(at: index) {
      found.append(FoundName(words: index..<end, owner: owner, isSequence: true))
      return take(index..<end, owner)
    }
    if let (end, owner) = initials(at: index) { return take(index..<end, owner) }
    if let entry = names.words[words[index].folded] { return word(at: index, entry) }
    if let owner = names.joined[words[index].folded] ?? handle(at: index) {
      return take(index..<(index + 1), owner)
    }
    inside(at: index)
    return index + 1
  }
}
