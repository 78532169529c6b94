import RelataCore
import RelataEvaluation
import Testing

/// Figures of published worked examples, so that a scorer that agrees with itself alone is seen.
@Suite struct CoreferenceEvaluationTests {
  /// Clusters written as letters: each stands for a span of its own.
  private func clusters(_ words: String...) -> [[Span]] {
    words.map { word in word.utf8.map { Span(Int($0), Int($0) + 1) } }
  }

  private func score(_ predicted: [[Span]], _ gold: [[Span]]) -> CoreferenceEvaluation {
    var evaluation = CoreferenceEvaluation()
    evaluation.add(predicted: predicted, gold: gold)
    return evaluation
  }

  private func near(_ value: Double, _ expected: Double, within: Double = 0.0005) -> Bool {
    abs(value - expected) < within
  }

  /// Pradhan and others 2014, section 5: key {a,b,c} {d,e,f,g}, response {a,b} {c,d} {f,g,h,i}.
  @Test func theExampleOfTheReferenceScorer() {
    let result = score(clusters("ab", "cd", "fghi"), clusters("abc", "defg"))
    #expect(near(result.muc.recall, 2.0 / 5) && near(result.muc.precision, 2.0 / 5))
    #expect(near(result.muc.f1, 0.40))
    #expect(near(result.bCubed.recall, 35.0 / 12 / 7) && near(result.bCubed.precision, 0.50))
    #expect(near(result.bCubed.f1, 0.4545))
    #expect(near(result.ceaf.recall, 0.65) && near(result.ceaf.precision, 1.3 / 3))
    #expect(near(result.ceaf.f1, 0.52))
    #expect(near(result.meanF1, (0.40 + 0.454545 + 0.52) / 3))
    #expect(result.mentions.truePositives == 6)
    #expect(result.mentions.falsePositives == 2 && result.mentions.falseNegatives == 1)
  }

  /// Luo 2005, table 1: one key, four responses.
  ///
  /// Singletons, which his figures count, are left out here.
  @Test(arguments: [
    (["12345", "6789ABC"], 0.947, 0.865, 0.733),
    (["1234589ABC", "67"], 0.947, 0.737, 0.667),
    (["123456789ABC"], 0.900, 0.545, 0.294),
  ])
  func theExamplesOfTheInventorOfCEAF(
    response: [String], muc: Double, bCubed: Double, ceaf: Double
  ) {
    let result = score(
      response.flatMap { clusters($0) }, clusters("12345", "67", "89ABC"))
    #expect(near(result.muc.f1, muc) && near(result.bCubed.f1, bCubed))
    #expect(near(result.ceaf.f1, ceaf))
  }

  @Test func theTruthItselfScoresOneAndNothingScoresZero() {
    let gold = clusters("abc", "de", "fghij")
    let perfect = score(gold.reversed().map { $0.reversed() }, gold)
    #expect(near(perfect.meanF1, 1, within: 1e-12))
    for nothing in [score([], gold), score(gold, []), score([], [])] {
      #expect(nothing.meanF1 == 0)
    }
  }

  @Test func singletonsCountOnNeitherSideAndASpanCountsOnce() {
    let gold = clusters("ab", "c")
    #expect(score(clusters("ab", "d", "e"), gold).meanF1 == 1)
    // The second cluster repeats a mention of the first and so is one mention only.
    #expect(score(clusters("ab", "bc"), gold).meanF1 == 1)
    #expect(score(clusters("aab"), gold).meanF1 == 1)
  }

  @Test func documentsAreSummedNotAveraged() {
    var both = score(clusters("abcdefgh"), clusters("abcdefgh"))
    both.add(predicted: [], gold: clusters("ab"))
    #expect(near(both.muc.recall, 7.0 / 8) && both.muc.precision == 1)
    #expect(near(both.ceaf.recall, 1.0 / 2))
    #expect(both.documents == 2)
  }

  @Test func clustersInColumnsNestAndCross() throws {
    let text = """
      # begin document x
      0\tDurham\t(3(4)
      1\tUniversity\t_
      2\t,\t_
      3\tUnited\t(2|(5
      4\tKingdom\t2)3)
      5\tit\t5)
      6\tIt\t(3)
      7\tthere\t(4)
      8\tit\t(2)

      """
    let read = try ClusterColumnReader().documents(in: text, file: "x.conll")
    #expect(read.count == 1)
    #expect(read[0].words.count == 9)
    #expect(read[0].clusters == [[0..<1, 7..<8], [0..<5, 6..<7], [3..<5, 8..<9], [3..<6]])
    let document = read[0].document(id: "x")
    #expect(document.text.string == "Durham University, United Kingdom it It there it")
    let spans = try #require(read[0].clusters(in: document))
    #expect(document.text[spans[1][0]] == "Durham University, United Kingdom")
  }

  @Test(arguments: ["0\tHe\t(1\n", "0\tHe\t1)\n", "0\tHe\t()\n", "He\t(1)\n", "0\tHe\tx\n"])
  func bracketsThatDoNotFitAreRefusedWithTheirLine(text: String) {
    let error = #expect(throws: RelataError.self) {
      try ClusterColumnReader().documents(in: text, file: "x.conll")
    }
    #expect(error?.code == "RL8103" && error?.location?.file == "x.conll")
  }

  @Test func clustersOfAnotherDocumentAreRefused() throws {
    let columns = ClusterColumnReader.Columns(words: ["It", "rains"], clusters: [])
    let other = ClusterColumnReader.Columns(words: ["It", "snows"], clusters: [])
    #expect(columns.clusters(in: other.document(id: "")) == nil)
    #expect(columns.clusters(in: columns.document(id: "")) == [])
  }
}
