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
  /// First word, end and form of the mentions of the window, and the pair heads' scores of them: (later,
  /// earlier) by later, without features, and relations of the first sentence's by subject.
  var mentions: [[Int]]?
  var antecedentScores: [Double]?
  var relationScores: [[Double]]?
  /// Scores of the ways of stating each of those relations.
  var moodScores: [[Double]]?
  /// Score of each word as the first of a sentence.
  var startLogits: [Float]

  var inputs: [[InputWord]] {
    sentences.map { bounds in
      (bounds[0]..<bounds[1]).map { InputWord(words[$0], spaceBefore: spaceBefore[$0]) }
    }
  }
}

@Suite("Parity with the training code")
struct ParityTests {
  /// Largest accepted difference of a tag score.
  ///
  /// Activations are rounded to 8 bits at 24 places; adding noise
  /// of one millionth to the training code's own embeddings moves its scores by up to 0.32.
  static let tolerance: Float = 0.6
  /// The same for arc scores, which that noise moves by up to 0.85.
  static let arcTolerance: Float = 1.7
  /// Largest accepted mean difference; a wrong computation shows here first.
  static let meanTolerance: Float = 0.05

  let model: AnnotatorModel
  private let cases: [ParityCase]

  init() throws {
    let folder = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
    let weights = try #require(Annotator.defaultWeights())
    model = try AnnotatorModel(weightFile: weights.path)
    cases = try JSONDecoder().decode(
      [ParityCase].self, from: Data(contentsOf: folder.appendingPathComponent("parity.json")))
  }

  /// Largest and summed differences of pairs of scores.
  private struct Difference {
    var largest: Float = 0
    var sum: Float = 0
    var count: Float = 0
    var mean: Float { sum / max(count, 1) }

    mutating func add(_ a: some Sequence<Float>, _ b: some Sequence<Float>) {
      for (x, y) in zip(a, b) {
        largest = max(largest, abs(x - y))
        sum += abs(x - y)
        count += 1
      }
    }
  }

  @Test func `pieces are equal and scores agree within the tolerance`() throws {
    #expect(!cases.isEmpty)
    let c = model.configuration
    var tags = Difference()
    var arcs = Difference()
    var starts = Difference()
    for parity in cases {
      let scores = model.scores(parity.inputs)
      #expect(scores.pieces == parity.pieceIDs)
      for (word, outputs) in scores.outputs.enumerated() {
        tags.add(
          outputs, parity.nerLogits[word] + parity.uposLogits[word] + parity.xposLogits[word])
        // A tag that the training code is sure of must be the same.
        let start = c.nerLabels.count
        let upos = Array(outputs[start..<start + c.uposLabels.count])
        let expected = parity.uposLogits[word].sorted(by: >)
        if expected[0] - expected[1] > 2 * Self.tolerance {
          #expect(best(upos) == best(parity.uposLogits[word]))
        }
      }
      starts.add(scores.starts, parity.startLogits)
      for (row, expected) in zip(try #require(scores.arcs.first), parity.arcScores) {
        arcs.add(row, expected)
      }
    }
    #expect(tags.largest <= Self.tolerance)
    #expect(starts.mean <= Self.meanTolerance * 4 && starts.count > 0)
    #expect(arcs.largest <= Self.arcTolerance)
    #expect(tags.mean <= Self.meanTolerance)
    #expect(arcs.mean <= Self.arcTolerance / 10)
  }

  private func best(_ scores: [Float]) -> Int? { scores.indices.max { scores[$0] < scores[$1] } }

  /// Ties of the rounding noise may fall the other way, but only few.
  @Test func `names and trees are those of the training code`() {
    let c = model.configuration
    var words = 0
    var equal = (tags: 0, heads: 0, relations: 0)
    for parity in cases {
      let predictions = model.predict(parity.inputs)
      var tags = [String](repeating: "O", count: parity.words.count)
      for (bounds, prediction) in zip(parity.sentences, predictions) {
        for name in prediction.names {
          let type = c.nerTypes[name.type]
          for i in name.words {
            let position =
              name.words.count == 1
              ? "S" : i == name.words.lowerBound ? "B" : i == name.words.upperBound - 1 ? "E" : "I"
            tags[bounds[0] + i] = "\(position)-\(type)"
          }
        }
      }
      words += tags.count
      equal.tags += zip(tags, parity.nerTags).count { $0 == $1 }
      equal.heads += zip(predictions.flatMap(\.heads), parity.heads).count { $0 + 1 == $1 }
      equal.relations += zip(predictions.flatMap(\.deprels), parity.deprels).count {
        c.deprelLabels[$0] == $1
      }
    }
    #expect(Double(equal.tags) >= 0.97 * Double(words))
    #expect(Double(equal.heads) >= 0.95 * Double(words))
    #expect(Double(equal.relations) >= 0.95 * Double(words))
  }

  /// The word vectors of a case's window, all sentences one after the other.
  private func vectors(_ parity: ParityCase) -> [Float] {
    var all: [Float] = []
    _ = model.predict(parity.inputs) { _, words, pointer in
      all += UnsafeBufferPointer(start: pointer, count: words.count * model.vectorWidth)
    }
    return all
  }

  @Test func `antecedents and relations are those of the training code`() throws {
    var seen = 0
    var relations = Difference()
    var moods = Difference()
    for parity in cases {
      guard let mentions = parity.mentions, let expected = parity.antecedentScores,
        let expectedRelations = parity.relationScores, let expectedMoods = parity.moodScores
      else { continue }
      seen += 1
      let scorer = try #require(model.pairScorer())
      let inputs = mentions.enumerated().map { n, m in
        MentionInput(words: m[0]..<m[1], form: m[2], head: m[0], role: n % MentionInput.roles)
      }
      let vectors = vectors(parity)
      try vectors.withUnsafeBufferPointer { buffer in
        let base = try #require(buffer.baseAddress)
        scorer.begin(vectors: base, mentions: inputs)
        let links = inputs.map { _ in
          scorer.antecedent { _, _, values in
            for i in values.indices { values[i] = 0 }
            return true
          }
        }
        var at = 0
        for (later, link) in links.enumerated() {
          let scores = expected[at..<at + later]
          at += later
          let odds = scores.map { exp($0) }
          let best = scores.max() ?? 0
          #expect(
            abs((link?.probability ?? 0) - (best > 0 ? exp(best) / (1 + odds.reduce(0, +)) : 0))
              < 0.15)
        }
        let bounds = parity.sentences[0]
        let here = inputs.filter { $0.words.upperBound <= bounds[1] }
        let found = scorer.relations(
          vectors: base, tree: (0..<bounds[1]).map { $0 - 1 }, mentions: here
        ) { _, _ in true }
        var row = 0
        for s in here.indices {
          for o in here.indices where s != o {
            for (label, logit) in expectedRelations[row].enumerated() {
              let p = found.first { $0.subject == s && $0.object == o && $0.relation == label }?
                .probability
              let probability = 1 / (1 + exp(-logit))
              relations.add([Float(p ?? min(probability, 0.02))], [Float(probability)])
            }
            if let scored = found.first(where: { $0.subject == s && $0.object == o }) {
              moods.add(
                scored.moods.map { Float($0) },
                expectedMoods[row].map { Float(1 / (1 + exp(-$0))) })
            }
            row += 1
          }
        }
      }
    }
    #expect(seen >= 5)
    #expect(relations.largest < 0.15)
    #expect(relations.mean < 0.002)
    #expect(moods.count > 0 && moods.mean < 0.02)
  }
}
