import RelataEvaluation
import Testing

@Suite struct BootstrapIntervalTests {
  private func documents(_ count: Int) -> [PrecisionRecall] {
    (0..<count).map {
      PrecisionRecall(truePositives: $0 % 3, falsePositives: 1, falseNegatives: $0 % 2)
    }
  }

  @Test func holdsTheValueAndIsRepeatable() throws {
    let documents = documents(40)
    let total = documents.reduce(into: PrecisionRecall()) { $0 += $1 }
    let interval = try #require(BootstrapInterval(documents, \.f1))
    #expect(interval.low < total.f1 && total.f1 < interval.high)
    let again = try #require(BootstrapInterval(documents, \.f1))
    #expect(interval.low == again.low && interval.high == again.high)
  }

  @Test func moreDocumentsGiveANarrowerInterval() throws {
    let few = try #require(BootstrapInterval(documents(12), \.precision))
    let many = try #require(BootstrapInterval(documents(600), \.precision))
    #expect(many.high - many.low < few.high - few.low)
  }

  @Test func equalDocumentsLeaveNoDoubt() throws {
    let same = [PrecisionRecall](
      repeating: PrecisionRecall(truePositives: 1, falsePositives: 1), count: 5)
    let interval = try #require(BootstrapInterval(same, \.precision))
    #expect(interval.low == 0.5 && interval.high == 0.5)
  }

  @Test func oneDocumentTellsNothing() {
    #expect(BootstrapInterval(documents(1), \.f1) == nil)
    #expect(BootstrapInterval([PrecisionRecall](), \.f1) == nil)
  }
}

@Suite struct CalibrationTests {
  @Test func perfectConfidenceHasNoError() {
    var table = Calibration()
    for i in 0..<10 { table.add(confidence: 0.8, isRight: i < 8) }
    #expect(abs(table.expectedError) < 1e-12)
    #expect(table.bins[8].count == 10)
    #expect(abs(table.bins[8].precision - 0.8) < 1e-12)
  }

  @Test func theErrorIsWeightedByAssertions() {
    var table = Calibration()
    for _ in 0..<3 { table.add(confidence: 0.95, isRight: false) }
    table.add(confidence: 0.25, isRight: false)
    #expect(abs(table.expectedError - (3 * 0.95 + 0.25) / 4) < 1e-12)
  }

  @Test func theEndsOfTheScaleFallIntoBins() {
    var table = Calibration()
    table.add(confidence: 0, isRight: false)
    table.add(confidence: 1, isRight: true)
    #expect(table.bins[0].count == 1)
    #expect(table.bins[9].count == 1)
    #expect(Calibration().expectedError == 0)
  }

  @Test func tooSureAndTooModestDoNotCancelInTheError() {
    var table = Calibration()
    table.add(confidence: 1, isRight: false)
    table.add(confidence: 0, isRight: true)
    #expect(table.expectedError == 1 && table.overconfidence == 0)
  }

  @Test func nonsenseIsClampedAndHalvesAddUp() {
    var halves = [Calibration(), Calibration()]
    halves[0].add(confidence: 7, isRight: true)
    halves[1].add(confidence: -1, isRight: false)
    halves[1].add(confidence: .nan, isRight: false)
    halves[0] += halves[1]
    #expect(halves[0].expectedError == 0)
    #expect(halves[0].bins.map(\.count).reduce(0, +) == 3)
  }
}
