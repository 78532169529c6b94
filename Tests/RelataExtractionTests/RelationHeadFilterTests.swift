import RelataAnnotation
import RelataCore
import Testing

@testable import RelataExtraction

/// What the relation head is not believed, and what it is believed about status, with made-up scores of 0.98.
@Suite struct RelationHeadFilterTests {
  private static let stated = MoodScores(
    negative: 0, claimed: 0, planned: 0, hypothetical: 0, former: 0)

  /// Assertions of the head for one made-up score between two names of the text, given by their words.
  private func extracted(
    _ text: String, _ subject: String, _ relation: RelationID, _ object: String, trigger: String,
    moods: MoodScores? = nil
  ) throws -> [Assertion] {
    var annotated = try Reader.annotate(text)
    let sentence = annotated.sentences[0]
    let word = try #require(sentence.tokens.firstIndex { $0.form == trigger })
    func end(_ name: String) throws -> (entity: EntityID, tokens: Range<Int>) {
      let mention = try #require(
        annotated.mentions.first { annotated.words($0.span) == name && $0.sentence == 0 },
        "no name \(name) in \(text)")
      return (try #require(mention.entity), mention.tokens)
    }
    let (s, o) = (try end(subject), try end(object))
    annotated.relations = [
      ScoredRelation(
        sentence: 0, subject: s.entity, subjectTokens: s.tokens, object: o.entity,
        objectTokens: o.tokens, relation: relation, probability: 0.98, trigger: word, moods: moods)
    ]
    return try Reader.shared.get().1.extract(annotated).assertions.filter {
      $0.extractor == RelationHeadRule.name
    }
  }

  @Test func whoActsInAnotherRoleBearsNoTitle() throws {
    #expect(
      try extracted(
        "Iran's president mentored Paul Simon.", "Paul Simon", "leads", "Iran", trigger: "president"
      ).isEmpty)
    #expect(
      try extracted(
        "Canada will mentor President Paul Simon.", "Paul Simon", "leads", "Canada",
        trigger: "President"
      ).isEmpty)
  }

  @Test func aRoleBesideANameBelongsToSomebodyElse() throws {
    #expect(
      try extracted(
        "The jury heard Paul Simon and the brother of Michael Brown.", "Paul Simon", "sibling_of",
        "Michael Brown", trigger: "brother"
      ).isEmpty)
  }

  @Test func theObjectOfOneVerbIsNotTheSubjectOfTheNext() throws {
    let text = "Paul Simon thanked Angela Merkel and flew to Vienna."
    #expect(
      try extracted(text, "Angela Merkel", "travelled_to", "Vienna", trigger: "flew").isEmpty)
  }

  @Test func whoAttendsTheSameConferenceNeedNotMeet() throws {
    func met(_ text: String, _ trigger: String) throws -> Int {
      try extracted(text, "Anna Kern", "met_with", "Paul Simon", trigger: trigger).count
    }
    #expect(
      try met("Anna Kern and Paul Simon attended a shipping conference in Athens.", "conference")
        == 0)
    #expect(
      try met(
        "Mary Stone, Anna Kern and Paul Simon attended a shipping conference in Athens.",
        "conference") == 0)
  }

  @Test func anOriginDoesNotAct() throws {
    let text = "A French banker mentored Michael Brown."
    #expect(try extracted(text, "French", "advises", "Michael Brown", trigger: "mentored").isEmpty)
    let troops = "French troops escorted Michael Brown."
    #expect(
      try !extracted(troops, "French", "supports", "Michael Brown", trigger: "escorted").isEmpty)
  }

  @Test func aSureHeadWeakensTheStatus() throws {
    let text = "Paul Simon mentored Michael Brown."
    func status(_ moods: MoodScores) throws -> AssertionStatus? {
      try extracted(
        text, "Paul Simon", "advises", "Michael Brown", trigger: "mentored", moods: moods
      )
      .first?.status
    }
    var moods = Self.stated
    #expect(try status(moods) == .asserted)
    moods.planned = 0.6
    #expect(try status(moods) == .asserted)
    moods.planned = 0.9
    #expect(try status(moods) == .planned)
  }

  @Test func onlyWhatLastsIsLiftedOutOfAClaim() throws {
    let place = "Officials said a bomb exploded near NATO in Kabul."
    #expect(
      try extracted(place, "NATO", "located_in", "Kabul", trigger: "in", moods: Self.stated).first?
        .status
        == .asserted)
    let deed = "Officials said Paul Simon mentored Michael Brown."
    #expect(
      try extracted(
        deed, "Paul Simon", "advises", "Michael Brown", trigger: "mentored", moods: Self.stated
      ).first?.status == .claimed)
  }
}
