import CRelataKernels

/// A BERT-layout encoder: post-norm transformer layers over learned embeddings.
///
/// After Devlin et al. 2019. Linear layers run on 8-bit integers, everything else in 32-bit floats.
final class Encoder {
  private final class Layer {
    let attention: QuantizedLinear
    let attentionOutput: QuantizedLinear
    let attentionNorm: LayerNorm
    let feedForward: QuantizedLinear
    let output: QuantizedLinear
    let outputNorm: LayerNorm

    init(_ file: WeightFile, _ i: Int) throws(InferenceError) {
      let h = file.configuration.hidden
      let f = file.configuration.intermediate
      attention = try QuantizedLinear(
        file, ["l\(i).q", "l\(i).k", "l\(i).v"], outputs: h, inputs: h)
      attentionOutput = try QuantizedLinear(file, ["l\(i).ao"], outputs: h, inputs: h)
      attentionNorm = try LayerNorm(file, "l\(i).aln")
      feedForward = try QuantizedLinear(file, ["l\(i).fi"], outputs: f, inputs: h)
      output = try QuantizedLinear(file, ["l\(i).fo"], outputs: h, inputs: f)
      outputNorm = try LayerNorm(file, "l\(i).oln")
    }
  }

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
  private let layers: [Layer]
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
    var layers: [Layer] = []
    for i in 0..<c.layers { layers.append(try Layer(file, i)) }
    self.layers = layers
  }

  static func attentionScratch(pieces: Int, width: Int) -> Int {
    relata_attention_scratch(pieces, width)
  }

  /// Encodes one window into `workspace.hidden`.
  ///
  /// Shape: `pieces` (T), result (T, H); T ≤ the longest window and its two ends.
  func encode(_ pieces: [Int32], _ w: Workspace) {
    let h = configuration.hidden
    let t = pieces.count
    embed(pieces, into: w.hidden.pointer)
    embeddingNorm.apply(w.hidden.pointer, adding: nil, rows: t, path)
    for layer in layers {
      layer.attention.apply(
        w.hidden.pointer, rows: t, into: w.queriesKeysValues.pointer,
        quantized: w.quantized.pointer, activationScales: w.scales.pointer, path: path)
      relata_attention(
        path, w.queriesKeysValues.pointer, t, configuration.heads, h / configuration.heads,
        w.attended.pointer, w.attentionScratch.pointer)
      layer.attentionOutput.apply(
        w.attended.pointer, rows: t, into: w.projected.pointer,
        quantized: w.quantized.pointer, activationScales: w.scales.pointer, path: path)
      layer.attentionNorm.apply(w.hidden.pointer, adding: w.projected.pointer, rows: t, path)
      layer.feedForward.apply(
        w.hidden.pointer, rows: t, into: w.feedForward.pointer,
        quantized: w.quantized.pointer, activationScales: w.scales.pointer, path: path)
      relata_gelu(path, w.feedForward.pointer, t * configuration.intermediate)
      layer.output.apply(
        w.feedForward.pointer, rows: t, into: w.projected.pointer,
        quantized: w.quantized.pointer, activationScales: w.scales.pointer, path: path)
      layer.outputNorm.apply(w.hidden.pointer, adding: w.projected.pointer, rows: t, path)
    }
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

/// Layer normalisation with learned weight and bias (Ba, Kiros & Hinton 2016).
final class LayerNorm {
  private let weight: [Float]
  private let bias: [Float]
  private let epsilon: Float

  init(_ file: WeightFile, _ name: String) throws(InferenceError) {
    weight = try file.floats("\(name).w", [file.configuration.hidden])
    bias = try file.floats("\(name).b", [file.configuration.hidden])
    epsilon = file.configuration.layerNormEps
  }

  /// Normalises x + residual in place.
  ///
  /// Shape: (rows, H).
  func apply(
    _ x: UnsafeMutablePointer<Float>, adding residual: UnsafePointer<Float>?, rows: Int,
    _ path: relata_path
  ) {
    relata_layer_norm(path, x, residual, weight, bias, rows, weight.count, epsilon)
  }
}
