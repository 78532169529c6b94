import RelataCore
import RelataLanguage

/// Keys such that names which may be one bearer's share one of them: only such names are compared.
package enum NameBlocks {
  /// - Returns: Sorted, without duplicates, never empty.
  package static func keys(of name: NameKey) -> [String] {
    let words = name.words.map { String($0) }.filter {
      !NameParts.particles.contains($0) && !NameParts.generations.contains($0)
        && $0.unicodeScalars.count > 1
    }
    guard let last = words.last else { return [name.text] }
    var keys: Set<String> = []
    switch name.type {
    case .person:
      // Given names alone say too little, unless the name has nothing else.
      for word in words where Gender(givenName: word) == nil || word == last { keys.insert(word) }
    default:
      let ranked = words.sorted {
        let (a, b) = ($0, $1)
        return (-WordRarity.rarity(ofStem: WordRarity.stem(a)), a)
          < (-WordRarity.rarity(ofStem: WordRarity.stem(b)), b)
      }
      keys.formUnion(ranked.prefix(2))
      if words.count > 1 { keys.insert(String(words.compactMap(\.first))) }
    }
    return keys.map { "\(name.type.rawValue.prefix(1)):\(WordAgreement.skeleton($0))" }.sorted()
  }
}
