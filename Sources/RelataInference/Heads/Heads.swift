import CRelataKernels
import Foundation

/// The heads on the word vectors: names, tags and the biaffine parser (Dozat & Manning 2017).
///
/// Word vector: first-piece output beside last-piece output. Dimension glossary: W word vector,
/// A arc size, R label size, L dependency labels.
final class Heads {
  let configuration: ModelConfiguration
  /// Names, UPOS, XPOS and the four parser vectors in one product.
  private let joint: FloatLinear
  /// Shape: (A, A) with bias: dependant vector times the arc matrix.
  private let arcMatrix: FloatLinear
  /// Shape: (L · (R + 1), R) with bias.
  private let labelMatrix: FloatLinear
  private let rootArc: [Float]
  private let rootDeprel: Int
  /// The label between the roots of the parts of an over-long sentence.
  let joiningDeprel: Int
  private let path: relata_path
  private let decoder: NameDecoder

  // Columns of the joint product.
  private let upos: Int
  private let xpos: Int
  private let arcDependant: Int
  private let arcHead: Int
  private let labelDependant: Int
  private let labelHead: Int
  private let sentenceStart: Int
  var width: Int { joint.outputs }

  init(_ file: WeightFile, path: relata_path) throws(InferenceError) {
    let c = file.configuration
    configuration = c
    self.path = path
    let w = 2 * c.hidden
    let parts: [(String, Int)] = [
      ("ner", c.nerLabels.count), ("upos", c.uposLabels.count), ("xpos", c.xposLabels.count),
      ("arc_dep", c.arcSize), ("arc_head", c.arcSize), ("rel_dep", c.relSize),
      ("rel_head", c.relSize), ("start", 1),
    ]
    var weights: [Float] = []
    var bias: [Float] = []
    var starts: [Int] = []
    for (name, outputs) in parts {
      starts.append(bias.count)
      weights += try file.dequantized(name, rows: outputs, columns: w)
      bias += try file.floats("\(name).b", [outputs])
    }
    (upos, xpos, arcDependant) = (starts[1], starts[2], starts[3])
    (arcHead, labelDependant, labelHead) = (starts[4], starts[5], starts[6])
    sentenceStart = starts[7]
    joint = FloatLinear(weights: weights, bias: bias, outputs: bias.count, inputs: w)
    arcMatrix = try Self.arcMatrix(file)
    labelMatrix = try Self.labelMatrix(file)
    let root = try file.floats("root", [w])
    var rootOutputs = [Float](repeating: 0, count: joint.outputs)
    joint.apply(root, rows: 1, into: &rootOutputs, path: path)
    relata_leaky_relu(path, &rootOutputs, rootOutputs.count, Self.slope)
    rootArc = Array(rootOutputs[arcHead..<arcHead + c.arcSize])
    rootDeprel = c.deprelLabels.firstIndex(of: "root") ?? 0
    joiningDeprel = c.deprelLabels.firstIndex(of: "parataxis") ?? 0
    decoder = NameDecoder(labelCount: c.nerLabels.count)
  }

  private static let slope: Float = 0.1

  /// [a_d; 1]ᵀ W as a linear layer of a_d whose bias is W's last row.
  private static func arcMatrix(_ file: WeightFile) throws(InferenceError) -> FloatLinear {
    let a = file.configuration.arcSize
    let matrix = try file.floats("W_arc", [a + 1, a])
    var weights = [Float](repeating: 0, count: a * a)
    for i in 0..<a { for j in 0..<a { weights[j * a + i] = matrix[i * a + j] } }
    return FloatLinear(
      weights: weights, bias: Array(matrix[(a * a)...]), outputs: a, inputs: a)
  }

  /// [b_d; 1]ᵀ W[l] for every label, as one linear layer of b_d.
  private static func labelMatrix(_ file: WeightFile) throws(InferenceError) -> FloatLinear {
    let r = file.configuration.relSize
    let labels = file.configuration.deprelLabels.count
    let tensor = try file.dequantized("W_rel", rows: labels * (r + 1), columns: r + 1)
    let outputs = labels * (r + 1)
    var weights = [Float](repeating: 0, count: outputs * r)
    var bias = [Float](repeating: 0, count: outputs)
    for l in 0..<labels {
      for j in 0...r {
        let output = l * (r + 1) + j
        for i in 0..<r { weights[output * r + i] = tensor[(l * (r + 1) + i) * (r + 1) + j] }
        bias[output] = tensor[(l * (r + 1) + r) * (r + 1) + j]
      }
    }
    return FloatLinear(weights: weights, bias: bias, outputs: outputs, inputs: r)
  }

  /// Computes every linear head for the words of a window.
  ///
  /// Shape: `w.words` (words, W) → `w.headOutputs` (words, width), `w.arcQueries` (words, A).
  func project(words: Int, _ w: Workspace) {
    joint.apply(w.words.pointer, rows: words, into: w.headOutputs.pointer, path: path)
    for word in 0..<words {
      relata_leaky_relu(
        path, w.headOutputs.pointer + word * width + arcDependant, sentenceStart - arcDependant,
        Self.slope)
    }
    arcMatrix.apply(
      w.headOutputs.pointer + arcDependant, stride: width, rows: words,
      into: w.arcQueries.pointer, path: path)
  }

