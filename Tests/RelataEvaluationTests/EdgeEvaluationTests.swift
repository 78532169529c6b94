import Foundation
import RelataCore
import RelataEvaluation
import RelataTestSupport
import Testing

@Suite struct EdgeEvaluationTests {
  private static let gold = """
    {"id":"d1","text":"x","sentences":[[0,1]],"entities":[
     {"id":"g1","name":"Ahmad Massoud","type":"PERSON","aliases":["Mr. Massoud"]},
     {"id":"g2","name":"Robert Stryk","type":"PERSON","aliases":[]},
     {"id":"g3","name":"United States","type":"LOCATION","aliases":["U.S."]}],"relations":[
     {"subject":"g1","relation":"hired","object":"g2","polarity":"positive","status":"asserted","tense":"current","attribution":null,"evidence":{"sentence":0}},
     {"subject":"g3","relation":"supports","object":"g1","polarity":"negative","status":"claimed","tense":"current","attribution":{"entity":null,"text":"officials","cue":"said"},"evidence":{"sentence":0}},
     {"subject":"g2","relation":"met_with","object":"g1","polarity":"positive","status":"asserted","tense":"current","attribution":null,"evidence":{"sentence":0}}]}
    """.replacing("\n", with: "")

  private func score(_ build: (inout DocumentDraft) -> Void) throws -> EdgeEvaluation {
    var draft = DocumentDraft("d1")
    build(&draft)
    let article = try #require(
      try GoldArticle.read(jsonl: Data(Self.gold.utf8), file: "gold.jsonl").first)
    var evaluation = EdgeEvaluation()
    evaluation.add(draft.document, gold: article)
    return evaluation
  }

  @Test func aWrongDirectionIsARightPairButNoRightType() throws {
    let result = try score { draft in
      let (stryk, massoud) = (draft.entity("Robert Stryk"), draft.entity("Massoud"))
      draft.assert(stryk, "hired", massoud)
    }
    #expect(result[.pair].truePositives == 1)
    #expect(result[.typed].truePositives == 0)
    #expect(result[.typed].falsePositives == 1)
    #expect(result[.typed].falseNegatives == 3)
  }

  @Test func symmetricRelationsHaveNoDirection() throws {
    let result = try score { draft in
      let (massoud, stryk) = (draft.entity("Ahmad Massoud"), draft.entity("Robert Stryk"))
      draft.assert(massoud, "met_with", stryk)
    }
    #expect(result[.strict].truePositives == 1)
  }

  @Test func strictNeedsPolarityAndStatus() throws {
    let result = try score { draft in
      let (state, massoud) = (draft.entity("U.S.", .location), draft.entity("Mr. Massoud"))
      draft.assert(state, "supports", massoud)
    }
    #expect(result[.typed].truePositives == 1)
    #expect(result[.strict].truePositives == 0)
    #expect(result[.polarity].falsePositives == 1)
  }

  @Test func anEntityThatTheGoldDoesNotKnowMakesTheEdgeWrong() throws {
    let result = try score { draft in
      let (massoud, other) = (draft.entity("Ahmad Massoud"), draft.entity("Somebody Else"))
      draft.assert(massoud, "hired", other)
    }
    #expect(result[.pair].falsePositives == 1)
    #expect(result[.entities].falsePositives == 1)
  }

  @Test func sayingAThingTwiceCountsOnce() throws {
    let result = try score { draft in
      let (massoud, stryk) = (draft.entity("Ahmad Massoud"), draft.entity("Robert Stryk"))
      draft.assert(massoud, "hired", stryk)
      draft.assert(massoud, "hired", stryk)
    }
    #expect(result[.typed] == PrecisionRecall(truePositives: 1, falseNegatives: 2))
  }

  @Test func theClaimantIsScoredNotOnlyThatThereIsOne() throws {
    func source(_ words: String) throws -> PrecisionRecall {
      try score { draft in
        let (state, massoud) = (draft.entity("U.S.", .location), draft.entity("Mr. Massoud"))
        draft.assert(
          state, "supports", massoud, polarity: .negative, status: .claimed, claimantText: words)
      }[.attributionSource]
    }
    #expect(try source("two officials") == PrecisionRecall(truePositives: 1))
    #expect(try source("the lobbyist") == PrecisionRecall(falsePositives: 1))
  }

  @Test func anEdgeThatNobodyClaimsHasNoClaimantToScore() throws {
    let result = try score { draft in
      let (massoud, stryk) = (draft.entity("Ahmad Massoud"), draft.entity("Robert Stryk"))
      draft.assert(massoud, "hired", stryk, claimantText: "officials")
    }
    #expect(result[.attributionSource] == PrecisionRecall())
    #expect(result[.attribution] == PrecisionRecall(falsePositives: 1))
  }

  @Test func aHigherThresholdLeavesSureEdgesOnly() throws {
    let result = try score { draft in
      let (massoud, stryk) = (draft.entity("Ahmad Massoud"), draft.entity("Robert Stryk"))
      draft.assert(massoud, "hired", stryk, confidence: 0.9)
      draft.assert(stryk, "hired", massoud, confidence: 0.4)
    }
    let at = Dictionary(uniqueKeysWithValues: zip(EdgeEvaluation.thresholds, result.byThreshold[0]))
    #expect(at[0.4]?.falsePositives == 1)
    #expect(at[0.45]?.falsePositives == 0)
    #expect(at[0.9]?.truePositives == 1)
    #expect(at[0.95]?.truePositives == 0)
    #expect(result.calibration.bins.map(\.count).reduce(0, +) == 2)
  }

  @Test func everyErrorHasOneCause() throws {
    let result = try score { draft in
      let (massoud, stryk) = (draft.entity("Ahmad Massoud"), draft.entity("Robert Stryk"))
      draft.assert(stryk, "hired", massoud)
      draft.assert(massoud, "paid", draft.entity("Somebody Else"))
    }
    #expect(result.errors.faults == [.direction: 1, .entity: 1])
    let missed = result.errors.misses
    #expect(missed.values.reduce(0, +) == result[.typed].falseNegatives)
    #expect(missed[.direction] == 1)
    #expect(missed[.type] == 1)
    #expect(result.errors.cases.count == 5)
  }

  @Test func aBrokenLineIsNamed() {
    let error = #expect(throws: RelataError.self) {
      try GoldArticle.read(jsonl: Data("\(Self.gold)\n\n{oops".utf8), file: "gold.jsonl")
    }
    #expect(error?.location == InputLocation(file: "gold.jsonl", line: 3))
  }
}
