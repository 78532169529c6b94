import Testing

@testable import RelataInference

@Suite struct SentenceBreaksTests {
  private func breaks(
    _ probabilities: [Double], starts: Set<Int> = [0], fixed: Set<Int> = []
  ) -> [Int] {
    SentenceBreaks.all(words: probabilities.count, starts: starts, fixed: fixed) {
      probabilities[$0]
    }
  }

  @Test func theFirstWordAlwaysBeginsASentence() {
    #expect(breaks([0, 0, 0]) == [0])
    #expect(breaks([0, 0], starts: []) == [0])
    #expect(breaks([], starts: []) == [])
  }

  @Test func onlyASureModelMakesABorder() {
    #expect(breaks([1, 0.5, 0.89, 0.95]) == [0, 3])
  }

  @Test func aBorderByRuleStaysUnlessTheModelIsSureOfTheOpposite() {
    #expect(breaks([1, 0.05, 0.3, 0], starts: [0, 1, 2]) == [0, 2])
  }

  @Test func whatTheLayoutSaysStays() {
    #expect(breaks([1, 0, 0], starts: [0, 1], fixed: [1]) == [0, 1])
  }
}