  /// How probable it is that a sentence begins with a word of the projected window, 0…1.
  func startProbability(_ word: Int, _ w: Workspace) -> Double {
    1 / (1 + exp(-Double(startScore(word, w))))
  }

  func startScore(_ word: Int, _ w: Workspace) -> Float {
    w.headOutputs.pointer[word * width + sentenceStart]
  }

  /// Reads the decisions for one sentence of the projected window.
  func decode(_ words: Range<Int>, _ w: Workspace) -> SentencePrediction {
    let outputs = w.headOutputs.pointer
    var prediction = SentencePrediction()
    prediction.upos = words.map {
      Self.best(outputs + $0 * width + upos, configuration.uposLabels.count)
    }
    prediction.xpos = words.map {
      Self.best(outputs + $0 * width + xpos, configuration.xposLabels.count)
    }
    prediction.names = names(words, w)
    prediction.heads = heads(words, w)
    prediction.deprels = labels(words, heads: prediction.heads, w)
    return prediction
  }

  private static func best(_ scores: UnsafePointer<Float>, _ count: Int) -> Int {
    var best = 0
    for i in 1..<max(count, 1) where scores[i] > scores[best] { best = i }
    return best
  }

  private func names(_ words: Range<Int>, _ w: Workspace) -> [SentencePrediction.Name] {
    let count = configuration.nerLabels.count
    var logProbabilities = [Float](repeating: 0, count: words.count * count)
    let temperature = max(configuration.nerTemperature ?? 1, 0.01)
    var row = [Float](repeating: 0, count: (count + 15) / 16 * 16)
    for (i, word) in words.enumerated() {
      for label in 0..<count {
        row[label] = w.headOutputs.pointer[word * width + label] / temperature
      }
      relata_softmax_rows(path, &row, 1, count, row.count)
      for label in 0..<count { logProbabilities[i * count + label] = log(max(row[label], 1e-30)) }
    }
    let labels = decoder.decode(logProbabilities, words: words.count)
    return decoder.names(labels).map { name in
      let sum = name.words.reduce(0.0) { sum, i in
        sum + exp(Double(logProbabilities[i * count + labels[i]]))
      }
      return SentencePrediction.Name(
        words: name.words, type: name.type, score: sum / Double(name.words.count))
    }
  }
}

extension Heads {
  /// Arc scores of one sentence in `w.arcScores`, rows `paddedOutputs(words + 1)` apart.
  func arcScores(_ words: Range<Int>, _ w: Workspace) -> Int {
    let n = words.count
    let a = configuration.arcSize
    let keys = w.arcKeys.pointer
    let packed = keys + paddedOutputs(configuration.maxLongPieces + 1) * a
    for i in 0..<a { keys[i] = rootArc[i] }
    for (row, word) in words.enumerated() {
      for i in 0..<a { keys[(row + 1) * a + i] = w.headOutputs.pointer[word * width + arcHead + i] }
    }
    relata_pack_f32(keys, a, n + 1, a, packed)
    let stride = paddedOutputs(n + 1)
    relata_linear_f32(
      path, w.arcQueries.pointer + words.lowerBound * a, a, n, packed, nil, n + 1, a,
      w.arcScores.pointer, stride)
    return stride
  }

  /// Heads within the sentence, −1 for the root.
  private func heads(_ words: Range<Int>, _ w: Workspace) -> [Int] {
    let stride = arcScores(words, w)
    return MaximumSpanningTree.heads(w.arcScores.pointer, words: words.count, stride: stride)
      .map { $0 - 1 }
  }

  /// The best label for each word and its head; "root" for the root's child alone.
  private func labels(_ words: Range<Int>, heads: [Int], _ w: Workspace) -> [Int] {
    let r = configuration.relSize
    let count = configuration.deprelLabels.count
    var labels = [Int](repeating: rootDeprel, count: words.count)
    var head = [Float](repeating: 1, count: r + 1)
    for chunk in stride(from: 0, to: words.count, by: Workspace.labelChunk) {
      let size = min(Workspace.labelChunk, words.count - chunk)
      labelMatrix.apply(
        w.headOutputs.pointer + (words.lowerBound + chunk) * width + labelDependant, stride: width,
        rows: size, into: w.labelProducts.pointer, path: path)
      for i in 0..<size where heads[chunk + i] >= 0 {
        let word = words.lowerBound + heads[chunk + i]
        for j in 0..<r { head[j] = w.headOutputs.pointer[word * width + labelHead + j] }
        var bestScore = -Float.infinity
        for label in 0..<count where label != rootDeprel {
          let product = w.labelProducts.pointer + (i * count + label) * (r + 1)
          let score = relata_dot(path, product, head, r + 1)
          if score > bestScore {
            bestScore = score
            labels[chunk + i] = label
          }
        }
      }
    }
    return labels
  }
}
