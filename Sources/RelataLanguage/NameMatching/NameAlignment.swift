/// Which words of one name stand for which of another.
package struct NameAlignment: Sendable {
  /// How two words stand for each other, the surest way first.
  package enum Way: Int, CaseIterable, Comparable, Sendable {
    case letters, spelling, meaning, similar, acronym, initial

    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// Words of both names that stand for each other.
  struct Link: Sendable {
    let a: Range<Int>
    let b: Range<Int>
    let way: Way
    /// 0 to 1.
    let similarity: Float
    /// Bits that the words tell: of two spellings the more frequent, of a pair written as one their sum.
    let rarity: Float
  }

  /// In the order of the first name.
  private(set) var links: [Link] = []
  /// Words without a partner, by index.
  private(set) var restA: [Int] = []
  private(set) var restB: [Int] = []

  /// Words less alike than this are two words.
  private static func leastSimilarity(_ kind: BearerKind) -> Float {
    kind == .person ? 0.52 : 0.65
  }

  /// Takes the pairs of words that are most alike first, each word once.
  ///
  /// - Complexity: O(n · m) comparisons of words.
  init(_ a: MatchableName, _ b: MatchableName, _ tables: NameMatchingTables) {
    var freeA = [Bool](repeating: true, count: a.words.count)
    var freeB = [Bool](repeating: true, count: b.words.count)
    for link in Self.candidates(a, b, tables)
    where link.a.allSatisfy({ freeA[$0] }) && link.b.allSatisfy({ freeB[$0] }) {
      for index in link.a { freeA[index] = false }
      for index in link.b { freeB[index] = false }
      links.append(link)
    }
    addAcronyms(of: a, in: b, &freeA, &freeB)
    addAcronyms(of: b, in: a, &freeB, &freeA, isSwapped: true)
    links.sort { $0.a.lowerBound < $1.a.lowerBound }
    restA = freeA.indices.filter { freeA[$0] }
    restB = freeB.indices.filter { freeB[$0] }
  }

  private static func candidates(
    _ a: MatchableName, _ b: MatchableName, _ tables: NameMatchingTables
  ) -> [Link] {
    var found: [(link: Link, order: Float)] = []
    for x in a.units {
      for y in b.units where x.isPlain || y.isPlain {
        guard let (way, similarity) = compare(x.word, y.word, a.kind, tables) else { continue }
        let isJoined = !x.isPlain || !y.isPlain
        if isJoined, way > .spelling, similarity < 0.75 { continue }
        let rarity =
          isJoined
          ? max(bits(x, a), bits(y, b)) : min(x.word.rarity, y.word.rarity)
        let apart = abs(Float(x.first) - Float(y.first)) + (isJoined ? 1 : 0)
        found.append(
          (
            Link(
              a: x.first..<x.first + x.count, b: y.first..<y.first + y.count, way: way,
              similarity: similarity, rarity: rarity),
            similarity - 0.01 * apart
          ))
      }
    }
    found.sort {
      ($1.order, $0.link.a.lowerBound, $0.link.b.lowerBound, $0.link.a.count, $0.link.b.count)
        < ($0.order, $1.link.a.lowerBound, $1.link.b.lowerBound, $1.link.a.count, $1.link.b.count)
    }
    return found.map(\.link)
  }

  /// Bits of the words that a unit is made of.
  private static func bits(_ unit: MatchableName.Unit, _ name: MatchableName) -> Float {
    name.words[unit.first..<unit.first + unit.count].reduce(0) { $0 + $1.rarity }
  }

  private static func compare(
    _ x: NameWord, _ y: NameWord, _ kind: BearerKind, _ tables: NameMatchingTables
  ) -> (Way, Float)? {
    if x.letters == y.letters { return (.letters, 1) }
    if x.isNumber || y.isNumber {
      return x.meanings.isDisjoint(with: y.meanings) ? nil : (.meaning, 0.95)
    }
    if x.isInitial || y.isInitial {
      return x.letters.first == y.letters.first ? (.initial, 0.6) : nil
    }
    if x.skeleton == y.skeleton { return (.spelling, 0.99) }
    if !x.meanings.isDisjoint(with: y.meanings) { return (.meaning, 0.95) }
    // Few letters in common: the edits cannot be cheap.
    let common = (x.letterSet & y.letterSet).nonzeroBitCount
    let least = min(x.letterSet.nonzeroBitCount, y.letterSet.nonzeroBitCount)
    guard 2 * common >= least else { return nil }
    let similarity = min(0.98, tables.costs.similarity(x.skeleton, y.skeleton))
    return similarity >= leastSimilarity(kind) ? (.similar, similarity) : nil
  }

  /// Links a word without partner to words that it abbreviates: "NITC", "National Iranian Tanker Company".
  private mutating func addAcronyms(
    of a: MatchableName, in b: MatchableName, _ freeA: inout [Bool], _ freeB: inout [Bool],
    isSwapped: Bool = false
  ) {
    for (index, word) in a.words.enumerated() where freeA[index] {
      guard let found = Abbreviation(word.letters, of: b.tokens) else { continue }
      let free = found.words.filter { freeB[$0] }
      guard free.count == found.words.count, let first = free.first, let last = free.last else {
        continue
      }
      let rarity = min(word.rarity, free.reduce(0) { $0 + b.words[$1].rarity })
      for position in free { freeB[position] = false }
      freeA[index] = false
      let (own, run) = (index..<index + 1, first..<last + 1)
      links.append(
        Link(
          a: isSwapped ? run : own, b: isSwapped ? own : run, way: .acronym,
          similarity: found.likeness, rarity: rarity))
    }
  }
}
