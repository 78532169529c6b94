/// The code units of UTF-16 in bytes.
package enum UTF16Units {
  /// The units in order; a last single byte is left out.
  package static func read(_ bytes: some Collection<UInt8>, isLittleEndian: Bool) -> [UInt16] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var rest = bytes.makeIterator()
    while let first = rest.next(), let second = rest.next() {
      let (low, high) = isLittleEndian ? (first, second) : (second, first)
      units.append(UInt16(high) << 8 | UInt16(low))
    }
    return units
  }

  /// Whether bytes without a mark are UTF-16 with the small half first; nil where they are not certainly UTF-16.
  ///
  /// In a text of mostly Latin letters every second byte is zero and never two that follow one another.
  package static func isLittleEndianUnmarked(_ bytes: [UInt8]) -> Bool? {
    guard bytes.count >= 16, bytes.count.isMultiple(of: 2) else { return nil }
    let sample = bytes.prefix(8_192)
    var zeros = (even: 0, odd: 0)
    for i in stride(from: 0, to: sample.count - 1, by: 2) {
      let (first, second) = (sample[i], sample[i + 1])
      if first == 0 { zeros.even += 1 }
      if second == 0 { zeros.odd += 1 }
      let isControl = { (byte: UInt8) in byte < 0x20 && ![0x09, 0x0A, 0x0C, 0x0D].contains(byte) }
      if first == 0, isControl(second) { return nil }
      if second == 0, isControl(first) { return nil }
    }
    let most = sample.count / 2 * 7 / 10
    if zeros.even == 0, zeros.odd > most { return true }
    return zeros.odd == 0 && zeros.even > most ? false : nil
  }
}
