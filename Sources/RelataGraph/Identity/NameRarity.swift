import RelataCore
import RelataLanguage

/// How few bear a name.
enum NameRarity {
  /// Bits of information that the words of a name give, by the names that the learnt measure of names was made from:
  /// about 12 for "John Smith", 20 for a rare name.
  static func bits(_ name: NameKey) -> Double {
    MatchableName(name.form, type: name.type).words.reduce(0) { $0 + Double($1.rarity) }
  }
}
