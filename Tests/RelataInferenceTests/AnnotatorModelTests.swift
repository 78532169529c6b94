import CRelataKernels
import RelataTestSupport
import Testing

@testable import RelataInference

@Suite("Annotator model")
struct AnnotatorModelTests {
  private func model(_ path: relata_path = relata_path_best()) throws -> AnnotatorModel {
    try WeightFileDraft.with(TinyWeightFile().bytes()) {
      try AnnotatorModel(weightFile: $0, kernels: path)
    }
  }

  private func sentences(seed: UInt64, longest: Int = 40) -> [[InputWord]] {
    var generator = SeededGenerator(seed: seed)
    let forms = ["a", "ab", "New", "York", "é", "xxxx", "🚢", "", "\u{300}", "abababab"]
    return (0..<9).map { _ in
      (0..<Int.random(in: 0...longest, using: &generator)).map { _ in
        InputWord(
          forms.randomElement(using: &generator) ?? "a",
          spaceBefore: Bool.random(using: &generator))
      }
    }
  }

  private func pieces(_ word: String, _ space: Bool) throws -> [Int32] {
    let model = try model()
    let workspace = model.takeWorkspace()
    return model.pieces(
      of: [InputWord("z", spaceBefore: true), InputWord(word, spaceBefore: space)], workspace)[1]
  }

  @Test func `pieces are the best segmentation`() throws {
    // ▁a (−2) + b (−2.5) beats ▁ (−3) + ab (−2.25).
    #expect(try pieces("ab", true) == [5, 6])
    #expect(try pieces("ab", false) == [7])
    #expect(try pieces("NewYork", true) == [9, 10])
  }

  @Test func `compatibility forms are normalised and unknown scalars fused`() throws {
    #expect(try pieces("e\u{301}", false) == [11])
    #expect(try pieces("🚢🚢é🚢", false) == [3, 11, 3])
    #expect(try pieces("", true) == [3])
    #expect(try pieces("\u{3000}", true) == [3])
  }

  @Test func `long words keep both ends and at most 16 pieces`() throws {
    let long = String(repeating: "x", count: 300)
    #expect(try pieces(long, false) == [Int32](repeating: 12, count: 16))
    #expect(try pieces("é" + long + "b", false).first == 11)
    #expect(try pieces("é" + long + "b", false).last == 6)
  }

  @Test(arguments: 0..<8)
  func `every sentence gets tags and one tree`(seed: Int) throws {
    let model = try model()
    let inputs = sentences(seed: UInt64(seed), longest: seed == 0 ? 150 : 40)
    let predictions = model.predict(inputs)
    #expect(predictions.count == inputs.count)
    for (input, prediction) in zip(inputs, predictions) {
      #expect(prediction.upos.count == input.count)
      #expect(prediction.deprels.count == input.count)
      #expect(prediction.heads.filter { $0 == -1 }.count == min(input.count, 1))
      for (i, head) in prediction.heads.enumerated() {
        #expect(head < input.count && head != i)
        #expect((head == -1) == (prediction.deprels[i] == 3))
      }
      for name in prediction.names {
        #expect((0...1).contains(name.score))
        #expect(name.words.upperBound <= input.count && !name.words.isEmpty)
      }
    }
  }

  @Test(arguments: 0..<6)
  func `sentences whose borders may move keep every word, once and in order`(seed: Int) throws {
    let model = try model()
    let inputs = sentences(seed: UInt64(seed), longest: seed == 0 ? 150 : 40)
    var seen: [Int: Int] = [:]
    let free = model.predict(inputs, isFixed: inputs.map { _ in false }) { sentence, words, _ in
      #expect(seen[sentence, default: 0] == words.lowerBound)
      seen[sentence] = words.upperBound
    }
    var position = 0
    for (words, prediction) in free {
      #expect(words.lowerBound == position && !words.isEmpty)
      position = words.upperBound
      #expect(prediction.heads.count == words.count)
      #expect(prediction.heads.filter { $0 == -1 }.count == 1)
    }
    #expect(position == inputs.reduce(0) { $0 + $1.count })
    for (i, input) in inputs.enumerated() { #expect(seen[i, default: 0] == input.count) }
  }

  @Test func `all instruction sets, repeated calls and threads agree`() async throws {
    let inputs = sentences(seed: 5)
    let expected = try model(RELATA_PATH_PORTABLE).predict(inputs)
    for path in [RELATA_PATH_AVX2, RELATA_PATH_AVX512_VNNI, RELATA_PATH_NEON]
    where relata_path_available(path) == 1 {
      #expect(try model(path).predict(inputs) == expected)
    }
    let shared = try model()
    await withTaskGroup(of: [SentencePrediction].self) { group in
      for _ in 0..<8 { group.addTask { shared.predict(inputs) } }
      for await result in group { #expect(result == expected) }
    }
  }
}
