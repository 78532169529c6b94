/// Words between a name and another name of the same bearer, from `alias-cues.tsv`: "also known as".
package enum AliasCues {
  /// One such phrase.
  package struct Cue: Sendable {
    /// Folded words and marks, in order.
    package let words: [String]
    /// Whether a family name alone may follow, as after "née".
    package let mayBeFamily: Bool
    /// Whether other words may stand before it: "voted in March to change its name to".
    package let mayBeFar: Bool
  }

  /// All of them, those of more words first.
  package static let all: [Cue] = TableRows(PackageResources.alias_cues_tsv)
    .filter { $0.count == 2 }
    .map { row in
      Cue(
        words: row[0].split(separator: " ").map(String.init), mayBeFamily: row[1] == "family",
        mayBeFar: row[1] == "far")
    }
    .sorted { ($1.words.count, $0.words.joined()) < ($0.words.count, $1.words.joined()) }
}
