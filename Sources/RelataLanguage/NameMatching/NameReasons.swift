/// Why two names are taken for one bearer's or for two: words that agree and words left over.
package struct NameReasons: Sendable {
  /// Words that stand for each other.
  package struct Agreement: Sendable {
    /// Words of the first and of the second name as they were compared, separated by spaces.
    package let first: String
    package let second: String
    /// How they agree.
    package let way: NameAlignment.Way
    /// 0 to 1.
    package let similarity: Float
    /// Bits of information that bearing these words gives.
    package let rarity: Float
  }

  /// A word without a partner.
  package struct Rest: Sendable {
    package let word: String
    /// Bits of information that bearing the word gives.
    package let rarity: Float
  }

  /// In the order of the words.
  package let agreements: [Agreement]
  /// Words that only the first name has, in order.
  package let firstOnly: [Rest]
  /// Words that only the second name has, in order.
  package let secondOnly: [Rest]

  init(_ a: MatchableName, _ b: MatchableName, _ alignment: NameAlignment, isSwapped: Bool) {
    func words(_ range: Range<Int>, _ name: MatchableName) -> String {
      name.words[range].map(\.text).joined(separator: " ")
    }
    func rests(_ indices: [Int], _ name: MatchableName) -> [Rest] {
      indices.map { Rest(word: name.words[$0].text, rarity: name.words[$0].rarity) }
    }
    agreements = alignment.links.map { link in
      let (one, other) = (words(link.a, a), words(link.b, b))
      return Agreement(
        first: isSwapped ? other : one, second: isSwapped ? one : other, way: link.way,
        similarity: link.similarity, rarity: link.rarity)
    }
    let (one, other) = (rests(alignment.restA, a), rests(alignment.restB, b))
    (firstOnly, secondOnly) = isSwapped ? (other, one) : (one, other)
  }
}
