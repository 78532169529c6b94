import CRelataKernels

/// A linear layer in 32-bit floats.
///
/// Shape: input (M, inputs), output (M, outputs).
final class FloatLinear {
  let inputs: Int
  let outputs: Int
  private let packed: AlignedBuffer<Float>
  private let bias: AlignedBuffer<Float>

  /// `weights`: row-major (outputs, inputs).
  init(weights: [Float], bias values: [Float], outputs: Int, inputs: Int) {
    self.inputs = inputs
    self.outputs = outputs
    packed = AlignedBuffer(count: relata_packed_f32_count(outputs, inputs), initial: 0)
    relata_pack_f32(weights, inputs, outputs, inputs, packed.pointer)
    bias = AlignedBuffer(values, paddedTo: paddedOutputs(outputs), with: 0)
  }

  /// Writes the product of `rows` of `x` to `out`, rows `outputs` apart.
  func apply(
    _ x: UnsafePointer<Float>, stride: Int? = nil, rows: Int,
    into out: UnsafeMutablePointer<Float>, path: relata_path
  ) {
    relata_linear_f32(
      path, x, stride ?? inputs, rows, packed.pointer, bias.pointer, outputs, inputs, out, outputs)
  }
}
