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
}
