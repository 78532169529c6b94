import Foundation

/// How probable the model finds what was decided about a word.
public struct WordConfidence: Hashable, Sendable {
  /// Of the part of speech, 0…1.
  public var upos: Double
  /// Of the head, 0…1.
  public var head: Double
}

extension AnnotatorModel {
  /// The probabilities of decisions about sentences, in the windows that `predict` uses.
  ///
  /// - Parameters:
  ///   - sentences: Words of consecutive sentences.
  ///   - upos: Indices of labels, one for each word.
  ///   - heads: Indices of words, −1 for the root.
  /// - Returns: One array a sentence; empty for sentences beyond a long window.
  /// - Complexity: As predicting, and as much memory as one window has scores.
  public func confidences(
    _ sentences: [[InputWord]], upos: [[Int]], heads: [[Int]]
  ) -> [[WordConfidence]] {
    let workspace = takeWorkspace()
    let counts = sentences.map { pieces(of: $0, workspace).map(\.count) }
    giveBack(workspace)
    let plan = WindowPlan(
      pieceCounts: counts, shared: configuration.maxWindowPieces, long: configuration.maxLongPieces)
    var result = [[WordConfidence]](repeating: [], count: sentences.count)
    for window in plan.windows {
      guard window.allSatisfy({ $0.words.count == sentences[$0.sentence].count }) else { continue }
      let scores = scores(window.map { sentences[$0.sentence] })
      let first = configuration.nerLabels.count
      var word = 0
      for (part, arcs) in zip(window, scores.arcs) {
        let s = part.sentence
        result[s] = arcs.indices.map { i in
          let tags = scores.outputs[word + i][first..<first + configuration.uposLabels.count]
          return WordConfidence(
            upos: Self.probability(of: upos[s][i], in: Array(tags)),
            head: Self.probability(of: heads[s][i] + 1, in: arcs[i]))
        }
        word += arcs.count
      }
    }
    return result
  }

  /// Softmax of one score; 0 for an index outside.
  private static func probability(of index: Int, in scores: [Float]) -> Double {
    guard scores.indices.contains(index), let top = scores.max() else { return 0 }
    let sum = scores.reduce(0.0) { $0 + exp(Double($1 - top)) }
    return exp(Double(scores[index] - top)) / sum
  }
}
