import CRelataKernels

/// A BERT-layout encoder: post-norm transformer layers over learned embeddings.
///
/// After Devlin et al. 2019.
final class Encoder {
  private let configuration: ModelConfiguration
  /// Keeps the map alive that `embeddings` points into.
  private let file: WeightFile
  private let embeddings: UnsafePointer<Int8>
  private let embeddingScales: [Float]
  /// Position plus token type.
  ///
  /// Shape: (positions, H).
  private let positions: [Float]
  private let embeddingNorm: LayerNorm
  private let layers: [TransformerLayer]
  let path: relata_path

  init(_ file: WeightFile, path: relata_path) throws(InferenceError) {
    let c = file.configuration
    self.file = file
    self.path = path
    configuration = c
    let words = try file.tensor("emb.word", dtype: "i8", shape: [c.vocabularySize, c.hidden])
    guard let base = words.baseAddress else {
      throw .malformed(path: file.path, detail: "no embeddings")
    }
    embeddings = base.assumingMemoryBound(to: Int8.self)
    embeddingScales = try file.floats("emb.word.scale", [c.vocabularySize])
    let type = try file.firstRow("emb.type", width: c.hidden)
    var positions = try file.floats("emb.pos", [c.maxPositions, c.hidden])
    for i in positions.indices { positions[i] += type[i % c.hidden] }
    self.positions = positions
    embeddingNorm = try LayerNorm(file, "emb.ln")
    var layers: [TransformerLayer] = []
    for i in 0..<c.layers { layers.append(try TransformerLayer(file, i)) }
    self.layers = layers
  }

  static func attentionScratch(pieces: Int, width: Int) -> Int {
    relata_attention_scratch(pieces, width)
  }

  /// Encodes one window into `workspace.hidden`.
  ///
  /// Shape: `pieces` (T), result (T, H); T ≤ the longest window and its two ends.
  func encode(_ pieces: [Int32], _ w: Workspace) {
    let t = pieces.count
    embed(pieces, into: w.hidden.pointer)
    embeddingNorm.apply(w.hidden.pointer, adding: nil, rows: t, path)
    for layer in layers { layer.apply(t, w, path: path) }
  }

  private func embed(_ pieces: [Int32], into out: UnsafeMutablePointer<Float>) {
    let h = configuration.hidden
    positions.withUnsafeBufferPointer { positions in
      for (i, piece) in pieces.enumerated() {
        let row = embeddings + Int(piece) * h
        let scale = embeddingScales[Int(piece)]
        for j in 0..<h { out[i * h + j] = Float(row[j]) * scale + positions[i * h + j] }
      }
    }
  }
}
