import Foundation

/// Words of names as symbols of a small alphabet, with and without the freedoms of transliteration.
///
/// A symbol is 0 to 25 for a letter, 26 to 35 for a digit. Letters of other scripts are first written in
/// Latin ones; what has no such form is left out.
package struct NameSpelling: Sendable {
  /// How many symbols there are.
  package static let symbolCount = 36

  /// What a run of one to four letters becomes, by the run's symbols.
  private let rewritings: [[UInt8]: [UInt8]]
  private let longest: Int

  /// Reads rows of letters and what they are taken for, from `name-spelling.tsv`.
  package init(_ bytes: [UInt8]) {
    var rewritings: [[UInt8]: [UInt8]] = [:]
    for row in TableRows(bytes) where row.count == 2 {
      rewritings[Self.symbols(row[0])] = Self.symbols(row[1])
    }
    self.rewritings = rewritings
    longest = rewritings.keys.map(\.count).max() ?? 0
  }

  /// Symbols of folded ASCII letters and digits; all else is left out.
  package static func symbols(_ text: some StringProtocol) -> [UInt8] {
    text.utf8.compactMap { byte in
      switch byte {
      case 97...122: byte - 97
      case 48...57: byte - 48 + 26
      default: nil
      }
    }
  }

  /// The letters and digits that symbols stand for.
  package static func text(_ symbols: some Sequence<UInt8>) -> String {
    String(decoding: symbols.map { $0 < 26 ? $0 + 97 : $0 - 26 + 48 }, as: UTF8.self)
  }

  /// A name in lower-case Latin letters; marks and other signs stay as they are.
  package static func latin(_ name: String) -> String {
    let folded = TextFolding.folded(name)
    // Latin letters end before U+0250.
    guard folded.unicodeScalars.contains(where: { $0.value >= 0x250 && ScalarClass.isLetter($0) })
    else { return folded }
    let written = folded.applyingTransform(.toLatin, reverse: false) ?? folded
    return TextFolding.folded(written)
  }

  /// A word without what writers of one name spell differently: "kh" is "h", "ou" is "u", no letter twice.
  ///
  /// - Complexity: O(n).
  package func skeleton(_ word: [UInt8]) -> [UInt8] {
    var skeleton: [UInt8] = []
    skeleton.reserveCapacity(word.count)
    var at = 0
    while at < word.count {
      var taken = [word[at]]
      var length = 1
      for tried in stride(from: min(longest, word.count - at), to: 0, by: -1) {
        if let found = rewritings[Array(word[at..<at + tried])] {
          (taken, length) = (found, tried)
          break
        }
      }
      for symbol in taken where skeleton.last != symbol || symbol >= 26 {
        skeleton.append(symbol)
      }
      at += length
    }
    return skeleton.isEmpty ? word : skeleton
  }

  /// A skeleton's consonants: vowels and "h" left out, but not at the beginning.
  package static func consonants(_ skeleton: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    for (index, symbol) in skeleton.enumerated()
    where index == 0 || (!isVowel(symbol) && symbol != 7) {
      if kept.last != symbol { kept.append(symbol) }
    }
    return kept
  }

  /// a, e, i, o, u and y.
  package static func isVowel(_ symbol: UInt8) -> Bool {
    switch symbol {
    case 0, 4, 8, 14, 20, 24: true
    default: false
    }
  }
}
