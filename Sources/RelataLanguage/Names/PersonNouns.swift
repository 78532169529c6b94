/// Nouns for people that say their sex or kinship, from `person-nouns.tsv`.
package enum PersonNouns {
  /// What a noun says; the table's head says it in full.
  package enum Class: String, CaseIterable, Hashable, Sendable { case female, male, kin }

  /// The table that ships, parsed at the first use.
  package static let table = WordTable<Class>(PackageResources.person_nouns_tsv)

  /// Begin a phrase that means somebody's relative: "the son of the late …".
  package static let kin = table[.kin]
}
