import CRelataDigest
import CRelataKernels
import Foundation

/// A weight file, mapped read-only and checked.
///
/// Layout, little-endian: magic `RELATAWT`, `uint32` version (1), `uint32` header length, header JSON
/// (`config`, `tensors`), zero padding to 64, tensors each on a multiple of 64, and the SHA-256 of
/// everything before it. Tensors stay in the map; nothing is copied until asked for.
final class WeightFile {
  static let magic = Array("RELATAWT".utf8)
  static let version: UInt32 = 1
  private static let prefix = 16
  private static let digestSize = 32

  struct Tensor: Decodable {
    var name: String
    var dtype: String
    var shape: [Int]
    var offset: Int
    var bytes: Int
  }

  private struct Header: Decodable {
    var config: ModelConfiguration
    var tensors: [Tensor]
  }

  let path: String
  let configuration: ModelConfiguration
  private let bytes: UnsafeRawBufferPointer
  private let data: UnsafeRawBufferPointer
  private let tensors: [String: Tensor]

  /// Opens and checks a file.
  ///
  /// - Complexity: O(size) for the checksum.
  init(path: String) throws(InferenceError) {
    var size = 0
    var reason: Int32 = 0
    guard let pointer = relata_map_file(path, &size, &reason) else {
      throw .unreadable(path: path, reason: reason)
    }
    let mapped = UnsafeRawBufferPointer(start: pointer, count: size)
    do {
      let parsed = try Self.parse(mapped, path: path)
      configuration = parsed.header.config
      data = parsed.data
      tensors = Dictionary(parsed.header.tensors.map { ($0.name, $0) }) { first, _ in first }
    } catch {
      relata_unmap_file(pointer, size)
      throw error
    }
    self.path = path
    bytes = mapped
  }

  deinit {
    relata_unmap_file(bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count)
  }

  private static func parse(
    _ bytes: UnsafeRawBufferPointer, path: String
  ) throws(InferenceError) -> (header: Header, data: UnsafeRawBufferPointer) {
    guard bytes.count >= magic.count, bytes.prefix(magic.count).elementsEqual(magic) else {
      throw .notAWeightFile(path: path)
    }
    guard bytes.count >= prefix else { throw .truncated(path: path) }
    let fileVersion = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self))
    guard fileVersion <= version else { throw .newerFormat(path: path, version: fileVersion) }
    let length = Int(
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self)))
    let dataStart = (prefix + length + 63) / 64 * 64
    guard bytes.count >= dataStart + digestSize else { throw .truncated(path: path) }
    let header: Header
    do {
      header = try JSONDecoder().decode(
        Header.self, from: Data(bytes[prefix..<prefix + length]))
    } catch {
      // A damaged header is damage of the file first of all.
      try checkDigest(bytes, path: path)
      throw .malformed(path: path, detail: "the header is not as expected: \(error)")
    }
    let end = bytes.count - digestSize
    for tensor in header.tensors {
      guard tensor.offset >= 0, tensor.bytes >= 0, tensor.offset % 64 == 0 else {
        throw .malformed(path: path, detail: "tensor \(tensor.name) lies nowhere")
      }
      guard tensor.offset <= end - dataStart, tensor.bytes <= end - dataStart - tensor.offset else {
        throw .truncated(path: path)
      }
    }
    try checkDigest(bytes, path: path)
    return (header, UnsafeRawBufferPointer(rebasing: bytes[dataStart..<end]))
  }

  private static func checkDigest(
    _ bytes: UnsafeRawBufferPointer, path: String
  ) throws(InferenceError) {
    var digest = [UInt8](repeating: 0, count: digestSize)
    let end = bytes.count - digestSize
    relata_sha256(bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), end, &digest)
    guard bytes[end...].elementsEqual(digest) else { throw .altered(path: path) }
  }

  /// The bytes of a tensor of a given type and shape.
  func tensor(
    _ name: String, dtype: String, shape: [Int]
  ) throws(InferenceError) -> UnsafeRawBufferPointer {
    guard let tensor = tensors[name] else {
      throw .malformed(path: path, detail: "tensor \(name) is missing")
    }
    let width = dtype == "f32" || dtype == "i32" ? 4 : 1
    guard tensor.dtype == dtype, tensor.shape == shape,
      tensor.bytes == Self.product(of: shape, times: width)
    else {
      throw .malformed(
        path: path,
        detail: "tensor \(name) is \(tensor.dtype) \(tensor.shape), expected \(dtype) \(shape)")
    }
    return UnsafeRawBufferPointer(
      rebasing: data[tensor.offset..<tensor.offset + tensor.bytes])
  }

  /// The product of a shape that a file may have made up; nil if a side is negative or it is no number.
  private static func product(of shape: [Int], times width: Int) -> Int? {
    var product = width
    for side in shape {
      let (next, overflows) = product.multipliedReportingOverflow(by: side)
      if side < 0 || overflows { return nil }
      product = next
    }
    return product
  }

  /// A float tensor, copied.
  func floats(_ name: String, _ shape: [Int]) throws(InferenceError) -> [Float] {
    try tensor(name, dtype: "f32", shape: shape).withMemoryRebound(to: UInt32.self) { words in
      words.map { Float(bitPattern: UInt32(littleEndian: $0)) }
    }
  }

  /// The 8-bit matrix `name` times its row scales, row-major.
  func dequantized(_ name: String, rows: Int, columns: Int) throws(InferenceError) -> [Float] {
    let bytes = try tensor(name, dtype: "i8", shape: [rows, columns])
    let scales = try floats("\(name).scale", [rows])
    return bytes.withMemoryRebound(to: Int8.self) { quantized in
      quantized.indices.map { Float(quantized[$0]) * scales[$0 / columns] }
    }
  }

  /// The first row of a float matrix of any number of rows.
  func firstRow(_ name: String, width: Int) throws(InferenceError) -> [Float] {
    guard let rows = tensors[name]?.shape.first, rows > 0 else {
      throw .malformed(path: path, detail: "tensor \(name) is missing")
    }
    return Array(try floats(name, [rows, width]).prefix(width))
  }

  /// An integer tensor, copied.
  func integers(_ name: String, _ shape: [Int]) throws(InferenceError) -> [Int32] {
    try tensor(name, dtype: "i32", shape: shape).withMemoryRebound(to: Int32.self) { words in
      words.map { Int32(littleEndian: $0) }
    }
  }

  /// All bytes of a tensor of bytes, whatever its length.
  func blob(_ name: String) throws(InferenceError) -> UnsafeRawBufferPointer {
    guard let tensor = tensors[name] else {
      throw .malformed(path: path, detail: "tensor \(name) is missing")
    }
    return try self.tensor(name, dtype: "u8", shape: [tensor.bytes])
  }
}
