import RelataReading

/// Numbers in bytes, the small half first.
///
/// What lies beyond the end is zero, so that no offset in a file can do harm.
struct LittleEndian {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var count: Int { bytes.count }

  func byte(_ at: Int) -> Int { bytes.indices.contains(at) ? Int(bytes[at]) : 0 }
  func short(_ at: Int) -> Int { byte(at) | byte(at + 1) << 8 }
  func long(_ at: Int) -> Int { short(at) | short(at + 2) << 16 }
  func double(_ at: Int) -> Double {
    Double(bitPattern: UInt64(long(at)) | UInt64(long(at + 4)) << 32)
  }

  /// As many of the bytes as there are.
  func slice(_ at: Int, _ count: Int) -> ArraySlice<UInt8> {
    guard at >= 0, at < bytes.count, count > 0 else { return [] }
    return bytes[at..<min(bytes.count, at + min(count, bytes.count))]
  }

  /// Letters in UTF-16.
  func wide(_ at: Int, letters: Int) -> String {
    String(
      decoding: UTF16Units.read(slice(at, 2 * max(0, letters)), isLittleEndian: true),
      as: UTF16.self)
  }
}
