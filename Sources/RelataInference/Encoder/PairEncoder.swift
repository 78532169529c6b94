import CRelataKernels

/// The large model's encoder: MPNet with a vector of each word's shape.
///
/// After Song et al. 2020.
/// Weights come in 4 bits and are kept in 8 by row; the word table stays in 4 bits, in the mapped file.
final class PairEncoder {
  private let configuration: ModelConfiguration
  /// Keeps the map alive that `embeddings` points into.
  private let file: WeightFile
  private let embeddings: GroupedMatrix
  /// Shape: (positions, H).
  private let positions: [Float]
  /// Shape: (shapes, H).
  private let shapes: [Float]
  private let embeddingNorm: LayerNorm
  private let bias: PositionBias
  private let layers: [TransformerLayer]
  private let path: relata_path

  init(_ file: WeightFile, buckets: Int, path: relata_path) throws(InferenceError) {
    let c = file.configuration
    self.file = file
    self.path = path
    configuration = c
    embeddings = try GroupedMatrix(
      file, "emb.word", rows: c.vocabularySize, columns: c.hidden)
    positions = try file.dequantized("emb.pos", rows: c.maxPositions, columns: c.hidden)
    shapes = try file.floats("emb.shape", [WordShape.count, c.hidden])
    embeddingNorm = try LayerNorm(file, "emb.ln")
    bias = try PositionBias(file, buckets: buckets)
    var layers: [TransformerLayer] = []
    for i in 0..<c.layers { layers.append(try TransformerLayer(file, i)) }
    self.layers = layers
  }

  /// Encodes one window into `workspace.hidden`.
  ///
  /// Shape: `pieces` and `shapes` (T), result (T, H); T ≤ the longest window and its two ends.
  func encode(_ pieces: [Int32], _ shapes: [WordShape], _ w: Workspace) {
    let h = configuration.hidden
    for (i, piece) in pieces.enumerated() {
      let row = w.hidden.pointer + i * h
      embeddings.read(row: Int(piece), into: row)
      let shape = shapes[i].rawValue * h
      for j in 0..<h { row[j] = row[j] + positions[i * h + j] + self.shapes[shape + j] }
    }
    embeddingNorm.apply(w.hidden.pointer, adding: nil, rows: pieces.count, path)
    for layer in layers { layer.apply(pieces.count, w, bias: bias, path: path) }
  }
}
