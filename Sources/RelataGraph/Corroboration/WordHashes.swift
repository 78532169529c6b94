/// The words of a text as numbers: what sentences and articles are compared by.
///
/// A word is a run of letters and digits; case of ASCII letters, punctuation and quotation marks do not count. Equal
/// words have equal numbers on every machine and in every version, because they stand in graph files.
package enum WordHashes {
  /// The words in order.
  ///
  /// - Complexity: O(n).
  package static func of(_ text: String) -> [UInt64] {
    var words: [UInt64] = []
    var hash = basis
    var isInWord = false
    // General punctuation (U+2000…U+207F: dashes, curly quotation marks) begins with these two bytes.
    var pending = 0
    func close(_ words: inout [UInt64]) {
      if isInWord { words.append(hash) }
      (hash, isInWord) = (basis, false)
    }
    var text = text
    text.withUTF8 { bytes in
      for (i, byte) in bytes.enumerated() {
        if pending > 0 {
          pending -= 1
          continue
        }
        let isPunctuation =
          byte == 0xE2 && i + 1 < bytes.count && (bytes[i + 1] == 0x80 || bytes[i + 1] == 0x81)
          || byte == 0xC2 && i + 1 < bytes.count
        if isPunctuation {
          pending = byte == 0xE2 ? 2 : 1
          close(&words)
          continue
        }
        switch byte {
        case 0x41...0x5A: hash = (hash ^ UInt64(byte | 0x20)) &* prime
        case 0x61...0x7A, 0x30...0x39, 0x80...: hash = (hash ^ UInt64(byte)) &* prime
        default:
          close(&words)
          continue
        }
        isInWord = true
      }
    }
    close(&words)
    return words
  }

  /// The number of every run of `length` words, in order; none of a shorter text.
  package static func shingles(_ words: [UInt64], length: Int) -> [UInt64] {
    guard words.count >= length else { return [] }
    return (0...(words.count - length)).map { start in
      words[start..<(start + length)].reduce(basis) { mixed($0 ^ $1) }
    }
  }

  /// A number whose bits all depend on all bits of another one (the finalizer of SplitMix64).
  package static func mixed(_ number: UInt64) -> UInt64 {
    var z = number &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  // FNV-1a.
  private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x0000_0100_0000_01B3
}
