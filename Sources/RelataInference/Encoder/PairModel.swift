import CRelataKernels

/// The large model: an encoder for pairs of mentions alone, beside the annotator's own.
///
/// It reads references and relations; words, trees and names stay the ``AnnotatorModel``'s. Immutable
/// after `init`, usable from any number of threads; results depend on the sentences alone, not on the
/// machine's instruction set, thread or earlier calls.
public final class PairModel: @unchecked Sendable {
  public let configuration: ModelConfiguration
  private let tokenizer: WordPieceTokenizer
  private let encoder: PairEncoder
  private let heads: PairHeads
  private let kernelPath: relata_path
  private let pool: WorkspacePool

  /// Reads and checks a weight file.
  ///
  /// - Throws: what is wrong with the file.
  public convenience init(weightFile path: String) throws(InferenceError) {
    try self.init(weightFile: path, kernels: relata_path_best())
  }

  init(weightFile path: String, kernels: relata_path) throws(InferenceError) {
    let file = try WeightFile(path: path)
    configuration = file.configuration
    if let problem = configuration.problem {
      throw .malformed(path: path, detail: "the configuration has \(problem)")
    }
    guard let buckets = configuration.positionBuckets, let heads = try PairHeads(file) else {
      throw .malformed(path: path, detail: "it is no large model")
    }
    tokenizer = try WordPieceTokenizer(file)
    encoder = try PairEncoder(file, buckets: buckets, path: kernels)
    self.heads = heads
    kernelPath = kernels
    pool = WorkspacePool(configuration, headOutputs: 0)
  }

  /// A new scorer of mention pairs, for the vectors of this model.
  public func pairScorer() -> PairScorer {
    PairScorer(heads, hidden: configuration.hidden, path: kernelPath)
  }

  /// Floats in a word's vector.
  public var vectorWidth: Int { 2 * configuration.hidden }

  /// Visits the sentences that have words, in order, with the vectors of all their words.
  ///
  /// Whole sentences share a window while they fit; a sentence beyond a long window is read in parts.
  ///
  /// - Parameters:
  ///   - sentences: Words of consecutive sentences.
  ///   - threads: Idle threads that may read windows beside this one.
  ///   - body: Number of the sentence, and vectors of shape (words, ``vectorWidth``), valid during the call.
  /// - Complexity: linear in the number of windows; a window costs O(T²).
  public func forEachSentence(
    of sentences: [[InputWord]], threads: IdleThreads? = nil,
    _ body: (Int, UnsafePointer<Float>) -> Void
  ) {
    let pieces = sentences.map { sentence in sentence.map { tokenizer.pieces(of: $0.form) } }
    let plan = WindowPlan(
      pieceCounts: pieces.map { $0.map(\.count) }, shared: configuration.maxWindowPieces,
      long: configuration.maxLongPieces)
    let own = pool.take()
    defer { pool.giveBack(own) }
    var begun: [Float] = []
    plan.forEachWindow(threads: threads, pool: pool, own: own) { window, workspace in
      encode(
        window.flatMap { part in
          part.words.map {
            (pieces[part.sentence][$0], WordShape(sentences[part.sentence][$0].form))
          }
        }, workspace)
    } sink: { window, workspace, _ in
      var next = UnsafePointer(workspace.words.pointer)
      for part in window {
        let floats = part.words.count * vectorWidth
        if part.words.count == sentences[part.sentence].count {
          body(part.sentence, next)
        } else {
          begun.append(contentsOf: UnsafeBufferPointer(start: next, count: floats))
          if part.words.upperBound == sentences[part.sentence].count {
            begun.withUnsafeBufferPointer { buffer in
              if let base = buffer.baseAddress { body(part.sentence, base) }
            }
            begun = []
          }
        }
        next += floats
      }
    }
  }

  /// Encodes a window and gathers the vectors of its words.
  private func encode(_ words: [(pieces: [Int32], shape: WordShape)], _ w: Workspace) {
    var line = [Int32(configuration.bos)]
    var shapes = [WordShape.none]
    var borders: [(first: Int, last: Int)] = []
    for word in words {
      borders.append((line.count, line.count + word.pieces.count - 1))
      line += word.pieces
      shapes += word.pieces.map { _ in word.shape }
    }
    line.append(Int32(configuration.eos))
    shapes.append(.none)
    encoder.encode(line, shapes, w)
    w.gatherWords(borders, hidden: configuration.hidden)
  }
}
