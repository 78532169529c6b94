import RelataCore

/// Keys under which names are gathered before they are compared: names without a common key are not worth it.
///
/// Variants of one name nearly always share a key, unlike names rarely do; every key of a name counts alike.
package enum NameBlocks {
  /// Keys of a name, sorted, none twice, at most about twelve; empty for a name without letters or digits.
  package static func keys(of name: String, type: EntityType) -> [String] {
    keys(of: MatchableName(name, type: type))
  }

  /// Keys of a name that was made ready before.
  package static func keys(of name: MatchableName) -> [String] {
    let rarest = name.words.enumerated().filter { !$0.element.isInitial }
      .sorted { ($1.element.rarity, $0.offset) < ($0.element.rarity, $1.offset) }
      .prefix(mostWords).map(\.element)
    var keys: Set<String> = []
    addWords(rarest, of: name, to: &keys)
    for (index, word) in rarest.enumerated() {
      for other in rarest[(index + 1)...] {
        for (a, b) in pairs(word, other) { keys.insert(min(a, b) + "+" + max(a, b)) }
      }
    }
    switch name.kind {
    case .person: addInitials(name, to: &keys)
    case .organization: addAcronyms(name, to: &keys)
    }
    return keys.sorted()
  }

  private static let mostWords = 4
  /// A word that fewer names than one of about a hundred have is a key by itself.
  private static let rareBits: Float = 6.5

  private static func addWords(
    _ rarest: [NameWord], of name: MatchableName, to keys: inout Set<String>
  ) {
    for (index, word) in rarest.enumerated()
    where index == 0 && name.words.count == 1 || word.rarity >= rareBits {
      keys.insert(sound(word.skeleton))
    }
    // Two words may be written as one elsewhere.
    for unit in name.units where !unit.isPlain && unit.word.rarity >= rareBits {
      keys.insert(sound(unit.word.skeleton))
    }
  }

  /// Sounds of two words, and of what either may stand for: "Bob" under "robert" too.
  private static func pairs(_ a: NameWord, _ b: NameWord) -> [(String, String)] {
    let (own, other) = (sound(a.skeleton), sound(b.skeleton))
    return [(own, other)] + a.meanings.sorted().prefix(2).map { ("=\($0)", other) }
      + b.meanings.sorted().prefix(2).map { (own, "=\($0)") }
  }

  /// First letter of a given name with the family name, whichever stands first.
  private static func addInitials(_ name: MatchableName, to keys: inout Set<String>) {
    guard let first = name.words.first, let last = name.words.last, name.words.count > 1 else {
      return
    }
    for (given, family) in [(first, last), (last, first)] where family.letters.count > 1 {
      keys.insert(NameSpelling.text(given.skeleton.prefix(1)) + "." + sound(family.skeleton))
    }
  }

  private static func addAcronyms(_ name: MatchableName, to keys: inout Set<String>) {
    for word in name.words where (3...8).contains(word.letters.count) && word.rarity >= rareBits {
      keys.insert("#" + word.text)
    }
    for initials in [
      name.words.compactMap(\.letters.first), name.tokens.compactMap(\.letters.first),
    ] where (3...8).contains(initials.count) {
      keys.insert("#" + NameSpelling.text(initials))
    }
  }

  /// A skeleton's consonants by where they are spoken, so that "Fahd" and "Fehid" are one; at most six.
  private static func sound(_ skeleton: [UInt8]) -> String {
    var sound: [UInt8] = []
    for symbol in NameSpelling.consonants(skeleton) {
      let spoken = NameSpelling.isVowel(symbol) ? 0 : places[Int(symbol)]
      if sound.last != spoken { sound.append(spoken) }
    }
    return NameSpelling.text(sound.prefix(6))
  }

  /// For each symbol the one that stands for all spoken at its place: "t" is "d", "p" is "b".
  private static let places: [UInt8] = {
    var places = Array(0..<UInt8(NameSpelling.symbolCount))
    let alike = [15: 1, 19: 3, 10: 6, 9: 6, 7: 6, 25: 18, 2: 18, 5: 21, 13: 12]
    for (symbol, place) in alike {
      places[symbol] = UInt8(place)
    }
    return places
  }()
}
