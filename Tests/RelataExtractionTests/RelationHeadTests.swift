import RelataCore
import RelataTestSupport
import Testing

@testable import RelataExtraction

/// What the relation head's scores make of confidence; what they make of readings is in `head.conllu`.
@Suite struct RelationHeadTests {
  private func assertion(_ id: String, probability: Double? = nil) throws -> Assertion {
    var annotated = try Sentences.named(id)
    if let probability { annotated.relations[0].probability = probability }
    return try #require(Sentences.extractor.get().extract(annotated).assertions.first)
  }

  @Test func aHeadsOwnAssertionKeepsItsWordAndProbability() throws {
    let found = try assertion("head-noun")
    #expect(found.support == .init(rule: nil, head: 0.98))
    #expect(found.evidence.trigger == Span(13, 21))
  }

  @Test func symmetricRelationsBeginWithTheFirstName() throws {
    #expect(try assertion("head-symmetric").evidence.subject == Span(0, 12))
  }

  @Test func theHeadRaisesAndLowersWhatARuleFound() throws {
    let (sure, unsure) = try (
      assertion("head-and-rule", probability: 0.97), assertion("head-and-rule", probability: 0.03)
    )
    #expect(sure.extractor == "rule.verb.v1")
    #expect(sure.support?.head == 0.97)
    #expect(sure.support?.rule == unsure.support?.rule)
    #expect(sure.confidence > unsure.confidence)
  }
}
