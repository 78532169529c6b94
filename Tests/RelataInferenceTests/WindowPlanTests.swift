import RelataTestSupport
import Testing

@testable import RelataInference

@Suite("Windows")
struct WindowPlanTests {
  @Test func `short sentences share a window, a long one is alone, a longer one is cut`() {
    let plan = WindowPlan(
      pieceCounts: [[3, 4], [2], [5, 5, 5], [9, 9, 9, 9], [1]], shared: 10, long: 20)
    let shape = plan.windows.map {
      $0.map { [$0.sentence, $0.words.lowerBound, $0.words.upperBound] }
    }
    #expect(
      shape == [[[0, 0, 2], [1, 0, 1]], [[2, 0, 3]], [[3, 0, 2]], [[3, 2, 4]], [[4, 0, 1]]])
  }

  @Test(arguments: 0..<20)
  func `every word is in exactly one window and no window is too long`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let counts = (0..<30).map { _ in
      (0..<Int.random(in: 0...90, using: &generator)).map { _ in
        Int.random(in: 1...16, using: &generator)
      }
    }
    let plan = WindowPlan(pieceCounts: counts, shared: 126, long: 510)
    for window in plan.windows {
      let pieces = window.reduce(0) { $0 + counts[$1.sentence][$1.words].reduce(0, +) }
      #expect(pieces <= (window.count == 1 ? 510 : 126))
    }
    let words = plan.windows.flatMap {
      $0.flatMap { part in part.words.map { [part.sentence, $0] } }
    }
    let all = counts.indices.flatMap { s in counts[s].indices.map { [s, $0] } }
    #expect(words == all)
  }
}
