import RelataCore
import RelataTestSupport
import Testing

@testable import RelataExtraction

/// What becomes of proposals and what their confidence is made of, on the trees of `Sentences`.
@Suite struct OutcomeTests {
  private func candidates(
    _ id: String, minimumConfidence: Double = 0,
    changing change: (inout AnnotatedDocument) -> Void = { _ in }
  ) throws -> [CandidateExplanation] {
    var annotated = try Sentences.named(id)
    change(&annotated)
    let extractor = try AssertionExtractor(minimumConfidence: minimumConfidence)
    return extractor.explain(annotated).sentences.flatMap(\.candidates)
  }

  @Test(arguments: [
    ("head-object-of-first", "travelled_to", CandidateOutcome.objected(.otherClause)),
    ("head-conference", "met_with", .objected(.otherClause)),
    ("head-urged", "communicated_with", .objected(.otherClause)),
    ("head-bystander", "controls", .objected(.otherClause)),
    ("head-aside", "owns", .objected(.otherClause)),
    ("branch-head-origin-lawyer", "attacked", .objected(.origin)),
    ("head-origin-owner", "owns", .objected(.origin)),
    ("head-other-role", "leads", .objected(.otherBearer)),
    ("head-title-abroad", "leads", .objected(.otherBearer)),
    ("head-role-beside", "sibling_of", .objected(.otherBearer)),
    ("head-denied-but", "advises", .objected(.polarity)),
    ("arguments-object-troops", "travelled_to", .collectiveObject),
    ("arguments-types-refused", "born_in", .typesRefused),
    ("negation-no-evidence", "paid", .unknownToTheText),
    ("head-and-rule", "hired", .readBy(rule: "rule.verb.v1")),
  ])
  func aRefusalSaysWhy(
    id: String, relation: RelationID, outcome: CandidateOutcome
  ) throws {
    let found = try candidates(id).filter { $0.relation == relation }
    #expect(found.contains { $0.outcome == outcome }, "\(found.map(\.outcome))")
  }

  @Test func whatIsTooUncertainIsRefused() throws {
    let found = try candidates("explained-passive", minimumConfidence: 0.999)
    #expect(found.map(\.outcome) == [.belowFloor])
    #expect(try candidates("explained-passive", minimumConfidence: 0.3).count == 1)
  }

  @Test func furnitureIsExplainedAsNotRead() throws {
    var annotated = try Sentences.named("explained-passive")
    annotated.sentences[0].isFurniture = true
    let explained = try Sentences.extractor.get().explain(annotated)
    #expect(explained.document.assertions.isEmpty)
    #expect(explained.sentences.map(\.isFurniture) == [true])
    #expect(explained.sentences.allSatisfy { $0.candidates.isEmpty && $0.names.isEmpty })
  }

  private func factors(
    _ id: String, changing change: (inout AnnotatedDocument) -> Void = { _ in }
  ) throws -> [ConfidenceScore.Factor] {
    try #require(candidates(id, changing: change).first?.score).factors
  }

  @Test func whatStandsForAnEndLowersAScore() throws {
    #expect(try factors("arguments-troops").contains(.init(reason: .agent, value: 0.95)))
    let relative = try #require(
      candidates("references-he").first { $0.relation == "hired" }?.score)
    #expect(relative.factors.contains(.init(reason: .pronoun, value: 0.85)))
    #expect(relative.ruleScore < relative.precision)
    let unsure = try factors("explained-passive") { $0.mentions[0].score = 0.5 }
    #expect(unsure.contains { $0.reason == .nameScore && abs($0.value - 0.85) < 1e-9 })
  }

  /// The head's own proposals: surer scores, surer names and nearer ends make a surer reading.
  @Test func theHeadsOwnConfidenceFollowsItsEvidence() throws {
    func confidence(_ change: (inout AnnotatedDocument) -> Void = { _ in }) throws -> Double {
      try #require(candidates("head-noun", changing: change).first?.score).confidence
    }
    let known = try confidence()
    #expect(try confidence { $0.relations[0].probability = 0.5 } < known)
    #expect(try confidence { $0.mentions[0].score = 0.5 } < known)
    #expect(try confidence { $0.mentions[1].score = 0.5 } < known)
    #expect(try (0.01...0.99).contains(known))
  }

  @Test(arguments: [
    "rules: 3\n", "rules: {a: 0.5}\n",
    "rules: {a: 0.5}\nhead: {agreement: [1, 2], alone: [1, 2, 3, 4, 5, 6], relations: {}}\n",
    "rules: {a: 0.5}\nhead: {agreement: [1, 2, 3], alone: [1, 2, 3, 4, 5], relations: {}}\n",
  ])
  func aTableThatIsNoneIsRefused(yaml: String) {
    do throws(RelataError) {
      _ = try ConfidenceTable(yaml: yaml, file: "confidence.yaml")
      Issue.record("accepted")
    } catch {
      #expect(error.code == "RL3004")
      #expect(error.location?.file == "confidence.yaml")
    }
  }
}
