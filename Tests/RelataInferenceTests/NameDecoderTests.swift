import RelataTestSupport
import Testing

@testable import RelataInference

@Suite("Name decoding")
struct NameDecoderTests {
  private let types = 2
  private var labels: Int { 1 + 4 * types }

  private func isLegal(_ labels: [Int]) -> Bool {
    var open: Int?
    for label in labels {
      let position = label == 0 ? nil : (label - 1) % 4
      let type = (label - 1) / 4
      switch (position, open) {
      case (nil, nil), (3, nil): break
      case (0, nil): open = type
      case (1, .some(let t)) where t == type: break
      case (2, .some(let t)) where t == type: open = nil
      default: return false
      }
    }
    return open == nil
  }

  @Test(arguments: 1...4)
  func `labels are legal and as probable as any legal ones`(words: Int) {
    let decoder = NameDecoder(labelCount: labels)
    var generator = SeededGenerator(seed: UInt64(words))
    for _ in 0..<10 {
      let scores = (0..<words * labels).map { _ in Float.random(in: -5...0, using: &generator) }
      func total(_ path: [Int]) -> Float {
        path.enumerated().reduce(0) { $0 + scores[$1.offset * labels + $1.element] }
      }
      var best = -Float.infinity
      var path = [Int](repeating: 0, count: words)
      func assign(_ word: Int) {
        if word == words {
          if isLegal(path) { best = max(best, total(path)) }
          return
        }
        for label in 0..<labels {
          path[word] = label
          assign(word + 1)
        }
      }
      assign(0)
      let found = decoder.decode(scores, words: words)
      #expect(isLegal(found))
      #expect(abs(total(found) - best) < 1e-4)
    }
  }

  @Test func `names are read from labels`() {
    let decoder = NameDecoder(labelCount: labels)
    // B-0 I-0 E-0 O S-1
    let names = decoder.names([1, 2, 3, 0, 8])
    #expect(names.map(\.words) == [0..<3, 4..<5])
    #expect(names.map(\.type) == [0, 1])
  }
}
