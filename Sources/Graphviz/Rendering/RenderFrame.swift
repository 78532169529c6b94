#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What the parent asks of a render child, as JSON in an argument.
///
/// The DOT text comes on its standard input.
struct RenderRequest: Codable, Equatable {
  var engine: LayoutEngine
  var format: OutputFormat
  var overrides: [String: String]
  var limit: SizeLimit
  var timeout: Double
  var memory: UInt64
}

/// What the child answers on its standard output.
///
/// `RGV1`, written before anything can fail; then the length of the header as a 32-bit and of the data
/// as a 64-bit little-endian number; then the header as JSON and the data.
struct RenderFrame: Equatable {
  static let magic = Array("RGV1".utf8)

  struct Header: Codable, Equatable {
    /// Nil when the drawing succeeded.
    var error: GraphvizError?
    /// Warnings of this library; those of Graphviz come on standard error.
    var warnings: [String] = []
  }

  var header: Header
  var data = Data()

  /// The frame without its magic.
  func encoded() throws -> Data {
    let json = try JSONEncoder().encode(header)
    var bytes = Data(capacity: json.count + data.count + 12)
    Self.append(UInt64(json.count), width: 4, to: &bytes)
    Self.append(UInt64(data.count), width: 8, to: &bytes)
    return bytes + json + data
  }

  init(header: Header, data: Data = Data()) {
    self.header = header
    self.data = data
  }

  /// Reads a frame with its magic; nil when it is cut short or damaged.
  init?(decoding bytes: [UInt8]) {
    let start = Self.magic.count
    guard bytes.starts(with: Self.magic), bytes.count >= start + 12 else { return nil }
    let headerLength = Self.number(bytes[start..<start + 4])
    let dataLength = Self.number(bytes[start + 4..<start + 12])
    let body = bytes[(start + 12)...]
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
