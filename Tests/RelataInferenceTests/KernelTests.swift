import CRelataDigest
import CRelataKernels
import RelataTestSupport
import Testing

@testable import RelataInference

private let paths: [relata_path] = [
  RELATA_PATH_PORTABLE, RELATA_PATH_AVX2, RELATA_PATH_AVX512_VNNI, RELATA_PATH_NEON,
].filter { relata_path_available($0) == 1 }

private let oddSizes = [1, 7, 31, 127, 385]

@Suite("Kernels")
struct KernelTests {
  private func floats(_ count: Int, _ generator: inout SeededGenerator) -> [Float] {
    (0..<count).map { _ in Float.random(in: -3...3, using: &generator) }
  }

  private func bits(_ values: [Float]) -> [UInt32] { values.map(\.bitPattern) }

  @Test(arguments: oddSizes, oddSizes)
  func `integer products equal the plain sum on every path`(outputs: Int, inputs: Int) {
    var generator = SeededGenerator(seed: UInt64(outputs * 1000 + inputs))
    let rows = 11
    let weights = (0..<outputs * inputs).map { _ in Int8.random(in: -63...63, using: &generator) }
    let stride = relata_quantized_stride(inputs)
    let q = (0..<rows * stride).map { _ in UInt8.random(in: 1...255, using: &generator) }
    let packed = AlignedBuffer<Int8>(count: relata_packed_s8_size(outputs, inputs), initial: 0)
    var sums = [Int32](repeating: 0, count: paddedOutputs(outputs))
    relata_pack_s8(weights, outputs, inputs, packed.pointer, &sums)
    var expected = [Int32](repeating: 0, count: rows * outputs)
    for r in 0..<rows {
      for n in 0..<outputs {
        for k in 0..<inputs {
          expected[r * outputs + n] += Int32(q[r * stride + k]) * Int32(weights[n * inputs + k])
        }
      }
    }
    for path in paths {
      var out = [Int32](repeating: 0, count: rows * outputs)
      relata_gemm_u8s8(path, q, rows, packed.pointer, outputs, inputs, &out)
      #expect(out == expected, "path \(path.rawValue)")
    }
  }

  @Test func `extreme integers do not saturate`() {
    let inputs = 1536
    let packed = AlignedBuffer<Int8>(count: relata_packed_s8_size(1, inputs), initial: 0)
    var sums = [Int32](repeating: 0, count: 32)
    relata_pack_s8([Int8](repeating: 63, count: inputs), 1, inputs, packed.pointer, &sums)
    let q = [UInt8](repeating: 255, count: inputs)
    for path in paths {
      var out: [Int32] = [0]
      relata_gemm_u8s8(path, q, 1, packed.pointer, 1, inputs, &out)
      #expect(out[0] == Int32(inputs) * 255 * 63)
    }
  }

