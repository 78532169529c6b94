/// Given names and surnames that are common words too ("May", "Stone"), from `Tables/common-names.tsv`.
package enum CommonNames {
  /// Whether a folded word is a name and a common word.
  package static func contains(_ word: String) -> Bool { table.contains(word) }

  /// Whether a folded word is a month or a day, which has a capital everywhere.
  package static func isCalendar(_ word: String) -> Bool {
    CalendarWords.table[.month].contains(word) || CalendarWords.table[.weekday].contains(word)
  }

  private static let table = Set(
    TableRows(PackageResources.common_names_tsv).map { String($0[0]) })
}
