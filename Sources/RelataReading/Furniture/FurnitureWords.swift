import RelataLanguage

/// Words by which furniture is told from sentences, from `furniture-words.tsv`; lower case.
enum FurnitureWords {
  /// What a word does in a line; the table's head says it in full.
  enum Class: String, CaseIterable, Hashable, Sendable {
    case small, connector, clock, opener, verb, agency, trade, bio, event, copula
  }

  static let table = WordTable<Class>(PackageResources.furniture_words_tsv)
}
