import RelataTestSupport
import Testing

@testable import RelataInference

@Suite("Maximum spanning tree")
struct MaximumSpanningTreeTests {
  /// Every legal tree by trying all head assignments; for few words.
  private func bestByTrying(_ scores: [Float], words: Int) -> Float {
    var best = -Float.infinity
    var heads = [Int](repeating: 0, count: words)
    func isTree() -> Bool {
      guard heads.filter({ $0 == 0 }).count == 1 else { return false }
      for word in 0..<words {
        var node = word + 1
        for _ in 0...words where node != 0 { node = heads[node - 1] }
        if node != 0 { return false }
      }
      return true
    }
    func assign(_ word: Int) {
      if word == words {
        if isTree() { best = max(best, total(scores, heads, words)) }
        return
      }
      for head in 0...words where head != word + 1 {
        heads[word] = head
        assign(word + 1)
      }
    }
    assign(0)
    return best
  }

  private func total(_ scores: [Float], _ heads: [Int], _ words: Int) -> Float {
    heads.enumerated().reduce(0) { $0 + scores[$1.offset * (words + 1) + $1.element] }
  }

  @Test(arguments: 1...5)
  func `the tree is legal and as good as any`(words: Int) {
    var generator = SeededGenerator(seed: UInt64(words))
    for _ in 0..<40 {
      let scores = (0..<words * (words + 1)).map { _ in Float.random(in: -9...9, using: &generator)
      }
      let heads = MaximumSpanningTree.heads(scores, words: words, stride: words + 1)
      #expect(heads.filter { $0 == 0 }.count == 1)
      #expect(abs(total(scores, heads, words) - bestByTrying(scores, words: words)) < 1e-4)
    }
  }

  @Test func `large random sentences have one root and no cycle`() {
    var generator = SeededGenerator(seed: 7)
    let words = 120
    let scores = (0..<words * (words + 1)).map { _ in Float.random(in: -9...9, using: &generator) }
    let heads = MaximumSpanningTree.heads(scores, words: words, stride: words + 1)
    #expect(heads.filter { $0 == 0 }.count == 1)
    for word in 1...words {
      var node = word
      var steps = 0
      while node != 0, steps <= words {
        node = heads[node - 1]
        steps += 1
      }
      #expect(node == 0)
    }
  }

  /// Two words like each other best, the third and what they became each other, and so on to the last.
  private func nestedCycles(words: Int) -> [Float] {
    var scores: [Float] = []
    for word in 1...words {
      for head in 0...words { scores.append(head == 0 ? -1000 : -Float(max(word, head))) }
    }
    return scores
  }

  @Test func `cycles within cycles become one tree`() {
    for words in 2...40 {
      let scores = nestedCycles(words: words)
      let heads = MaximumSpanningTree.heads(scores, words: words, stride: words + 1)
      #expect(heads.filter { $0 == 0 }.count == 1)
      // Whatever hangs where, each word but the root costs at least its number, or the next one's.
      #expect(total(scores, heads, words) == -1000 - Float((2...words).reduce(0, +)))
    }
  }

  @Test(arguments: [50, 100, 300])
  func `however its cycles nest, a sentence costs no more than its words times its words`(
    words: Int
  ) {
    for scores in [nestedCycles(words: words), [Float](repeating: 1, count: words * (words + 1))] {
      var tree = MaximumSpanningTree(scores, words: words, stride: words + 1)
      tree.grow()
      // Two looks at each row: of n words, and of fewer than n cycles made of them.
      #expect(tree.scoresRead <= 4 * (words + 1) * (words + 1))
    }
  }

  @Test func `no words give no heads`() {
    #expect(MaximumSpanningTree.heads([], words: 0, stride: 1).isEmpty)
  }
}
