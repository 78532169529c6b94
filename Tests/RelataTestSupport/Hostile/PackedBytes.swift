/// Writes ZIP and gzip files, as far as tests need them: members stored, zeros pressed.
public enum PackedBytes {
  /// A ZIP file of members that are not pressed; `flags` 1 says that they are encrypted.
  public static func zip(_ members: [(name: String, bytes: [UInt8])], flags: UInt16 = 0) -> [UInt8]
  {
    var out: [UInt8] = []
    var directory: [UInt8] = []
    for (name, bytes) in members {
      let start = out.count
      let sum = checksum(bytes)
      let path = Array(name.utf8)
      var head: [UInt8] = []
      head += little(20, 2) + little(Int(flags), 2) + little(0, 2) + little(0, 4)
      head += little(Int(sum), 4) + little(bytes.count, 4) + little(bytes.count, 4)
      head += little(path.count, 2) + little(0, 2)
      out += [0x50, 0x4B, 3, 4] + head + path + bytes
      directory +=
        [0x50, 0x4B, 1, 2] + little(20, 2) + head + little(0, 10) + little(start, 4) + path
    }
    let start = out.count
    let count = min(members.count, 0xFFFF)
    return out + directory + [0x50, 0x4B, 5, 6] + little(0, 4) + little(count, 2) + little(count, 2)
      + little(directory.count, 4) + little(start, 4) + little(0, 2)
  }

  /// A gzip file of so many zeros, of which 160 take a byte.
  public static func gzipOfZeros(_ count: Int) -> [UInt8] {
    var bits = Bits()
    bits.append(0b011, 3)
    // A zero, and copies of 258 of the byte before: codes 48, 285 and 0 of the fixed tables.
    bits.appendCode(0x30, 8)
    for _ in 0..<count / 258 {
      bits.appendCode(0b1100_0101, 8)
      bits.appendCode(0, 5)
    }
    bits.appendCode(0, 7)
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + bits.bytes + little(0, 4) + little(count, 4)
  }

  static func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: number >> (8 * $0)) : 0 }
  }

  private struct Bits {
    var bytes: [UInt8] = []
    var free = 0

    mutating func append(_ value: Int, _ count: Int) {
      for i in 0..<count {
        if free == 0 {
          bytes.append(0)
          free = 8
        }
        bytes[bytes.count - 1] |= UInt8(value >> i & 1) << (8 - free)
        free -= 1
      }
    }

    /// Codes stand with their highest bit first.
    mutating func appendCode(_ value: Int, _ count: Int) {
      for i in (0..<count).reversed() { append(value >> i & 1, 1) }
    }
  }

  private static let table: [UInt32] = (0..<256).map { n in
    (0..<8).reduce(UInt32(n)) { c, _ in c & 1 == 1 ? 0xEDB8_8320 ^ c >> 1 : c >> 1 }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(0xFFFF_FFFF as UInt32) { c, byte in table[Int((c ^ UInt32(byte)) & 0xFF)] ^ c >> 8
    }
  }
}
