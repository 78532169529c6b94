import Foundation
import Testing

@testable import RelataAnnotation
@testable import RelataInference

/// What the training code computed from the quantised weights for a few sentences.
private struct ParityCase: Decodable {
  var words: [String]
  var spaceBefore: [Bool]
  var sentences: [[Int]]
  var pieceIDs: [[Int32]]
  var nerLogits: [[Float]]
  var uposLogits: [[Float]]
  var xposLogits: [[Float]]
  var arcScores: [[Float]]
  /// Head of each word within its sentence, counted from 1; 0 for the root.
  var heads: [Int]
  var deprels: [String]
  var nerTags: [String]

  var inputs: [[InputWord]] {
    sentences.map { bounds in
      (bounds[0]..<bounds[1]).map { InputWord(words[$0], spaceBefore: spaceBefore[$0]) }
    }
  }
}

@Suite("Parity with the training code")
struct ParityTests {
  /// Largest accepted difference of a logit; both sides round activations to 8 bits, and one rounding
  /// that falls the other way moves a logit by a few hundredths.
  static let tolerance: Float = 0.15

  let model: AnnotatorModel
  private let cases: [ParityCase]

  init() throws {
    let folder = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
    let weights = try #require(Annotator.defaultWeights())
    model = try AnnotatorModel(weightFile: weights.path)
    cases = try JSONDecoder().decode(
      [ParityCase].self, from: Data(contentsOf: folder.appendingPathComponent("parity.json")))
  }

  private func difference(_ a: ArraySlice<Float>, _ b: [Float]) -> Float {
    zip(a, b).reduce(0) { max($0, abs($1.0 - $1.1)) }
  }

  @Test func `pieces are equal and logits agree within the tolerance`() throws {
    #expect(!cases.isEmpty)
    let c = model.configuration
    var worst: Float = 0
    for parity in cases {
      let scores = model.scores(parity.inputs)
      #expect(scores.pieces == parity.pieceIDs)
      for (word, outputs) in scores.outputs.enumerated() {
        let ner = c.nerLabels.count
        let upos = ner + c.uposLabels.count
        worst = max(worst, difference(outputs[..<ner], parity.nerLogits[word]))
        worst = max(worst, difference(outputs[ner..<upos], parity.uposLogits[word]))
        worst = max(
          worst, difference(outputs[upos..<upos + c.xposLabels.count], parity.xposLogits[word]))
      }
      for (row, expected) in zip(try #require(scores.arcs.first), parity.arcScores) {
        // The diagonal (a word as its own head) means nothing.
        worst = max(worst, difference(row[...], expected) / 2)
      }
    }
    print("largest difference from the training code: \(worst)")
    #expect(worst <= Self.tolerance)
  }

  @Test func `names and trees are those of the training code`() {
    let c = model.configuration
    for parity in cases {
      let predictions = model.predict(parity.inputs)
      var tags = [String](repeating: "O", count: parity.words.count)
      for (bounds, prediction) in zip(parity.sentences, predictions) {
        for name in prediction.names {
          let type = c.nerTypes[name.type]
          for i in name.words {
            let position = name.words.count == 1
              ? "S" : i == name.words.lowerBound ? "B" : i == name.words.upperBound - 1 ? "E" : "I"
            tags[bounds[0] + i] = "\(position)-\(type)"
          }
        }
      }
      #expect(tags == parity.nerTags)
      #expect(predictions.flatMap(\.heads).map { $0 + 1 } == parity.heads)
      #expect(predictions.flatMap(\.deprels).map { c.deprelLabels[$0] } == parity.deprels)
    }
  }
}
