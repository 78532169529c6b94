/// Titles and roles that stand before a person's name, from `titles.tsv`.
///
/// Words are in lower case, as written with their full stop.
package enum Titles {
  /// What a word does among titles; the table's head says it in full.
  package enum Class: String, CaseIterable, Hashable, Sendable {
    case name, modifier, courtesy, female, male, shown, scored, key
  }

  /// The table that ships, parsed at the first use.
  package static let table = WordTable<Class>(PackageResources.titles_tsv)

  /// A name begins behind these.
  package static let words = table[.name]
  /// Say more about a title and never stand without one.
  package static let modifiers = table[.modifier]
  /// Courtesy titles: no role in them.
  package static let courtesy = table[.courtesy]
  /// Kept before a noun that says a relation: "is vice president of".
  package static let shown = table[.shown]
  /// Left out where an evaluation compares names.
  package static let scored = table[.scored]
  /// Left out of the key of a person's name, without full stop.
  package static let keyWords = table[.key]

  /// Whether a name may begin behind a word, in whatever case it is written.
  package static func isTitle(_ form: String) -> Bool { words.contains(form.lowercased()) }
}
