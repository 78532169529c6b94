/// What comparing names knows: tables that ship, or others while they are being trained.
package struct NameMatchingTables: Sendable {
  let spelling: NameSpelling
  let asides: NameAsides
  let words: NameWordTable
  let costs: LetterCosts
  /// Words that name a country, a people or a capital.
  let places: Set<[UInt8]>
  private let numbers: Set<[UInt8]>
  private let senses: [BearerKind: [[UInt8]: Set<Int>]]

  /// The tables that ship, parsed at the first use.
  package static let standard = NameMatchingTables(
    weights: LargeTables.nameWeights, letters: PackageResources.name_letters_tsv)

  /// The tables that ship, but for those that pairs of names teach: these are given as UTF-8.
  package init(weights: [UInt8], letters: [UInt8]) {
    spelling = NameSpelling(PackageResources.name_spelling_tsv)
    asides = NameAsides(PackageResources.name_asides_tsv)
    words = NameWordTable(weights)
    costs = LetterCosts(letters)
    var senses: [BearerKind: [[UInt8]: Set<Int>]] = [:]
    var numbers: Set<[UInt8]> = []
    var sense = 0
    func add(_ members: some Sequence<Substring>, _ kind: BearerKind) {
      sense += 1
      for word in members {
        senses[kind, default: [:]][NameSpelling.symbols(word), default: []].insert(sense)
      }
    }
    for row in TableRows(PackageResources.name_meanings_tsv) where row.count == 2 {
      let members = row[1].split(separator: " ")
      if !row[0].hasSuffix("P") { add(members, .organization) }
      if !row[0].hasSuffix("O") { add(members, .person) }
      if row[0].hasSuffix("N") { numbers.formUnion(members.map { NameSpelling.symbols($0) }) }
    }
    for row in TableRows(LargeTables.nicknames) where row.count == 2 {
      add([row[0]] + row[1].split(separator: " "), .person)
    }
    self.senses = senses
    self.numbers = numbers
    places = Self.placeWords
  }

  /// Whether a word is a number.
  func isNumber(_ letters: [UInt8]) -> Bool { numbers.contains(letters) }

  private static let placeWords = Set(
    TableRows(PackageResources.countries_tsv).flatMap { row in
      row.prefix(4).flatMap { $0.split(separator: "|") }
    }.flatMap { NameTokens.words(of: String($0), .person) }.filter { $0.utf8.count > 3 }
      .map { NameSpelling.symbols($0) })

  /// The meanings that a word has; words that share one may stand for each other.
  func meanings(of letters: [UInt8], _ kind: BearerKind) -> Set<Int> {
    senses[kind]?[letters] ?? []
  }
}
