#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a child answers on its standard output: a header for the program and bytes for the reader.
///
/// Before it stands the magic of the protocol, written before anything can fail; then the length of the
/// header as a 32-bit and of the data as a 64-bit little-endian number; then the header as JSON and the
/// data.
package struct ChildFrame<Header: Codable & Sendable>: Sendable {
  package var header: Header
  package var data: Data

  package init(header: Header, data: Data = Data()) {
    self.header = header
    self.data = data
  }

  /// The frame without its magic.
  package func encoded() throws -> Data {
    let json = try JSONEncoder().encode(header)
    var bytes = Data(capacity: json.count + data.count + 12)
    Self.append(UInt64(json.count), width: 4, to: &bytes)
    Self.append(UInt64(data.count), width: 8, to: &bytes)
    return bytes + json + data
  }

  /// Reads a frame without its magic; nil where it is cut short, too long or damaged.
  package init?(decoding bytes: ArraySlice<UInt8>) {
    guard bytes.count >= 12 else { return nil }
    let headerLength = Self.number(bytes.prefix(4))
    let dataLength = Self.number(bytes.dropFirst(4).prefix(8))
    let body = bytes.dropFirst(12)
    guard UInt64(body.count) >= headerLength, UInt64(body.count) - headerLength == dataLength,
      let header = try? JSONDecoder().decode(
        Header.self, from: Data(body.prefix(Int(headerLength))))
    else { return nil }
    self.header = header
    data = Data(body.dropFirst(Int(headerLength)))
  }

  private static func append(_ number: UInt64, width: Int, to bytes: inout Data) {
    for index in 0..<width {
      bytes.append(UInt8(truncatingIfNeeded: number >> (8 * UInt64(index))))
    }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}

extension ChildFrame: Equatable where Header: Equatable {}
