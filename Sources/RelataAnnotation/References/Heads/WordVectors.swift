import RelataCore
import RelataInference

/// The encoder's word vectors of a document, kept between the first heads and the pair heads.
///
/// A document of more than ``limit`` words keeps none; its words are encoded again when needed, in the
/// windows they were in, so that memory stays flat.
struct WordVectors {
  /// Words; 3 kB each.
  static let limit = 20_000

  private let width: Int
  /// Words of the sentences that the windows were planned by.
  private let lengths: [Int]
  /// Where the vectors of each of them begin; nil for furniture.
  private let starts: [Int?]
  private let isKept: Bool
  private var storage: [Float]

  /// Room for the vectors of sentences, by which the encoder's windows are planned.
  init(_ sentences: [Sentence], width: Int, limit: Int = Self.limit) {
    self.width = width
    lengths = sentences.map(\.tokens.count)
    var starts: [Int?] = []
    var count = 0
    for sentence in sentences {
      starts.append(sentence.isFurniture ? nil : count)
      if !sentence.isFurniture { count += sentence.tokens.count }
    }
    self.starts = starts
    isKept = count <= limit
    storage = [Float](repeating: 0, count: isKept ? count * width : 0)
  }

  /// Keeps the vectors of some words of a planned sentence.
  mutating func keep(_ sentence: Int, _ words: Range<Int>, _ vectors: UnsafePointer<Float>) {
    guard isKept, let start = starts[sentence] else { return }
    storage.withUnsafeMutableBufferPointer { storage in
      guard let base = storage.baseAddress else { return }
      (base + (start + words.lowerBound) * width).update(
        from: vectors, count: words.count * width)
    }
  }

  /// Visits the sentences that are not furniture, in order, with the vectors of all their words.
  ///
  /// `sentences` are of the same words as the planned ones; they may begin elsewhere.
  func forEachSentence(
    of sentences: [Sentence], model: AnnotatorModel, threads: IdleThreads? = nil,
    _ body: (Int, UnsafePointer<Float>) -> Void
  ) {
    if isKept {
      storage.withUnsafeBufferPointer { storage in
        guard var next = storage.baseAddress else { return }
        for i in sentences.indices where !sentences[i].isFurniture && !sentences[i].tokens.isEmpty {
          body(i, next)
          next += sentences[i].tokens.count * width
        }
      }
      return
    }
    var planned = 0
    for run in Annotator.stretches(sentences) {
      let windows = plannedSentences(of: sentences[run], from: &planned)
      if sentences[run.lowerBound].isFurniture { continue }
      var index = run.lowerBound
      var waiting: [Float] = []
      model.encode(windows.map { Letters.modelInput($0) }, threads: threads) {
        _, words, vectors in
        waiting.append(contentsOf: UnsafeBufferPointer(start: vectors, count: words.count * width))
        var used = 0
        while index < run.upperBound, waiting.count - used >= sentences[index].tokens.count * width
        {
          waiting.withUnsafeBufferPointer { buffer in
            if let base = buffer.baseAddress { body(index, base + used) }
          }
          used += sentences[index].tokens.count * width
          index += 1
        }
        waiting.removeFirst(used)
      }
    }
  }

  /// The planned sentences of a stretch, made again of its words.
  private func plannedSentences(
    of run: ArraySlice<Sentence>, from planned: inout Int
  ) -> [Sentence] {
    let tokens = run.flatMap(\.tokens)
    var result: [Sentence] = []
    var start = 0
    while start < tokens.count, planned < lengths.count {
      let end = min(start + lengths[planned], tokens.count)
      result.append(Sentence(tokens[start..<end]))
      start = end
      planned += 1
    }
    return result
  }
}
