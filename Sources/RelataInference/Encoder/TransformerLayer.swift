import CRelataKernels

/// One post-norm layer of an encoder.
///
/// After Vaswani et al. 2017 and Devlin et al. 2019.
/// Linear parts run on 8-bit integers, everything else in 32-bit floats.
final class TransformerLayer {
  private let attention: QuantizedLinear
  private let attentionOutput: QuantizedLinear
  private let attentionNorm: LayerNorm
  private let feedForward: QuantizedLinear
  private let output: QuantizedLinear
  private let outputNorm: LayerNorm
  private let heads: Int
  private let hidden: Int
  private let intermediate: Int

  /// Layer `i` of the small model's file (8 bits by row) or of the large model's (4 bits in groups).
  init(_ file: WeightFile, _ i: Int) throws(InferenceError) {
    let c = file.configuration
    (heads, hidden, intermediate) = (c.heads, c.hidden, c.intermediate)
    func linear(_ name: String, _ outputs: Int, _ inputs: Int) throws(InferenceError)
      -> QuantizedLinear
    {
      c.isPairModel
        ? try QuantizedLinear(grouped: file, name, outputs: outputs, inputs: inputs)
        : try QuantizedLinear(file, [name], outputs: outputs, inputs: inputs)
    }
    attention =
      c.isPairModel
      ? try linear("l\(i).qkv", 3 * hidden, hidden)
      : try QuantizedLinear(
        file, ["l\(i).q", "l\(i).k", "l\(i).v"], outputs: hidden, inputs: hidden)
    attentionOutput = try linear("l\(i).ao", hidden, hidden)
    attentionNorm = try LayerNorm(file, "l\(i).aln")
    feedForward = try linear("l\(i).fi", intermediate, hidden)
    output = try linear("l\(i).fo", hidden, intermediate)
    outputNorm = try LayerNorm(file, "l\(i).oln")
  }

  /// Reads `workspace.hidden`, `t` pieces, on; `bias` is what attention adds by relative position.
  func apply(_ t: Int, _ w: Workspace, bias: PositionBias? = nil, path: relata_path) {
    attention.apply(
      w.hidden.pointer, rows: t, into: w.queriesKeysValues.pointer,
      quantized: w.quantized.pointer, activationScales: w.scales.pointer, path: path)
    relata_attention(
      path, w.queriesKeysValues.pointer, t, heads, hidden / heads, bias?.values.pointer,
      bias?.reach ?? 0, w.attended.pointer, w.attentionScratch.pointer)
    attentionOutput.apply(
      w.attended.pointer, rows: t, into: w.projected.pointer,
      quantized: w.quantized.pointer, activationScales: w.scales.pointer, path: path)
    attentionNorm.apply(w.hidden.pointer, adding: w.projected.pointer, rows: t, path)
    feedForward.apply(
      w.hidden.pointer, rows: t, into: w.feedForward.pointer,
      quantized: w.quantized.pointer, activationScales: w.scales.pointer, path: path)
    relata_gelu(path, w.feedForward.pointer, t * intermediate)
    output.apply(
      w.feedForward.pointer, rows: t, into: w.projected.pointer,
      quantized: w.quantized.pointer, activationScales: w.scales.pointer, path: path)
    outputNorm.apply(w.hidden.pointer, adding: w.projected.pointer, rows: t, path)
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
