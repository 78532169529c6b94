import CRelataDigest
import CRelataKernels
import Foundation
import RelataTestSupport

/// Writes small random weight files in the published format, for tests.
struct TinyWeightFile {
  var pieces = [
    "<s>", "<pad>", "</s>", "<unk>", "▁", "▁a", "b", "ab", "a", "▁New", "York", "é", "x",
  ]
  var scores: [Float] = [0, 0, 0, 0, -3, -2, -2.5, -2.25, -4, -1, -1, -2, -3.5]
  var version: UInt32 = 1
  var magic = "RELATAWT"
  var encoderLimit: Int8 = 63
  var hidden = 32
  var heads = 2
  /// Other sizes to state than those that are there.
  var intermediate = 48
  var maxLongPieces = 62
  var maxWindowPieces = 30
  /// Rows that the header states for the tensor of type embeddings, of which there are two.
  var typeRows = 2

  private struct Entry: Encodable {
    var name: String
    var dtype: String
    var shape: [Int]
    var offset: Int
    var bytes: Int
  }

  private var configuration: String {
    """
    {"arcSize":8,"bos":0,"deprelLabels":["nsubj","obj","parataxis","root"],"eos":2,"heads":\(heads),\
    "hidden":\(hidden),"intermediate":\(intermediate),"layerNormEps":1e-12,"layers":2,"license":"none",\
    "maxLongPieces":\(maxLongPieces),"maxPositions":64,"maxWindowPieces":\(maxWindowPieces),"modelVersion":1,"name":"tiny",\
    "nerLabels":["O","B-PERSON","I-PERSON","E-PERSON","S-PERSON"],"nerTemperature":1.0,\
    "nerTypes":["PERSON"],"pad":1,"relSize":4,"trainedOn":[],"unk":3,"uposLabels":["NOUN","VERB"],\
    "vocabularySize":\(pieces.count),"xposLabels":["NN","VB","VBD"]}
    """
  }

  /// The bytes of the file, checksum included.
  func bytes() throws -> [UInt8] {
    var generator = SeededGenerator(seed: 11)
    var data: [UInt8] = []
    var entries: [Entry] = []
    func add(_ name: String, _ dtype: String, _ shape: [Int], _ content: [UInt8]) {
      while data.count % 64 != 0 { data.append(0) }
      entries.append(
        Entry(name: name, dtype: dtype, shape: shape, offset: data.count, bytes: content.count))
      data += content
    }
    func little(_ values: [Float]) -> [UInt8] {
      values.flatMap { value in withUnsafeBytes(of: value.bitPattern.littleEndian, Array.init) }
    }
    func floats(_ name: String, _ shape: [Int], around center: Float = 0) {
      let values = (0..<shape.reduce(1, *)).map { _ in
        center + Float.random(in: -0.5...0.5, using: &generator)
      }
      add(name, "f32", shape, little(values))
    }
    func matrix(_ name: String, _ rows: Int, _ columns: Int, limit: Int8, bias: Bool = true) {
      let values = (0..<rows * columns).map { _ in
        Int8.random(in: -limit...limit, using: &generator)
      }
      add(name, "i8", [rows, columns], values.map { UInt8(bitPattern: $0) })
      add("\(name).scale", "f32", [rows], little([Float](repeating: 0.01, count: rows)))
      if bias { floats("\(name).b", [rows]) }
    }
    let (h, f, w) = (hidden, 48, 2 * hidden)
    matrix("emb.word", pieces.count, h, limit: 127, bias: false)
    floats("emb.pos", [64, h])
    floats("emb.type", [2, h])
    entries[entries.count - 1].shape[0] = typeRows
    for norm in ["emb.ln", "l0.aln", "l0.oln", "l1.aln", "l1.oln"] {
      floats("\(norm).w", [h], around: 1)
      floats("\(norm).b", [h])
    }
    for layer in 0..<2 {
      for name in ["q", "k", "v", "ao"] { matrix("l\(layer).\(name)", h, h, limit: encoderLimit) }
      matrix("l\(layer).fi", f, h, limit: encoderLimit)
      matrix("l\(layer).fo", h, f, limit: encoderLimit)
    }
    for (name, rows) in [
      ("ner", 5), ("upos", 2), ("xpos", 3), ("arc_dep", 8), ("arc_head", 8), ("rel_dep", 4),
      ("rel_head", 4), ("start", 1),
    ] { matrix(name, rows, w, limit: 127) }
    floats("W_arc", [9, 8])
    matrix("W_rel", 4 * 5, 5, limit: 127, bias: false)
    floats("root", [w])
    add("vocab.pieces", "u8", [pieces.joined().utf8.count], Array(pieces.joined().utf8))
    var offsets: [Int32] = [0]
    for piece in pieces { offsets.append((offsets.last ?? 0) + Int32(piece.utf8.count)) }
    add(
      "vocab.offsets", "i32", [offsets.count],
      offsets.flatMap { value in withUnsafeBytes(of: value.littleEndian, Array.init) })
    add("vocab.scores", "f32", [scores.count], little(scores))
    let tensors = String(decoding: try JSONEncoder().encode(entries), as: UTF8.self)
    return Self.assemble(
      magic, version, "{\"config\":\(configuration),\"tensors\":\(tensors)}", data)
  }

  private static func assemble(
    _ magic: String, _ version: UInt32, _ header: String, _ data: [UInt8]
  ) -> [UInt8] {
    var file = Array(magic.utf8)
    file += withUnsafeBytes(of: version.littleEndian, Array.init)
    file += withUnsafeBytes(of: UInt32(header.utf8.count).littleEndian, Array.init)
    file += Array(header.utf8)
    while file.count % 64 != 0 { file.append(0) }
    file += data
    return sealed(file)
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
