import CRelataDigest
import Foundation
import RelataTestSupport

/// Tensors of a random weight file in the published format, and the file that they make.
struct WeightFileDraft {
  struct Entry: Encodable {
    var name: String
    var dtype: String
    var shape: [Int]
    var offset: Int
    var bytes: Int
  }

  private var generator = SeededGenerator(seed: 11)
  private var data: [UInt8] = []
  var entries: [Entry] = []

  mutating func add(_ name: String, _ dtype: String, _ shape: [Int], _ content: [UInt8]) {
    while data.count % 64 != 0 { data.append(0) }
    entries.append(
      Entry(name: name, dtype: dtype, shape: shape, offset: data.count, bytes: content.count))
    data += content
  }

  static func little(_ values: [Float]) -> [UInt8] {
    values.flatMap { value in withUnsafeBytes(of: value.bitPattern.littleEndian, Array.init) }
  }

  mutating func floats(_ name: String, _ shape: [Int], around center: Float = 0) {
    let values = (0..<shape.reduce(1, *)).map { _ in
      center + Float.random(in: -0.5...0.5, using: &generator)
    }
    add(name, "f32", shape, Self.little(values))
  }

  /// 8 bits by row.
  mutating func matrix(
    _ name: String, _ rows: Int, _ columns: Int, limit: Int8 = 127, bias: Bool = true
  ) {
    let values = (0..<rows * columns).map { _ in Int8.random(in: -limit...limit, using: &generator)
    }
    add(name, "i8", [rows, columns], values.map { UInt8(bitPattern: $0) })
    add("\(name).scale", "f32", [rows], Self.little([Float](repeating: 0.01, count: rows)))
    if bias { floats("\(name).b", [rows]) }
  }

  /// 4 bits in groups of 32.
  mutating func grouped(_ name: String, _ rows: Int, _ columns: Int, bias: Bool = true) {
    let bytes = (0..<rows * columns / 2).map { _ in UInt8.random(in: 0...255, using: &generator) }
    add(name, "u8", [rows, columns / 2], bytes)
    let groups = (0..<rows * columns / 32).map { _ in
      Int8.random(in: -127...127, using: &generator)
    }
    add("\(name).groups", "i8", [rows, columns / 32], groups.map { UInt8(bitPattern: $0) })
    add("\(name).scale", "f32", [rows], Self.little([Float](repeating: 0.001, count: rows)))
    if bias { floats("\(name).b", [rows]) }
  }

  mutating func norm(_ name: String, _ width: Int) {
    floats("\(name).w", [width], around: 1)
    floats("\(name).b", [width])
  }

  mutating func vocabulary(_ pieces: [String]) {
    add("vocab.pieces", "u8", [pieces.joined().utf8.count], Array(pieces.joined().utf8))
    var offsets: [Int32] = [0]
    for piece in pieces { offsets.append((offsets.last ?? 0) + Int32(piece.utf8.count)) }
    add(
      "vocab.offsets", "i32", [offsets.count],
      offsets.flatMap { value in withUnsafeBytes(of: value.littleEndian, Array.init) })
  }

  /// The file with its checksum; `configuration` in JSON.
  func bytes(
    configuration: String, magic: String = "RELATAWT", version: UInt32 = 1
  ) throws -> [UInt8] {
    let tensors = String(decoding: try JSONEncoder().encode(entries), as: UTF8.self)
    let header = "{\"config\":\(configuration),\"tensors\":\(tensors)}"
    var file = Array(magic.utf8)
    file += withUnsafeBytes(of: version.littleEndian, Array.init)
    file += withUnsafeBytes(of: UInt32(header.utf8.count).littleEndian, Array.init)
    file += Array(header.utf8)
    while file.count % 64 != 0 { file.append(0) }
    file += data
    return Self.sealed(file)
  }

  /// Appends the checksum.
  static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    relata_sha256(bytes, bytes.count, &digest)
    return bytes + digest
  }

  /// Runs `body` with the path of a temporary file of these bytes.
  static func with<Result>(_ bytes: [UInt8], _ body: (String) throws -> Result) throws -> Result {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("relata-\(UUID().uuidString).relata-weights")
    try Data(bytes).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    return try body(url.path)
  }
}
