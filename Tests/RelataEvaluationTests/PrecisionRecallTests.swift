import RelataEvaluation
import Testing

@Suite struct PrecisionRecallTests {
  @Test func countsAddUp() {
    var sum = PrecisionRecall(predicted: ["a", "b", "c"], gold: ["b", "c", "d", "e"])
    #expect(sum == PrecisionRecall(truePositives: 2, falsePositives: 1, falseNegatives: 2))
    sum += PrecisionRecall(predicted: ["x"], gold: ["x"])
    #expect(sum.precision == 0.75)
    #expect(sum.recall == 0.6)
    #expect(abs(sum.f1 - 2 * 0.75 * 0.6 / 1.35) < 1e-12)
  }

  @Test func nothingPredictedAndNothingToFindAreZeroNotNaN() {
    #expect(PrecisionRecall().precision == 0)
    #expect(PrecisionRecall().recall == 0)
    #expect(PrecisionRecall().f1 == 0)
  }
}
