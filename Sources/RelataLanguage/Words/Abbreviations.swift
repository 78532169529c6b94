/// Abbreviations that keep their full stop, from `abbreviations.tsv`; case counts.
package enum Abbreviations {
  /// How an abbreviation behaves; the table's head says it in full.
  package enum Class: String, CaseIterable, Hashable, Sendable {
    case title, other, compound
    case beforeLower = "before-lower"
    case beforeNumber = "before-number"
  }

  /// The table that ships, parsed at the first use.
  package static let table = WordTable<Class>(PackageResources.abbreviations_tsv)

  /// Stand before a name; never end a sentence.
  package static let titles = table[.title]
  /// May end a sentence: firms, generations, dates, streets, Latin.
  package static let others = table[.other]
  /// Stand before a word in lower case without ending a sentence.
  package static let beforeLower = table[.beforeLower]
  /// Abbreviations only before a number.
  package static let beforeNumber = table[.beforeNumber]
  /// Written out with inner stops other than single letters; longer ones first.
  package static let compound = table[.compound].sorted { ($1.count, $0) < ($0.count, $1) }
}
