import CRelataKernels

/// A linear layer with 8-bit weights and 8-bit activations.
///
/// Shape: input (M, inputs), output (M, outputs).
final class QuantizedLinear {
  let inputs: Int
  let outputs: Int
  private let packed: AlignedBuffer<Int8>
  private let rowSums: AlignedBuffer<Int32>
  private let scales: AlignedBuffer<Float>
  private let bias: AlignedBuffer<Float>

  /// Joins the outputs of several layers of the file into one, in order.
  convenience init(_ file: WeightFile, _ names: [String], outputs each: Int, inputs: Int)
    throws(InferenceError)
  {
    var weights: [Int8] = []
    var scales: [Float] = []
    var bias: [Float] = []
    for name in names {
      let bytes = try file.tensor(name, dtype: "i8", shape: [each, inputs])
      weights.append(contentsOf: bytes.assumingMemoryBound(to: Int8.self))
      scales += try file.floats("\(name).scale", [each])
      bias += try file.floats("\(name).b", [each])
    }
    // Beyond ±63 the kernels would no longer agree with each other.
    guard weights.allSatisfy({ -63...63 ~= $0 }) else {
      throw .malformed(path: file.path, detail: "\(names[0]) has weights outside −63…63")
    }
    self.init(weights: weights, scales: scales, bias: bias, inputs: inputs)
  }

  /// A layer that the file holds in 4 bits.
  convenience init(grouped file: WeightFile, _ name: String, outputs: Int, inputs: Int)
    throws(InferenceError)
  {
    let (weights, scales) = try GroupedMatrix(file, name, rows: outputs, columns: inputs).byRow()
    self.init(
      weights: weights, scales: scales, bias: try file.floats("\(name).b", [outputs]),
      inputs: inputs)
  }

  /// `weights`: row-major (outputs, inputs), each within −63…63; one scale and one bias an output.
  private init(weights: [Int8], scales values: [Float], bias offsets: [Float], inputs: Int) {
    self.inputs = inputs
    outputs = offsets.count
    let size = paddedOutputs(outputs)
    packed = AlignedBuffer(count: relata_packed_s8_size(outputs, inputs), initial: 0)
    rowSums = AlignedBuffer(count: size, initial: 0)
    relata_pack_s8(weights, outputs, inputs, packed.pointer, rowSums.pointer)
    scales = AlignedBuffer(values, paddedTo: size, with: 0)
    bias = AlignedBuffer(offsets, paddedTo: size, with: 0)
  }

  /// Quantises `rows` of `x` into the workspace and writes the product to `out`.
  func apply(
    _ x: UnsafePointer<Float>, rows: Int, into out: UnsafeMutablePointer<Float>,
    quantized: UnsafeMutablePointer<UInt8>, activationScales: UnsafeMutablePointer<Float>,
    path: relata_path
  ) {
    relata_quantize_rows(path, x, rows, inputs, quantized, activationScales)
    relata_linear_u8s8(
      path, quantized, activationScales, rows, packed.pointer, rowSums.pointer, scales.pointer,
      bias.pointer, outputs, inputs, out, outputs)
  }
}
