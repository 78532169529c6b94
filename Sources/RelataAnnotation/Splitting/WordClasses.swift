import RelataLanguage

/// Words that splitting and naming look at, from `word-classes.tsv`; case counts.
enum WordClasses {
  /// What a word is looked at for; the table's head says it in full.
  enum Class: String, CaseIterable, Hashable, Sendable {
    case starter, prefix, speech, domain, unit, small, common, currency, scale, body, contracted
    case afterTime = "after-time"
    case placeKind = "place-kind"
  }

  static let table = WordTable<Class>(PackageResources.word_classes_tsv)

  /// Prefixes that stay with what follows their hyphen ("anti-war").
  static let joinedPrefixes = table[.prefix]
  /// Words that begin a sentence far more often than a name.
  static let sentenceStarters = table[.starter]
}
