import CRelataKernels

/// The heads on pairs of mentions: antecedents and relations.
///
/// A mention's vector M (width W) is the first piece of its first word beside the last piece of its
/// last. Antecedents: a bilinear term and one hidden layer over both mentions and feature embeddings
/// (Lee et al. 2017, on head words as in Dobrovolskii 2021), scored against 0 for "none". Relations:
/// both mentions, the product of two further projections of them, their forms, distance and places in
/// the tree attend to the words of the sentence with two heads, the first of which was taught to look at
/// the trigger. The hidden layer that scores the relations also scores their moods.
/// Dimension glossary: A antecedent size, R relation size, K key size, L relation labels, N mood labels.
final class PairHeads {
  let antecedentSize: Int
  let relationSize: Int
  let keySize: Int
  let relationCount: Int
  let moodCount: Int
  /// Bilinear left and right, hidden left and right of every mention.
  ///
  /// Shape: (4 A, W).
  let antecedents: FloatLinear
  /// Shape: (feature values, A), all features below each other.
  let features: AlignedBuffer<Float>
  /// Where each feature's rows begin.
  let featureStarts: [Int]
  let antecedentOutput: AlignedBuffer<Float>
  let antecedentBias: Float
  /// Subject and object vectors of a mention, and those that are multiplied.
  ///
  /// Shape: (4 R, W).
  let ends: FloatLinear
  /// Keys and values of a word.
  ///
  /// Shape: (2 K + R, W).
  let words: FloatLinear
  let query: FloatLinear
  /// Relations, then moods.
  ///
  /// Shape: (L + N, R).
  let output: FloatLinear
  /// Shape: (2, forms, R), (18, R), (2, 6).
  let forms: [Float]
  let distances: [Float]
  let places: [Float]
  /// Shape: (2, 14, R), (16, R), (2, 2): roles of both ends, steps between them in the tree, words on the way.
  let roles: [Float]
  let steps: [Float]
  let path: [Float]
  let formCount: Int

  /// Nil when the file has no pair heads.
  init?(_ file: WeightFile) throws(InferenceError) {
    let c = file.configuration
    guard let a = c.antecedentSize, let r = c.relationSize, let k = c.relationKeySize,
      let labels = c.relationLabels, let forms = c.mentionForms, let sizes = c.pairFeatureSizes
    else { return nil }
    (antecedentSize, relationSize, keySize) = (a, r, k)
    (relationCount, formCount) = (labels.count, forms.count)
    moodCount = c.moodLabels?.count ?? 0
    let w = 2 * c.hidden
    antecedents = try Self.joined(
      file, ["a_left", "a_right", "h_left", "h_right"].map { ($0, a) }, inputs: w)
    ends = try Self.joined(
      file, ["r_subject", "r_object", "r_left", "r_right"].map { ($0, r) }, inputs: w)
    words = try Self.joined(file, [("r_key", 2 * k), ("r_value", r)], inputs: w)
    query = try Self.joined(file, [("r_query", 2 * k)], inputs: r)
    output = try Self.joined(file, [("r_out", labels.count), ("r_mood", moodCount)], inputs: r)
    var starts: [Int] = []
    var rows: [Float] = []
    for (i, size) in sizes.enumerated() {
      starts.append(rows.count / a)
      rows += try file.dequantized("pair.features.\(i)", rows: size, columns: a)
    }
    featureStarts = starts
    features = AlignedBuffer(rows, paddedTo: rows.count, with: 0)
    let out = try file.floats("pair.c_out", [1, a])
    antecedentOutput = AlignedBuffer(out, paddedTo: a, with: 0)
    antecedentBias = try file.floats("pair.c_out.b", [1])[0]
    self.forms = try file.floats("pair.r_forms", [2, forms.count, r])
    distances = try file.floats("pair.r_distances", [18, r])
    places = try file.floats("pair.r_places", [2, 6])
    roles = try file.floats("pair.r_roles", [2, MentionInput.roles, r])
    steps = try file.floats("pair.r_steps", [16, r])
    path = try file.floats("pair.r_path", [2, 2])
  }

  private static func joined(
    _ file: WeightFile, _ parts: [(name: String, outputs: Int)], inputs: Int
  ) throws(InferenceError) -> FloatLinear {
    var weights: [Float] = []
    var bias: [Float] = []
    for part in parts {
      weights += try file.dequantized("pair.\(part.name)", rows: part.outputs, columns: inputs)
      bias += try file.floats("pair.\(part.name).b", [part.outputs])
    }
    return FloatLinear(weights: weights, bias: bias, outputs: bias.count, inputs: inputs)
  }
}
