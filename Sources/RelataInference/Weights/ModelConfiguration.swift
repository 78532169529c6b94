/// What a weight file says about its model: sizes, label names and origin.
public struct ModelConfiguration: Codable, Hashable, Sendable {
  public var name: String
  public var modelVersion: Int
  public var hidden: Int
  public var layers: Int
  public var heads: Int
  public var intermediate: Int
  public var maxPositions: Int
  public var layerNormEps: Float
  public var vocabularySize: Int
  public var bos: Int
  public var eos: Int
  public var pad: Int
  public var unk: Int
  /// Pieces a window of several sentences may hold, without its two ends.
  public var maxWindowPieces: Int
  /// Pieces a window of one long sentence may hold, without its two ends.
  public var maxLongPieces: Int
  /// Width of the parser's arc and label vectors.
  public var arcSize: Int
  public var relSize: Int
  public var nerLabels: [String]
  public var uposLabels: [String]
  public var xposLabels: [String]
  public var deprelLabels: [String]
  public var nerTypes: [String]
  /// Divides the name scores before they become probabilities; 1 leaves them alone.
  public var nerTemperature: Float?
  /// Kinds of mentions the pair heads know, in the order of their embeddings; nil without pair heads.
  public var mentionForms: [String]?
  /// Relations the relation head scores.
  public var relationLabels: [String]?
  /// Ways of stating a relation that the relation head tells apart.
  public var moodLabels: [String]?
  /// Values each feature of a mention pair can take.
  public var pairFeatureSizes: [Int]?
  /// Width of the antecedent vectors.
  public var antecedentSize: Int?
  /// Width of the relation vectors, and of the keys and queries of each of its two attention heads.
  public var relationSize: Int?
  public var relationKeySize: Int?
  /// Buckets of relative positions; a file that has them holds the large model: an encoder with
  /// 4-bit weights and the pair heads, and no labels of words.
  public var positionBuckets: Int?
  public var trainedOn: [String]?
  public var license: String?

  /// Whether this is the large model, which reads pairs of mentions alone.
  var isPairModel: Bool { positionBuckets != nil }

  /// Why the sizes cannot be those of a model, or nil.
  var problem: String? {
    let sizes = [
      hidden, layers, heads, intermediate, maxPositions, vocabularySize, arcSize, relSize,
    ]
    if let bad = sizes.first(where: { $0 < 1 || $0 > 1 << 24 }) { return "a size of \(bad)" }
    if hidden % heads != 0 { return "\(heads) heads do not divide \(hidden)" }
    if let positionBuckets {
      if positionBuckets < 4 || positionBuckets > 1 << 10 || positionBuckets % 4 != 0 {
        return "\(positionBuckets) buckets of positions"
      }
      if pairSizes == nil { return "no pair heads" }
    } else if let problem = problemOfLabels {
      return problem
    }
    if ![bos, eos, pad, unk].allSatisfy((0..<vocabularySize).contains) {
      return "special pieces outside the vocabulary"
    }
    // Memory grows with the square of a window: 2¹³ pieces are 256 MiB of arc scores.
    if maxWindowPieces < 16 || maxLongPieces < maxWindowPieces || maxLongPieces > 1 << 13
      || maxLongPieces + 2 > maxPositions
    {
      return "windows of \(maxWindowPieces) and \(maxLongPieces) pieces"
    }
    if let sizes = pairSizes,
      sizes.contains(where: { $0 < 1 || $0 > 1 << 16 }) || sizes[0] % 16 != 0
    {
      return "pair heads of sizes \(sizes)"
    }
    return nil
  }

  private var problemOfLabels: String? {
    if nerLabels.count != 1 + 4 * nerTypes.count || nerTypes.isEmpty {
      return "\(nerLabels.count) name labels for \(nerTypes.count) types"
    }
    return uposLabels.isEmpty || xposLabels.isEmpty || deprelLabels.isEmpty ? "no labels" : nil
  }

  /// The widths of the pair heads if there are any.
  private var pairSizes: [Int]? {
    guard let antecedentSize, let relationSize, let relationKeySize else { return nil }
    return [antecedentSize, relationSize, relationKeySize] + (pairFeatureSizes ?? [])
  }
}
