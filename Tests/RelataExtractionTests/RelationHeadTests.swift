import RelataAnnotation
import RelataCore
import Testing

@testable import RelataExtraction

/// What the relation and coreference heads add to the rules, with their scores made by hand where the
/// model's own would hide what is tested.
@Suite struct RelationHeadTests {
  /// A text with two named people and one made-up score between them, the trigger a word of it.
  private func extracted(
    _ text: String, _ relation: RelationID, trigger word: String, probability: Double,
    reversed: Bool = false
  ) throws -> [Assertion] {
    var annotated = try Reader.annotate(text)
    let sentence = annotated.sentences[0]
    let trigger = try #require(sentence.tokens.firstIndex { $0.form == word })
    let people = annotated.mentions.filter { $0.type == .person && $0.kind == .name }
    try #require(people.count == 2)
    let (s, o) = reversed ? (people[1], people[0]) : (people[0], people[1])
    annotated.relations = [
      ScoredRelation(
        sentence: 0, subject: try #require(s.entity), subjectTokens: s.tokens,
        object: try #require(o.entity), objectTokens: o.tokens, relation: relation,
        probability: probability, trigger: trigger)
    ]
    return try Reader.shared.get().1.extract(annotated).assertions.filter {
      $0.extractor == RelationHeadRule.name
    }
  }

  @Test func aSureHeadGivesAnAssertionWithItsWordAsTrigger() throws {
    let found = try extracted(
      "Paul Simon mentored Michael Brown.", "advises", trigger: "mentored", probability: 0.98)
    let assertion = try #require(found.first)
    #expect(found.count == 1)
    #expect(assertion.relation == "advises")
    #expect(assertion.status == .asserted)
    #expect(assertion.support?.head == 0.98)
    #expect(assertion.support?.rule == nil)
    #expect(assertion.evidence.trigger == Span(11, 19))
  }

  @Test func anUnsureHeadGivesNone() throws {
    #expect(
      try extracted(
        "Paul Simon mentored Michael Brown.", "advises", trigger: "mentored", probability: 0.1
      ).isEmpty)
  }

  @Test func moodIsReadAtTheTrigger() throws {
    let denied = try extracted(
      "Paul Simon never mentored Michael Brown.", "advises", trigger: "mentored", probability: 0.98)
    #expect(denied.first?.polarity == .negative)
    let planned = try extracted(
      "Paul Simon will mentor Michael Brown.", "advises", trigger: "mentor", probability: 0.98)
    #expect(planned.first?.status == .planned)
  }

  @Test func symmetricRelationsBeginWithTheFirstName() throws {
    let found = try extracted(
      "Paul Simon sat beside Michael Brown.", "met_with", trigger: "sat", probability: 0.98,
      reversed: true)
    #expect(found.first?.evidence.subject == Span(0, 10))
  }

  @Test func typesAreCheckedForTheHeadToo() throws {
    #expect(
      try extracted(
        "Paul Simon mentored Michael Brown.", "located_in", trigger: "mentored", probability: 0.99
      ).isEmpty)
  }

  @Test func theHeadRaisesAndLowersWhatARuleFound() throws {
    func confidence(_ probability: Double) throws -> Double {
      var annotated = try Reader.annotate("Angela Merkel hired Robert Stryk.")
      let people = annotated.mentions
      annotated.relations = [
        ScoredRelation(
          sentence: 0, subject: try #require(people[0].entity), subjectTokens: people[0].tokens,
          object: try #require(people[1].entity), objectTokens: people[1].tokens,
          relation: "hired", probability: probability, trigger: 2)
      ]
      let found = try Reader.shared.get().1.extract(annotated).assertions
      #expect(found.map(\.extractor) == ["rule.verb.v1"])
      return try #require(found.first).confidence
    }
    #expect(try confidence(0.97) > confidence(0.03))
  }
}
