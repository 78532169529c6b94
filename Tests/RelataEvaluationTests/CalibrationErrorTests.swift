import RelataEvaluation
import Testing

@Suite struct CalibrationErrorTests {
  @Test func statedAndTrueSharesAreComparedInBins() {
    var error = CalibrationError(bins: 10)
    // Four answers at 0.95 of which three are right, one at 0.2 that is wrong.
    for isRight in [true, true, true, false] { error.add(confidence: 0.95, isRight: isRight) }
    error.add(confidence: 0.25, isRight: false)
    #expect(abs(error.value - (4 * 0.2 + 0.25) / 5) < 1e-12)
    #expect(abs(error.overconfidence - (4 * 0.2 + 0.25) / 5) < 1e-12)
    #expect(error.answers == 5)
  }

  @Test func tooSureAndTooModestDoNotCancel() {
    var error = CalibrationError(bins: 2)
    error.add(confidence: 1, isRight: false)
    error.add(confidence: 0, isRight: true)
    #expect(error.value == 1 && error.overconfidence == 0)
  }

  @Test func nothingIsZeroAndNonsenseIsClamped() {
    var error = CalibrationError()
    #expect(error.value == 0)
    error.add(confidence: 7, isRight: true)
    error.add(confidence: -1, isRight: false)
    error.add(confidence: .nan, isRight: false)
    #expect(error.value == 0)
  }

  @Test func halvesAddUp() {
    var whole = CalibrationError()
    var halves = [CalibrationError(), CalibrationError()]
    for i in 0..<100 {
      whole.add(confidence: Double(i) / 100, isRight: i.isMultiple(of: 3))
      halves[i % 2].add(confidence: Double(i) / 100, isRight: i.isMultiple(of: 3))
    }
    halves[0] += halves[1]
    #expect(abs(halves[0].value - whole.value) < 1e-12)
  }
}