  @Test(arguments: oddSizes)
  func `a quantised layer is near the float product and equal on every path`(inputs: Int) {
    var generator = SeededGenerator(seed: UInt64(inputs))
    let (rows, outputs) = (13, 37)
    let x = floats(rows * inputs, &generator)
    let weights = (0..<outputs * inputs).map { _ in Int8.random(in: -63...63, using: &generator) }
    let packed = AlignedBuffer<Int8>(count: relata_packed_s8_size(outputs, inputs), initial: 0)
    var sums = [Int32](repeating: 0, count: paddedOutputs(outputs))
    relata_pack_s8(weights, outputs, inputs, packed.pointer, &sums)
    let scales = floats(paddedOutputs(outputs), &generator).map { abs($0) / 100 }
    let bias = floats(paddedOutputs(outputs), &generator)
    var results: [[Float]] = []
    for path in paths {
      var q = [UInt8](repeating: 0, count: rows * relata_quantized_stride(inputs))
      var activationScales = [Float](repeating: 0, count: rows)
      var out = [Float](repeating: 0, count: rows * outputs)
      relata_quantize_rows(path, x, rows, inputs, &q, &activationScales)
      relata_linear_u8s8(
        path, q, activationScales, rows, packed.pointer, sums, scales, bias, outputs, inputs, &out,
        outputs)
      results.append(out)
    }
    for result in results { #expect(bits(result) == bits(results[0])) }
    for r in 0..<rows {
      for n in 0..<outputs {
        var exact = Double(bias[n])
        for k in 0..<inputs {
          exact += Double(x[r * inputs + k]) * Double(weights[n * inputs + k]) * Double(scales[n])
        }
        // Half a quantisation step (3 / 254) an input, against weights of at most 63 · scale.
        let bound = Double(inputs) * 0.5 * (3.0 / 127) * 63 * Double(scales[n]) + 1e-3
        #expect(abs(Double(results[0][r * outputs + n]) - exact) <= bound)
      }
    }
  }

  @Test(arguments: oddSizes, [1, 17, 64])
  func `float products equal the plain sum and each other`(inputs: Int, outputs: Int) {
    var generator = SeededGenerator(seed: UInt64(inputs + outputs))
    let rows = 7
    let x = floats(rows * inputs, &generator)
    let weights = floats(outputs * inputs, &generator)
    let linear = FloatLinear(
      weights: weights, bias: floats(outputs, &generator), outputs: outputs, inputs: inputs)
    var results: [[Float]] = []
    for path in paths {
      var out = [Float](repeating: 0, count: rows * outputs)
      linear.apply(x, rows: rows, into: &out, path: path)
      results.append(out)
    }
    for result in results { #expect(bits(result) == bits(results[0])) }
    var zero = [Float](repeating: 0, count: outputs)
    linear.apply([Float](repeating: 0, count: inputs), rows: 1, into: &zero, path: paths[0])
    let exact = (0..<inputs).reduce(Double(zero[outputs - 1])) {
      $0 + Double(x[$1]) * Double(weights[(outputs - 1) * inputs + $1])
    }
    #expect(abs(exact - Double(results[0][outputs - 1])) < 1e-3)
  }

  @Test(arguments: [1, 2, 15, 16, 33, 130])
  func `attention averages the values and agrees on every path`(pieces: Int) {
    var generator = SeededGenerator(seed: UInt64(pieces))
    let (heads, width) = (3, 32)
    var qkv = floats(pieces * 3 * heads * width, &generator)
    // Equal values for all pieces must come out unchanged, whatever the scores.
    for t in 0..<pieces {
      for i in 0..<width { qkv[t * 3 * heads * width + 2 * heads * width + i] = Float(i) }
    }
    var results: [[Float]] = []
    for path in paths {
      var out = [Float](repeating: 0, count: pieces * heads * width)
      let scratch = AlignedBuffer<Float>(count: relata_attention_scratch(pieces, width), initial: 9)
      relata_attention(path, qkv, pieces, heads, width, nil, 0, &out, scratch.pointer)
      results.append(out)
    }
    for result in results { #expect(bits(result) == bits(results[0])) }
    for i in 0..<width { #expect(abs(results[0][i] - Float(i)) < 1e-3) }
  }

  /// A bias of −∞ but for one distance leaves each piece the value of the piece that far off.
  @Test(arguments: [1, 2, 15, 16, 33, 130], [-3, 0, 5])
  func `attention reads its bias by relative position`(pieces: Int, distance: Int) {
    var generator = SeededGenerator(seed: UInt64(pieces))
    let (heads, width) = (2, 32)
    let reach = pieces + 2
    let qkv = floats(pieces * 3 * heads * width, &generator)
    var bias = [Float](repeating: -1e9, count: heads * 2 * reach)
    for head in 0..<heads where abs(distance) < reach {
      bias[2 * reach * head + reach + distance] = 0
    }
    var results: [[Float]] = []
    for path in paths {
      var out = [Float](repeating: 0, count: pieces * heads * width)
      let scratch = AlignedBuffer<Float>(count: relata_attention_scratch(pieces, width), initial: 9)
      relata_attention(path, qkv, pieces, heads, width, bias, reach, &out, scratch.pointer)
      results.append(out)
    }
    for result in results { #expect(bits(result) == bits(results[0])) }
    let h = heads * width
    for t in 0..<pieces where (0..<pieces).contains(t + distance) {
      for i in 0..<h {
        #expect(abs(results[0][t * h + i] - qkv[(t + distance) * 3 * h + 2 * h + i]) < 1e-4)
      }
    }
  }

  @Test(arguments: oddSizes)
  func `activation functions and normalisation agree on every path`(count: Int) {
    var generator = SeededGenerator(seed: UInt64(count))
    let x = floats(2 * count, &generator)
    let weight = floats(count, &generator)
    let bias = floats(count, &generator)
    var results: [[Float]] = []
    for path in paths {
      var y = x
      relata_gelu(path, &y, y.count)
      relata_leaky_relu(path, &y, y.count, 0.1)
      relata_layer_norm(path, &y, x, weight, bias, 2, count, 1e-12)
      y.append(relata_dot(path, x, weight, count))
      results.append(y)
    }
    for result in results { #expect(bits(result) == bits(results[0])) }
  }

  @Test func `GELU has its known values`() {
    // x · Φ(x) with Φ from tables of the normal distribution.
    let known: [(Float, Float)] = [
      (0, 0), (1, 0.841_344_75), (-1, -0.158_655_25), (2, 1.954_499_7), (-3, -0.004_049_69),
    ]
    for (x, y) in known {
      var value = [x]
      relata_gelu(relata_path_best(), &value, 1)
      #expect(abs(value[0] - y) < 1e-6)
    }
  }

  @Test func `rows of zeros and of huge numbers quantise to nothing`() {
    for value in [0, Float.infinity, Float.nan] {
      var q = [UInt8](repeating: 7, count: 8)
      var scale: [Float] = [9]
      relata_quantize_rows(
        relata_path_best(), [Float](repeating: value, count: 5), 1, 5, &q, &scale)
      #expect(scale[0] == 0)
      #expect(q == [UInt8](repeating: 128, count: 8))
    }
  }

  @Test func `SHA-256 gives the standard's digests`() {
    func hex(_ bytes: [UInt8]) -> String {
      var digest = [UInt8](repeating: 0, count: 32)
      relata_sha256(bytes, bytes.count, &digest)
      return digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
    #expect(hex([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      hex(Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      hex(Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8))
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    #expect(
      hex([UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }
}
