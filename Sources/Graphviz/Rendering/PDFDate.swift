#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Takes the time of making out of a PDF, which tells when somebody worked and makes equal drawings differ.
enum PDFDate {
  private static let keys = ["/CreationDate (D:", "/ModDate (D:"].map { Array($0.utf8) }
  /// The first day that a date can name; zeros follow.
  private static let day = Array("19700101".utf8)

  /// Overwrites the digits of the dates in place, so that the file's table of offsets stays right.
  ///
  /// - Complexity: O(n).
  static func removed(from data: Data) -> Data {
    var bytes = [UInt8](data)
    var index = 0
    while let slash = bytes[index...].firstIndex(of: UInt8(ascii: "/")) {
      index = slash + 1
      guard let key = keys.first(where: { bytes[slash...].starts(with: $0) }) else { continue }
      index = slash + key.count
      for digit in day + [UInt8](repeating: UInt8(ascii: "0"), count: 12) {
        // A zone may follow the time: "Z" or "+01'00".
        while index < bytes.count, [UInt8(ascii: "Z"), 0x2B, 0x2D, 0x27].contains(bytes[index]) {
          index += 1
        }
        guard index < bytes.count, (0x30...0x39).contains(bytes[index]) else { break }
        bytes[index] = digit
        index += 1
      }
    }
    return Data(bytes)
  }
}
