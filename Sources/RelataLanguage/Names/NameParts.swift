/// Words inside names of people and firms that are not the name itself, from `name-parts.tsv`.
package enum NameParts {
  /// What a word is in a name; the table's head says it in full.
  package enum Class: String, CaseIterable, Hashable, Sendable {
    case particle, joined, generation, legal, form, company
    case keyParticle = "key-particle"
    case keyLegal = "key-legal"
  }

  /// The table that ships, parsed at the first use.
  package static let table = WordTable<Class>(PackageResources.name_parts_tsv)

  /// Begin a family name: "van", "al".
  package static let particles = table[.particle]
  /// Particles only where a hyphen follows: "ash-Sharif", but Ash Carter.
  package static let joinedParticles = table[.joined]
  /// Tell father from son: "jr", "iii".
  package static let generations = table[.generation]
  /// Legal forms at the end of a firm's name, and "company", all of which a document may leave out.
  package static let corporateEndings = table[.legal].union(table[.company])
  /// Particles as the keys of stored names count them.
  package static let keyParticles = table[.keyParticle]
  /// Legal forms as the keys of stored names leave them out.
  package static let keyLegalForms = table[.keyLegal]

  /// Legal forms of all countries, where it is known that a word ends or begins the name of a firm.
  package static let legalForms = keyLegalForms.union(table[.form])

  /// The legal form that a folded word at the end of a firm's name tells, different writings of one alike; nil for
  /// other words, and for "co", which tells none.
  package static func legalForm(_ word: String) -> String? {
    guard legalForms.contains(word), word != "co" else { return nil }
    return writtenOut[word] ?? word
  }

  private static let writtenOut = [
    "limited": "ltd", "incorporated": "inc", "corporation": "inc", "corp": "inc",
  ]
}
