import CRelataKernels

/// One word as the model sees it.
public struct InputWord: Hashable, Sendable {
  public var form: String
  /// Whether white space stands before the word; the first word of a sentence counts as if it did.
  public var spaceBefore: Bool

  public init(_ form: String, spaceBefore: Bool) {
    self.form = form
    self.spaceBefore = spaceBefore
  }
}

/// What the model says about one sentence; labels are indices into the configuration's lists.
public struct SentencePrediction: Hashable, Sendable {
  public struct Name: Hashable, Sendable {
    public var words: Range<Int>
    /// Index into `nerTypes`.
    public var type: Int
    /// Mean probability of the chosen labels, 0…1.
    public var score: Double
  }

  public var upos: [Int] = []
  public var xpos: [Int] = []
  /// Index of the head within the sentence, −1 for the one root.
  public var heads: [Int] = []
  public var deprels: [Int] = []
  public var names: [Name] = []
}

/// The annotator's neural model: encoder and heads, read once, usable from any number of threads.
///
/// Immutable after `init`; every call takes its own workspace from a pool. Results depend on the
/// sentences alone, not on the machine's instruction set, thread or earlier calls.
public final class AnnotatorModel: @unchecked Sendable {
  public let configuration: ModelConfiguration
  private let tokenizer: PieceTokenizer
  private let encoder: Encoder
  private let heads: Heads
  private let pairHeads: PairHeads?
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
    if let problem = configuration.problem ?? (configuration.isPairModel ? "no labels" : nil) {
      throw .malformed(path: path, detail: "the configuration has \(problem)")
    }
    tokenizer = try PieceTokenizer(file)
    encoder = try Encoder(file, path: kernels)
    heads = try Heads(file, path: kernels)
    pairHeads = try PairHeads(file)
    kernelPath = kernels
    pool = WorkspacePool(configuration, headOutputs: heads.width)
  }

  /// A new scorer of mention pairs, or nil when the weights have no heads for them.
  public func pairScorer() -> PairScorer? {
    pairHeads.map { PairScorer($0, hidden: configuration.hidden, path: kernelPath) }
  }

  /// Vectors of some words of a sentence: (sentence, words, pointer to shape (words, W)).
  public typealias VectorReader = (Int, Range<Int>, UnsafePointer<Float>) -> Void

  /// Analyses consecutive sentences of one document.
  ///
  /// Whole sentences share a window while they fit; a sentence beyond a long window is analysed in
  /// parts, whose trees are then joined under the first part's root.
  ///
  /// - Parameters:
  ///   - sentences: Words of consecutive sentences.
  ///   - threads: Idle threads that may read windows beside this one.
  ///   - vectors: Is given the word vectors of each part of each sentence, in order; the
  ///     memory behind the pointer is valid during the call.
  /// - Returns: one prediction for each sentence, empty for an empty one.
  /// - Complexity: linear in the number of windows; a window costs O(T²).
  public func predict(
    _ sentences: [[InputWord]], threads: IdleThreads? = nil,
    vectors: VectorReader = { _, _, _ in }
  ) -> [SentencePrediction] {
    var results = [SentencePrediction](repeating: SentencePrediction(), count: sentences.count)
    forEachWindow(of: sentences, threads: threads) { window, workspace in
      heads.project(words: Self.words(of: window), workspace)
      return Self.parts(of: window).map { part, start in
        heads.decode(start..<start + part.words.count, workspace)
      }
    } sink: { window, workspace, predictions in
      hand(window, workspace, to: vectors)
      for (part, prediction) in zip(window, predictions) {
        results[part.sentence].append(prediction, joinedBy: heads.joiningDeprel)
      }
    }
    return results
  }

  /// Analyses consecutive sentences of one document and corrects where they begin.
  ///
  /// Inside a window, a sentence begins where the model is sure of it (`SentenceBreaks`); a sentence
  /// beyond a long window, and the first of a window, begin where they are said to.
  ///
  /// - Parameters:
  ///   - sentences: Words of consecutive sentences.
  ///   - isFixed: For each sentence whether it begins where it does whatever the model says.
  ///   - threads: Idle threads that may read windows beside this one; the result is the same without.
  ///   - vectors: As for ``predict(_:threads:vectors:)``, by the sentences given.
  /// - Returns: The sentences in order, as ranges of the words of all sentences, none empty.
  /// - Complexity: As of ``predict(_:threads:vectors:)``.
  public func predict(
    _ sentences: [[InputWord]], isFixed: [Bool], threads: IdleThreads? = nil,
    vectors: VectorReader
  ) -> [(words: Range<Int>, prediction: SentencePrediction)] {
    var results: [(words: Range<Int>, prediction: SentencePrediction)] = []
    var position = 0
    forEachWindow(of: sentences, threads: threads) { window, workspace in
      heads.project(words: Self.words(of: window), workspace)
      return sentencesRead(window, of: sentences, isFixed, workspace)
    } sink: { window, workspace, found in
      hand(window, workspace, to: vectors)
      for (words, prediction) in found {
        let words = position + words.lowerBound..<position + words.upperBound
        if window.count == 1, window[0].words.lowerBound > 0, var last = results.popLast() {
          // A later part of a sentence beyond a long window.
          last.words = last.words.lowerBound..<words.upperBound
          last.prediction.append(prediction, joinedBy: heads.joiningDeprel)
          results.append(last)
        } else {
          results.append((words, prediction))
        }
      }
      position += Self.words(of: window)
    }
    return results
  }

  /// The sentences of a window as ranges of its words; a part of a longer sentence is one range.
  private func sentencesRead(
    _ window: [WindowPlan.Part], of sentences: [[InputWord]], _ isFixed: [Bool],
    _ workspace: Workspace
  ) -> [(words: Range<Int>, prediction: SentencePrediction)] {
    let count = Self.words(of: window)
    if window.count == 1, window[0].words.count < sentences[window[0].sentence].count {
      return [(0..<count, heads.decode(0..<count, workspace))]
    }
    var starts: Set<Int> = []
    var kept: Set<Int> = []
    for (part, start) in Self.parts(of: window) {
      if part.words.lowerBound == 0 { starts.insert(start) }
      if isFixed[part.sentence] { kept.insert(start) }
    }
    let breaks = SentenceBreaks.all(words: count, starts: starts, fixed: kept) {
      heads.startProbability($0, workspace)
    }
    return zip(breaks, breaks.dropFirst() + [count]).map { start, end in
      (start..<end, heads.decode(start..<end, workspace))
    }
  }

  /// Reads the word vectors of sentences again, the same as ``predict(_:threads:vectors:)`` gives.
  public func encode(
    _ sentences: [[InputWord]], threads: IdleThreads? = nil, vectors: VectorReader
  ) {
    forEachWindow(of: sentences, threads: threads) { _, _ in
    } sink: { window, workspace, _ in
      hand(window, workspace, to: vectors)
    }
  }

  /// Floats in a word's vector.
  public var vectorWidth: Int { 2 * configuration.hidden }

  /// The parts of a window with their first word's row.
  private static func parts(
    of window: [WindowPlan.Part]
  ) -> [(part: WindowPlan.Part, start: Int)] {
    var start = 0
    return window.map { part in
      defer { start += part.words.count }
      return (part, start)
    }
  }

  private static func words(of window: [WindowPlan.Part]) -> Int {
    window.reduce(0) { $0 + $1.words.count }
  }

  /// Hands out the vectors of a window's parts.
  private func hand(
    _ window: [WindowPlan.Part], _ workspace: Workspace, to vectors: VectorReader
  ) {
    for (part, start) in Self.parts(of: window) {
      vectors(part.sentence, part.words, workspace.words.pointer + start * vectorWidth)
    }
  }

  /// Encodes the windows, several at a time where threads are idle, and visits each in order, as
  /// `WindowPlan.forEachWindow` does.
  private func forEachWindow<Reading>(
    of sentences: [[InputWord]], threads: IdleThreads?,
    work: ([WindowPlan.Part], Workspace) -> Reading,
    sink: ([WindowPlan.Part], Workspace, Reading) -> Void
  ) {
    let own = pool.take()
    defer { pool.giveBack(own) }
    let pieces = sentences.map { self.pieces(of: $0, own) }
    let plan = WindowPlan(
      pieceCounts: pieces.map { $0.map(\.count) }, shared: configuration.maxWindowPieces,
      long: configuration.maxLongPieces)
    plan.forEachWindow(threads: threads, pool: pool, own: own) { window, workspace in
      encode(window.flatMap { pieces[$0.sentence][$0.words] }, workspace)
      return work(window, workspace)
    } sink: { window, workspace, reading in
      sink(window, workspace, reading)
    }
  }

  /// The pieces of every word of a sentence.
  func pieces(of sentence: [InputWord], _ workspace: Workspace) -> [[Int32]] {
    sentence.enumerated().map { i, word in
      let key = Workspace.PieceKey(word: word.form, spaceBefore: word.spaceBefore || i == 0)
      if let known = workspace.pieceCache[key] { return known }
      let found = tokenizer.pieces(of: key.word, spaceBefore: key.spaceBefore)
      if workspace.pieceCache.count >= Workspace.cacheLimit {
        workspace.pieceCache.removeAll(keepingCapacity: true)
      }
      if key.word.utf8.count <= 4 * PieceTokenizer.longestWord { workspace.pieceCache[key] = found }
      return found
    }
  }

  /// Encodes a window and gathers the vectors of its words.
  private func encode(_ words: [[Int32]], _ w: Workspace) {
    var line: [Int32] = [Int32(configuration.bos)]
    var borders: [(first: Int, last: Int)] = []
    for word in words {
      borders.append((line.count, line.count + word.count - 1))
      line += word
    }
    line.append(Int32(configuration.eos))
    encoder.encode(line, w)
    w.gatherWords(borders, hidden: configuration.hidden)
  }

  func takeWorkspace() -> Workspace { pool.take() }

  func giveBack(_ workspace: Workspace) { pool.giveBack(workspace) }
}

