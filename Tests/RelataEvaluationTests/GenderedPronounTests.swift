import RelataCore
import RelataEvaluation
import Testing

@Suite struct GenderedPronounTests {
  private static let heading =
    "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL\n"
  private static let rows =
    "1\tAnna met Zoë, and she spoke.\tshe\t18\tAnna\t0\tTRUE\tZoë\t9\tFALSE\tu\n"
    + "2\tPaul met Dr. Karl Kern. He left.\tHe\t24\tPaul\t0\tFALSE\tKarl Kern\t13\tTRUE\tu\n"

  private func passages() throws -> [GenderedPronoun] {
    try GenderedPronoun.read(tsv: Self.heading + Self.rows, file: "gap.tsv")
  }

  @Test func answersAreCountedByGender() throws {
    let passages = try passages()
    #expect(passages.map(\.isFeminine) == [true, false])
    var evaluation = GenderedPronounEvaluation()
    // Right: Anna and not Zoë.
    evaluation.add(predicted: [[Span(0, 4), Span(18, 21)]], gold: passages[0])
    // Wrong: Paul instead of Kern, who stands in a cluster of his own.
    evaluation.add(
      predicted: [[Span(0, 4), Span(24, 26)], [Span(9, 22), Span(1, 2)]], gold: passages[1])
    #expect(evaluation.feminine == PrecisionRecall(truePositives: 1))
    #expect(evaluation.masculine == PrecisionRecall(falsePositives: 1, falseNegatives: 1))
    #expect(evaluation.overall.f1 == 0.5)
    #expect(evaluation.accuracy == 0.5)
    #expect(evaluation.bias == 0)
    #expect(evaluation.joinedNames == 0)
  }

  @Test func aNameIsFoundInsideItsTitleOrByItsPart() throws {
    let kern = try passages()[1]
    for name in [Span(13, 22), Span(9, 22), Span(18, 22)] {
      var evaluation = GenderedPronounEvaluation()
      evaluation.add(predicted: [[name, kern.pronoun]], gold: kern)
      #expect(evaluation.masculine == PrecisionRecall(truePositives: 1), "\(name)")
    }
    // A mention of exactly the name comes before a longer one around it.
    var evaluation = GenderedPronounEvaluation()
    evaluation.add(
      predicted: [[Span(0, 22), kern.pronoun], [Span(13, 22), Span(5, 8)]], gold: kern)
    #expect(evaluation.masculine.truePositives == 0)
  }

  @Test func oneClusterOfBothNamesIsToldApart() throws {
    let anna = try passages()[0]
    var evaluation = GenderedPronounEvaluation()
    evaluation.add(predicted: [[Span(0, 4), Span(9, 12), Span(18, 21)]], gold: anna)
    #expect(evaluation.joinedNames == 1)
    #expect(evaluation.feminine == PrecisionRecall(truePositives: 1, falsePositives: 1))
  }

  @Test func offsetsThatDoNotFitAreRefusedWithTheirLine() {
    let error = #expect(throws: RelataError.self) {
      try GenderedPronoun.read(
        tsv: Self.heading + Self.rows + "3\tHe left.\tHe\t1\tHe\t0\tTRUE\tHe\t0\tTRUE\tu\n",
        file: "gap.tsv")
    }
    #expect(error?.code == "RL8104")
    #expect(error?.location == InputLocation(file: "gap.tsv", line: 4))
  }
}
