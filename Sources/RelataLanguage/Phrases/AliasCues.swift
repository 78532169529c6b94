/// Words between a name and another name of the same bearer, from `alias-cues.tsv`: "also known as".
package enum AliasCues {
  /// One such phrase.
  package struct Cue: Sendable {
    /// Where the other name stands.
    package enum Place: String, Sendable {
      /// Right behind the phrase, which stands right behind the name.
      case name
      /// The same, and it may be a family name alone, as after "née".
      case family
      /// Right behind the phrase, which other words may part from the name: "voted in March to change its name to".
      case far
      /// Before the phrase, behind ", as": "Agro Cóndor, as Fosfatos has called itself since 2009".
      case behind
    }

    /// Folded words and marks, in order.
    package let words: [String]
    package let place: Place
  }

  /// Those that begin with a word, those of more words first.
  package static func starting(with word: String) -> [Cue] { byFirst[word] ?? [] }

  /// Those that end with a word, those of more words first.
  package static func ending(with word: String) -> [Cue] { byLast[word] ?? [] }

  private static let all: [Cue] = TableRows(PackageResources.alias_cues_tsv)
    .compactMap { row in
      guard row.count == 2, let place = Cue.Place(rawValue: String(row[1])) else { return nil }
      let words = row[0].split(separator: " ").map(String.init)
      return Cue(words: place == .behind ? Array(words.dropFirst(2)) : words, place: place)
    }
    .sorted { ($1.words.count, $0.words.joined()) < ($0.words.count, $1.words.joined()) }

  private static let byFirst = Dictionary(grouping: all) { $0.words.first ?? "" }
  private static let byLast = Dictionary(grouping: all) { $0.words.last ?? "" }
}
