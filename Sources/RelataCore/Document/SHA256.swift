import CRelataDigest

/// SHA-256 as in FIPS 180-4, for identities of documents and resources.
///
/// The one that the weight file is checked with, by the processor's own instructions where it has them;
/// tested against the standard's vectors.
public enum SHA256 {
  /// The lower-case hexadecimal digest of the bytes, 64 characters.
  ///
  /// - Complexity: O(n) time; copies the bytes once unless they lie in one piece.
  public static func hexDigest(of bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var out: [UInt8] = []
    for byte in digest(of: bytes) {
      out.append(digits[Int(byte >> 4)])
      out.append(digits[Int(byte & 15)])
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The 32 bytes of the digest.
  public static func digest(of bytes: some Sequence<UInt8>) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    let direct: Void? = bytes.withContiguousStorageIfAvailable {
      relata_sha256($0.baseAddress, $0.count, &digest)
    }
    if direct == nil {
      let copy = ContiguousArray(bytes)
      copy.withUnsafeBufferPointer { relata_sha256($0.baseAddress, $0.count, &digest) }
    }
    return digest
  }
}
