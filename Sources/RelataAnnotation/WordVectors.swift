import RelataCore
import RelataInference

/// The encoder's word vectors of a document, kept between the first heads and the pair heads.
///
/// A document of more than ``limit`` words keeps none; its sentences are encoded again when needed, so
/// that memory stays flat.
struct WordVectors {
  /// Words; 3 kB each.
  static let limit = 20_000

  private let width: Int
  private let starts: [Int]
  private let isKept: Bool
  private var storage: [Float]

  init(_ sentences: [Sentence], width: Int, limit: Int = Self.limit) {
    self.width = width
    var starts: [Int] = []
    var count = 0
    for sentence in sentences {
      starts.append(count)
      count += sentence.isFurniture ? 0 : sentence.tokens.count
    }
    self.starts = starts
    isKept = count <= limit
    storage = [Float](repeating: 0, count: isKept ? count * width : 0)
    furniture = sentences.map(\.isFurniture)
  }

  private let furniture: [Bool]

  /// Keeps the vectors of some words of a sentence.
  mutating func keep(_ sentence: Int, _ words: Range<Int>, _ vectors: UnsafePointer<Float>) {
    guard isKept, !furniture[sentence] else { return }
    storage.withUnsafeMutableBufferPointer { storage in
      guard let base = storage.baseAddress else { return }
      (base + (starts[sentence] + words.lowerBound) * width).update(
        from: vectors, count: words.count * width)
    }
  }

  /// Visits the sentences that are not furniture, in order, with the vectors of all their words.
  func forEachSentence(
    of sentences: [Sentence], model: AnnotatorModel, _ body: (Int, UnsafePointer<Float>) -> Void
  ) {
    if isKept {
      storage.withUnsafeBufferPointer { storage in
        guard let base = storage.baseAddress else { return }
        for i in sentences.indices where !furniture[i] && !sentences[i].tokens.isEmpty {
          body(i, base + starts[i] * width)
        }
      }
      return
    }
    var sentence: [Float] = []
    for run in Annotator.stretches(sentences) where !furniture[run.lowerBound] {
      model.encode(sentences[run].map { Letters.modelInput($0) }) { i, words, vectors in
        if words.lowerBound == 0 { sentence.removeAll(keepingCapacity: true) }
        sentence.append(contentsOf: UnsafeBufferPointer(start: vectors, count: words.count * width))
        let index = run.lowerBound + i
        guard words.upperBound == sentences[index].tokens.count else { return }
        sentence.withUnsafeBufferPointer { buffer in
          if let base = buffer.baseAddress { body(index, base) }
        }
      }
    }
  }
}
