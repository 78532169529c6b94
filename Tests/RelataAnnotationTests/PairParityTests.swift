import Foundation
import RelataInference
import Testing

@testable import RelataAnnotation

/// The large model computes what the training code computes, on texts written for it.
///
/// The training code wrote `pair-parity.json` with weights and activations rounded as the runtime rounds
/// them; mentions are every third word.
@Suite struct PairParityTests {
  private struct PairParityCase: Decodable {
    var words: [String]
    var sentences: [[Int]]
    /// Lengths of the word vectors.
    var norms: [Float]
    /// The first numbers of the first word's vector.
    var first: [Float]
    var mentions: [[Int]]?
    var relationScores: [[Float]]?
  }

  private let cases: [PairParityCase]
  private let model: PairModel

  init() throws {
    let folder = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
    cases = try JSONDecoder().decode(
      [PairParityCase].self,
      from: Data(contentsOf: folder.appendingPathComponent("pair-parity.json")))
    model = try PairModel(
      weightFile: try #require(Annotator.defaultWeights(for: .large)).path)
  }

  private func inputs(_ parity: PairParityCase) -> [[InputWord]] {
    parity.sentences.map { bounds in
      parity.words[bounds[0]..<bounds[1]].map { InputWord($0, spaceBefore: true) }
    }
  }

  /// Vectors are some 20 long; a wrong bias, shape or position shows far above the rounding noise.
  @Test func `word vectors are those of the training code`() {
    #expect(!cases.isEmpty)
    for parity in cases {
      var norms: [Float] = []
      var first: [Float] = []
      model.forEachSentence(of: inputs(parity)) { i, pointer in
        for word in 0..<parity.sentences[i][1] - parity.sentences[i][0] {
          let vector = UnsafeBufferPointer(
            start: pointer + word * model.vectorWidth, count: model.vectorWidth)
          if norms.isEmpty { first = Array(vector.prefix(parity.first.count)) }
          norms.append(vector.reduce(0) { $0 + $1 * $1 }.squareRoot())
        }
      }
      #expect(norms.count == parity.norms.count)
      let differences = zip(norms, parity.norms).map { abs($0 - $1) / $1 }
      #expect((differences.max() ?? 1) < 0.03)
      let scale = parity.first.reduce(0) { $0 + abs($1) } / Float(parity.first.count)
      let mean = zip(first, parity.first).reduce(0) { $0 + abs($1.0 - $1.1) } / Float(first.count)
      // Rounding noise of twelve layers is some 11 %; without the bias by position it is above 80 %.
      #expect(mean < 0.2 * scale)
    }
  }

  @Test func `relations are those of the training code`() throws {
    var differences: [Double] = []
    var sure = 0
    for parity in cases {
      guard let mentions = parity.mentions, let scores = parity.relationScores, !scores.isEmpty
      else { continue }
      let bounds = parity.sentences[0]
      let here = mentions.enumerated().compactMap { n, m in
        m[1] <= bounds[1]
          ? MentionInput(words: m[0]..<m[1], form: m[2], head: m[0], role: n % MentionInput.roles)
          : nil
      }
      // The scorer takes a sentence's first mentions alone.
      let used = min(here.count, PairScorer.pairedMentions)
      model.forEachSentence(of: inputs(parity)) { i, pointer in
        guard i == 0 else { return }
        let found = model.pairScorer().relations(
          vectors: pointer, tree: (0..<bounds[1]).map { $0 - 1 }, mentions: here
        ) { _, _ in true }
        var row = 0
        for s in here.indices {
          for o in here.indices where s != o {
            defer { row += 1 }
            guard s < used, o < used else { continue }
            for (label, logit) in scores[row].enumerated() {
              let expected = 1 / (1 + exp(-Double(logit)))
              let score = found.first {
                $0.subject == s && $0.object == o && $0.relation == label
              }
              differences.append(abs((score?.probability ?? min(expected, 0.02)) - expected))
              if expected > 0.3 { sure += 1 }
            }
          }
        }
      }
    }
    #expect(sure > 0, "no case of the fixture states a relation")
    #expect((differences.max() ?? 1) < 0.2)
    #expect(differences.reduce(0, +) / Double(differences.count) < 0.002)
  }
}
