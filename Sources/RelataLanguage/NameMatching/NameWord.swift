/// A word of a name as names are compared.
package struct NameWord: Sendable {
  /// Lower-case Latin letters and digits, at most ``longest``, as symbols of ``NameSpelling``.
  package let letters: [UInt8]
  /// The same without the freedoms of transliteration.
  package let skeleton: [UInt8]
  /// Which symbols the skeleton has, a bit each: tells at once that two words have little in common.
  let letterSet: UInt64
  /// A number that words of one meaning share ("Robert" and "Bob", "bank" and "banco"); empty for most.
  let meanings: Set<Int>
  /// How rare the word is among names of its kind: bits of information.
  package let rarity: Float
  /// Log odds that a name may leave the word out and still mean its bearer; 0 for an unknown word.
  let omission: Float

  /// Letters beyond these do not count: no name has them, and hostile input would cost their square.
  package static let longest = 40

  /// The word as text.
  package var text: String { NameSpelling.text(letters) }
  /// Whether the word is an initial.
  var isInitial: Bool { letters.count == 1 && letters[0] < 26 }
  /// Whether the word is or has a number, in digits or words.
  let isNumber: Bool
  /// Whether the word is a country, a people or a capital.
  let isPlace: Bool

  /// A word of symbols as it stands in a name.
  init(_ letters: [UInt8], _ kind: BearerKind, _ tables: NameMatchingTables) {
    self.letters = Array(letters.prefix(Self.longest))
    skeleton = tables.spelling.skeleton(self.letters)
    letterSet = skeleton.reduce(0) { $0 | 1 << UInt64($1) }
    meanings = tables.meanings(of: self.letters, kind)
    isNumber = self.letters.contains { $0 >= 26 } || tables.isNumber(self.letters)
    isPlace = tables.places.contains(self.letters)
    (rarity, omission) = tables.words.weights(of: skeleton, kind)
  }
}
