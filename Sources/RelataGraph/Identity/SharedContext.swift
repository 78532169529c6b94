import Foundation
import RelataCore
import RelataLanguage

/// What a word that two documents use near a name tells about its bearers being one.
enum SharedWord {
  /// The stem under which a word is kept; nil for one that tells nothing.
  static func stem(of word: String) -> String? {
    guard let first = word.unicodeScalars.first else { return nil }
    if ScalarClass.isDigit(first) { return word.utf8.count > 1 ? "#" + word : nil }
    guard word.unicodeScalars.count > 3 else { return nil }
    let stem = WordRarity.stem(word)
    return WordRarity.rarity(ofStem: stem) > free ? stem : nil
  }

  /// In nats; common words give nothing.
  static func weight(_ stem: String) -> Double {
    guard stem.hasPrefix("#") else {
      return min(5, max(0, WordRarity.rarity(ofStem: stem) - free))
    }
    let digits = stem.utf8.count - 1
    if digits == 4, let year = Int(stem.dropFirst()), (1900...2099).contains(year) { return 1.5 }
    return digits > 3 ? 2.5 : 0.7
  }

  /// What a word is rarer than before it counts.
  private static let free = 2.5
}

/// What a name that two documents have near another name tells about the bearers of that being one.
enum NearName {
  /// From 0.15 for a country to 1 for a name of rare words or of many.
  static func weight(_ key: NameKey) -> Double {
    if key.type == .location || key.type == .group {
      if NearCountries.state(key.form) != nil || CountryTable.shared.graphKey(of: key.form) != nil {
        return 0.15
      }
      guard let city = CityTable.city(named: key.form) else { return 0.8 }
      return [1: 0.6, 2: 0.5, 3: 0.3][city.size] ?? 0.6
    }
    let rarity = key.words.map {
      max(0, WordRarity.rarity(ofStem: WordRarity.stem(String($0))) - 2.5)
    }
    let sum = rarity.reduce(0, +)
    return sum > 7 ? 1 : sum > 4 ? 0.6 : 0.3
  }
}

/// Puts what tells most first.
enum Weighted {
  /// By weight, then as they compare; each is weighed once.
  static func first<Item: Comparable>(_ items: some Sequence<Item>, by weight: (Item) -> Double)
    -> [Item]
  {
    items.map { (weight: -weight($0), item: $0) }
      .sorted { ($0.weight, $0.item) < ($1.weight, $1.item) }.map(\.item)
  }
}