extension AnnotatorModel {
  /// Raw scores of a window of sentences, for parity tests.
  struct Scores {
    var pieces: [[Int32]]
    /// Shape: (words, width of all heads); names, UPOS and XPOS come first.
    var outputs: [[Float]]
    /// Of every word as the first of a sentence.
    var starts: [Float]
    /// Shape per sentence: (words, words + 1).
    var arcs: [[[Float]]]
  }

  func scores(_ sentences: [[InputWord]]) -> Scores {
    let w = takeWorkspace()
    defer { giveBack(w) }
    let pieces = sentences.flatMap { self.pieces(of: $0, w) }
    encode(pieces, w)
    heads.project(words: pieces.count, w)
    let outputs = pieces.indices.map { word in
      (0..<heads.width).map { w.headOutputs.pointer[word * heads.width + $0] }
    }
    var arcs: [[[Float]]] = []
    var start = 0
    for sentence in sentences {
      let n = sentence.count
      let stride = heads.arcScores(start..<start + n, w)
      arcs.append((0..<n).map { d in (0...n).map { w.arcScores.pointer[d * stride + $0] } })
      start += n
    }
    return Scores(
      pieces: pieces, outputs: outputs, starts: pieces.indices.map { heads.startScore($0, w) },
      arcs: arcs)
  }
}

extension SentencePrediction {
  /// Joins the analysis of a later part of the same sentence; its root hangs on the first root.
  mutating func append(_ part: SentencePrediction, joinedBy deprel: Int) {
    let shift = upos.count
    let root = heads.firstIndex(of: -1)
    let joint = root == nil ? nil : part.heads.firstIndex(of: -1)
    upos += part.upos
    xpos += part.xpos
    heads += part.heads.map { $0 >= 0 ? $0 + shift : (root ?? -1) }
    deprels += part.deprels
    if let joint { deprels[shift + joint] = deprel }
    names += part.names.map { name in
      Name(
        words: name.words.lowerBound + shift..<name.words.upperBound + shift, type: name.type,
        score: name.score)
    }
  }
}
