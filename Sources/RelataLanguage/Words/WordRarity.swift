import Foundation

/// How rare words are in the news, from `word-counts.tsv`.
package enum WordRarity {
  /// A folded word with its commonest endings cut, so that "drilled" and "drilling" are one.
  package static func stem(_ word: String) -> String {
    let length = word.utf8.count
    for (ending, least, instead) in [("ies", 5, "y"), ("ing", 6, ""), ("ed", 5, ""), ("es", 5, "")]
    where length >= least && word.hasSuffix(ending) {
      return word.dropLast(ending.count) + instead
    }
    if length >= 4, word.hasSuffix("s"), !word.hasSuffix("ss") { return String(word.dropLast()) }
    return length >= 5 && word.hasSuffix("e") ? String(word.dropLast()) : word
  }

  /// Natural logarithm of how many texts there are for one that holds a stem: 0 for a word of every text, 6.9 and more
  /// for a word that the table lacks.
  package static func rarity(ofStem stem: String) -> Double {
    Foundation.log(Double(table.texts + 1) / Double((table.counts[stem] ?? least - 1) + 1))
  }

  /// A word counts only if so many texts hold it.
  private static let least = 8

  private static let table: (texts: Int, counts: [String: Int]) = {
    var counts: [String: Int] = [:]
    for row in TableRows(LargeTables.wordCounts) where row.count == 2 {
      counts[String(row[0])] = Int(row[1])
    }
    return (9202, counts)
  }()
}
