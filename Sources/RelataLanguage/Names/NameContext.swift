/// Words beside names, by which a name that may be another word is told from it, from `name-context.tsv`.
package enum NameContext {
  /// What a word tells; the table's head says it in full.
  package enum Class: String, CaseIterable, Hashable, Sendable {
    case says, opener, capitals, function, pronoun
    case beforeDate = "before-date"
  }

  package static let table = WordTable<Class>(PackageResources.name_context_tsv)

  /// Follow the name of somebody who acts or speaks: "said", "who".
  package static let verbs = table[.says]
  /// Stand before a month or day.
  package static let beforeDates = table[.beforeDate]
  /// Begin a sentence rather than end a name.
  package static let openers = table[.opener]
  /// What two or three capitals mean more often than somebody's initials.
  package static let abbreviations = table[.capitals]
  /// Have no capital within a name.
  package static let functionWords = table[.function]
  /// Name nobody.
  package static let pronouns = table[.pronoun]
}

/// Endings by which words are made from names ("-ian", "-gate"), from `name-endings.tsv`.
package enum NameEndings {
  /// What an ending follows; the table's head says it in full.
  package enum Class: String, CaseIterable, Hashable, Sendable { case ending, joined, inflection }

  package static let table = WordTable<Class>(PackageResources.name_endings_tsv)

  /// Follow a whole name.
  package static let all = table[.ending]
  /// Follow a name without its last vowel too.
  package static let joined = table[.joined]
  /// Mark more than one, or whose it is.
  package static let inflections = table[.inflection]
}

/// How a text says that somebody is called otherwise too, from `name-cues.tsv`.
package enum NameCue: String, CaseIterable, Hashable, Sendable {
  /// "née": a surname follows.
  case surname
  /// "also known as": a name follows, or goes before.
  case alias
  /// "now": a name may follow if it shares a word with the known one.
  case weak

  /// Folded words of each phrase, with what it says.
  package static let phrases: [(words: [String], cue: NameCue)] = TableRows(
    PackageResources.name_cues_tsv
  ).compactMap { row in
    guard row.count == 2, let cue = NameCue(rawValue: String(row[1])) else { return nil }
    return (row[0].split(separator: " ").map { String($0) }, cue)
  }
}
