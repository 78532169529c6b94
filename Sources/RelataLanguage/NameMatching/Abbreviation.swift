/// A word made of the beginnings of others: "NITC", "Frexco" of "Frutas Exoticas Colombianos".
struct Abbreviation: Sendable {
  /// Which of the name's words it is made of, in order; those set aside are not among them.
  let words: [Int]
  /// 0 to 1: how much of the name it spells.
  let likeness: Float

  /// Words longer than this are no abbreviations.
  private static let longest = 12
  /// Ways of spelling a word that are tried; names take some ten, "aaaa aaaa aaaa" would take a million.
  private static let mostTries = 500

  /// Nil if the word is not made of beginnings of at least two words that follow one another, links left out.
  ///
  /// - Complexity: O(words), a bounded number of tries each.
  init?(_ word: [UInt8], of tokens: [(letters: [UInt8], word: Int?)]) {
    guard (2...Self.longest).contains(word.count), tokens.count > 1 else { return nil }
    var best: (words: [Int], used: Int, skipped: Int)?
    for start in tokens.indices where tokens[start].letters.first == word[0] {
      var tries = Self.mostTries
      guard let found = Self.cover(word[...], tokens[start...], &tries), found.used > 1 else {
        continue
      }
      if let known = best, (known.skipped, -known.used) <= (found.skipped, -found.used) { continue }
      best = found
    }
    guard let best, !best.words.isEmpty else { return nil }
    // Two letters are found in many names.
    if word.count < 3 && tokens.count > 2 { return nil }
    words = best.words
    likeness = Float(best.words.count) / Float(max(1, tokens.count { $0.word != nil }))
  }

  /// Spells a word by beginnings of tokens, as many as can be.
  private static func cover(
    _ word: ArraySlice<UInt8>, _ tokens: ArraySlice<(letters: [UInt8], word: Int?)>,
    _ tries: inout Int
  ) -> (words: [Int], used: Int, skipped: Int)? {
    guard !word.isEmpty else { return ([], 0, 0) }
    tries -= 1
    guard tries > 0, let token = tokens.first else { return nil }
    var best: (words: [Int], used: Int, skipped: Int)?
    var length = 0
    for (a, b) in zip(word, token.letters) {
      guard a == b, length < 5 else { break }
      length += 1
      guard var found = cover(word.dropFirst(length), tokens.dropFirst(), &tries) else { continue }
      found.used += 1
      if let index = token.word { found.words.insert(index, at: 0) }
      if let known = best, (known.skipped, -known.used) <= (found.skipped, -found.used) { continue }
      best = found
    }
    // What is set aside may be left out of it.
    if token.word == nil, var found = cover(word, tokens.dropFirst(), &tries) {
      found.skipped += 1
      if best == nil { best = found }
    }
    return best
  }
}
