import RelataCore

/// A name made ready to be compared with many others.
package struct MatchableName: Sendable {
  /// A word, a word with the particle before it, or two neighbors written as one.
  struct Unit: Sendable {
    let word: NameWord
    /// The first of the name's words in it, and how many.
    let first: Int
    let count: Int
    /// Whether it is one of the name's words as it stands.
    let isPlain: Bool
  }

  /// The name as given.
  package let text: String
  package let kind: BearerKind
  /// The words that tell the bearer, in order, at most ``mostWords``.
  package let words: [NameWord]
  /// What was set aside: titles and particles, or legal forms; sorted.
  let asides: [String]
  /// "jr", "ii"; nil for most.
  let generation: String?
  let units: [Unit]
  /// All words as symbols, those set aside too, each with its index among ``words``.
  let tokens: [(letters: [UInt8], word: Int?)]
  /// Skeletons of all words, one after the other.
  let joined: [UInt8]
  /// Lower-case words, by which two names are put in order before they are compared.
  let key: [UInt8]

  /// Words beyond these do not count.
  package static let mostWords = 16

  /// A name as written.
  package init(_ text: String, type: EntityType, tables: NameMatchingTables = .standard) {
    self.init(text, BearerKind(type), tables)
  }

  init(_ text: String, _ kind: BearerKind, _ tables: NameMatchingTables) {
    self.text = text
    self.kind = kind
    let written = NameTokens.words(of: text, kind)
    var parts = Parts()
    var rest = written[...]
    while !rest.isEmpty {
      if let aside = tables.asides.leading(rest, kind) {
        parts.setAside(rest.prefix(aside.count), aside.what)
        rest = rest.dropFirst(aside.count)
      } else {
        parts.add(rest.removeFirst(), kind, tables)
      }
    }
    // A name of nothing else is compared by what it has.
    if parts.words.isEmpty {
      parts = Parts()
      for token in written.prefix(Self.mostWords) { parts.add(token, kind, tables) }
    }
    words = parts.words
    asides = parts.asides.sorted()
    generation = parts.generation
    self.tokens = parts.tokens
    joined = Array(words.map(\.skeleton).joined().prefix(2 * NameWord.longest))
    key = NameSpelling.symbols(written.prefix(Self.mostWords).joined())
    units = Self.units(parts, kind, tables)
  }

  /// Whether the name is the first of two when they are compared, whichever was named first.
  func precedes(_ other: MatchableName) -> Bool {
    key == other.key ? text < other.text : key.lexicographicallyPrecedes(other.key)
  }

  private static func units(
    _ parts: Parts, _ kind: BearerKind, _ tables: NameMatchingTables
  ) -> [Unit] {
    var units: [Unit] = []
    for (index, word) in parts.words.enumerated() {
      units.append(Unit(word: word, first: index, count: 1, isPlain: true))
      func add(_ letters: [UInt8], from first: Int) {
        units.append(
          Unit(
            word: NameWord(letters, kind, tables), first: first, count: index - first + 1,
            isPlain: false))
      }
      let lead = parts.leads[index]
      if !lead.isEmpty { add(lead + word.letters, from: index) }
      guard index > 0 else { continue }
      let before = parts.words[index - 1].letters
      add(before + word.letters, from: index - 1)
      if !lead.isEmpty { add(before + lead + word.letters, from: index - 1) }
    }
    return units
  }

  /// Words and what is set aside, as they are collected.
  private struct Parts {
    var words: [NameWord] = []
    /// Letters of the particles before each word.
    var leads: [[UInt8]] = []
    var asides: Set<String> = []
    var generation: String?
    var tokens: [(letters: [UInt8], word: Int?)] = []
    private var lead: [UInt8] = []

    mutating func setAside(_ phrase: ArraySlice<String>, _ what: NameAsides.Class) {
      switch what {
      case .generation where !words.isEmpty: generation = phrase.joined(separator: " ")
      case .particle: lead += phrase.flatMap { NameSpelling.symbols($0) }
      default: lead = []
      }
      if what != .link { asides.insert(phrase.joined(separator: " ")) }
      if tokens.count < MatchableName.mostWords {
        tokens += phrase.map { (NameSpelling.symbols($0), nil) }
      }
    }

    mutating func add(_ token: String, _ kind: BearerKind, _ tables: NameMatchingTables) {
      guard words.count < MatchableName.mostWords else { return }
      let letters = NameSpelling.symbols(token)
      let isWhole = kind != .person || !tables.meanings(of: letters, kind).isEmpty
      let bare = isWhole ? letters : tables.asides.withoutPrefix(letters)
      tokens.append((letters, words.count))
      words.append(NameWord(bare, kind, tables))
      leads.append(bare.count < letters.count ? Array(letters.dropLast(bare.count)) : lead)
      lead = []
    }
  }
}
