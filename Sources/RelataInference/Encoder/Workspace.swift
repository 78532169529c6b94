/// The memory one call needs, reused between calls; never shared by two calls at a time.
///
/// Dimension glossary: T pieces of a window, H hidden width, F feed-forward width, W = 2H word vector.
final class Workspace {
  /// Shape: (T, H).
  let hidden: AlignedBuffer<Float>
  /// Shape: (T, 3H).
  let queriesKeysValues: AlignedBuffer<Float>
  /// Shape: (T, H).
  let attended: AlignedBuffer<Float>
  /// Shape: (T, H).
  let projected: AlignedBuffer<Float>
  /// Shape: (T, F).
  let feedForward: AlignedBuffer<Float>
  /// Shape: (T, F) bytes.
  let quantized: AlignedBuffer<UInt8>
  /// Shape: (T).
  let scales: AlignedBuffer<Float>
  let attentionScratch: AlignedBuffer<Float>
  /// Shape: (words, W).
  let words: AlignedBuffer<Float>
  /// Shape: (words, all head outputs).
  let headOutputs: AlignedBuffer<Float>
  /// Shape: (words, arc size): dependants times the arc matrix.
  let arcQueries: AlignedBuffer<Float>
  let arcKeys: AlignedBuffer<Float>
  /// Shape: (words, words + 1), rows padded to 32.
  let arcScores: AlignedBuffer<Float>
  /// Shape: (`labelChunk`, labels · (label size + 1)).
  let labelProducts: AlignedBuffer<Float>
  /// Words whose label products are computed at a time.
  static let labelChunk = 36

  /// The pieces of words seen before, emptied when it grows beyond `cacheLimit`.
  var pieceCache: [PieceKey: [Int32]] = [:]
  static let cacheLimit = 1 << 15

  struct PieceKey: Hashable {
    var word: String
    var spaceBefore: Bool
  }

  init(_ c: ModelConfiguration, headOutputs width: Int) {
    let t = c.maxLongPieces + 2
    let words = c.maxLongPieces
    hidden = AlignedBuffer(uninitialized: t * c.hidden)
    queriesKeysValues = AlignedBuffer(uninitialized: t * 3 * c.hidden)
    attended = AlignedBuffer(uninitialized: t * c.hidden)
    projected = AlignedBuffer(uninitialized: t * c.hidden)
    feedForward = AlignedBuffer(uninitialized: t * c.intermediate)
    quantized = AlignedBuffer(uninitialized: t * (max(c.intermediate, 3 * c.hidden) + 4))
    scales = AlignedBuffer(uninitialized: t)
    attentionScratch = AlignedBuffer(
      uninitialized: Encoder.attentionScratch(pieces: t, width: c.hidden / c.heads))
    self.words = AlignedBuffer(uninitialized: words * 2 * c.hidden)
    headOutputs = AlignedBuffer(uninitialized: words * width)
    arcQueries = AlignedBuffer(uninitialized: words * c.arcSize)
    arcKeys = AlignedBuffer(uninitialized: paddedOutputs(words + 1) * c.arcSize * 2)
    arcScores = AlignedBuffer(uninitialized: words * paddedOutputs(words + 1))
    labelProducts = AlignedBuffer(
      uninitialized: Self.labelChunk * c.deprelLabels.count * (c.relSize + 1))
  }

  /// Puts each word's vector, its first piece beside its last, into `words`.
  func gatherWords(_ borders: [(first: Int, last: Int)], hidden h: Int) {
    for (i, border) in borders.enumerated() {
      let out = words.pointer + i * 2 * h
      out.update(from: hidden.pointer + border.first * h, count: h)
      (out + h).update(from: hidden.pointer + border.last * h, count: h)
    }
  }
}
