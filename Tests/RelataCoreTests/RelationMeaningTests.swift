import RelataCore
import Testing

/// What the entries of the shipped schema say must hang together.
@Suite struct RelationMeaningTests {
  private let schema = RelationSchema.standard

  @Test func nothingIsBothSymmetricAndOneWay() {
    #expect(schema.relations(where: { $0.isSymmetric && $0.isOneWay }).isEmpty)
    #expect(!schema.relations(where: \.isOneWay).isEmpty)
  }

  @Test func onlyAStateLapsesAndOnlyWhatIsNominalIsARole() {
    #expect(schema.relations(where: { $0.lapses && $0.aspect == .event }).isEmpty)
    #expect(schema.relations(where: { $0.isRole && !$0.isNominal }).isEmpty)
    #expect(schema.relations(where: { $0.isAgentive && !$0.isNominal }).isEmpty)
  }

  @Test func whatIsFixedIsNeitherWantedNorOver() {
    for relation in schema.relations where relation.isFixed {
      #expect(!relation.isVolitional)
      #expect(!relation.lapses)
    }
    #expect(Set(schema.relations(where: \.isFixed)).isSuperset(of: ["born_in", "child_of"]))
    #expect(schema["spouse_of"]?.isFixed == false)
  }

  @Test func nearnessIsMutualAndNeverToItself() {
    for relation in schema.relations {
      #expect(!relation.near.contains(relation.id))
      for other in relation.near {
        #expect(schema[other]?.near.contains(relation.id) == true, "\(relation.id) \(other)")
      }
    }
    #expect(schema.isNear("leads", "employed_by") && schema.isNear("employed_by", "leads"))
    #expect(schema.isNear("paid", .other) && schema.isNear(.other, "paid"))
    #expect(!schema.isNear("paid", "killed"))
    #expect(schema.isNear("killed", "killed"))
  }

  @Test func everyRelationHasMoreThanItsEnds() throws {
    #expect(schema["owns"]?.amounts == [.money, .share])
    #expect(schema["paid"]?.amounts == [.money])
    #expect(schema["met_with"]?.amounts == [])
    #expect(schema["travelled_to"]?.allowsMetonymicObject == false)
    #expect(schema["attacked"]?.allowsMetonymicObject == true)
    let nouns = try #require(schema["represents"]?.nouns)
    #expect(nouns.takesArticle && nouns.preposition == "for" && nouns.words.contains("lawyer"))
    #expect(schema["leads"]?.nouns?.takesArticle == false)
  }

  // MARK: A schema of the user's

  private static func schema(_ lines: String...) throws -> RelationSchema {
    try RelationSchema(
      yaml: """
        version: 1
        relations:
        \(lines.map { "  - {\($0)}" }.joined(separator: "\n"))
          - {id: other, family: other, domain: [ANY], range: [ANY], symmetric: false, label: a, inverse: b}
        """, file: "my.yaml")
  }

  private static let mentors =
    "id: mentors, family: kin, domain: [PERSON], range: [PERSON], symmetric: false, label: mentors, inverse: mentored by"
  private static let rivals =
    "id: rivals, family: alliance, domain: [ACTOR], range: [ACTOR], symmetric: true, label: rivals, inverse: rivals"

  @Test func withoutMoreWordsNothingIsReadBoldly() throws {
    let schema = try Self.schema(Self.mentors, Self.rivals)
    let mentors = try #require(schema["mentors"])
    #expect(mentors.aspect == .state)
    #expect(mentors.isVolitional && mentors.allowsMetonymicObject)
    #expect(
      !(mentors.isOneWay || mentors.lapses || mentors.isFixed || mentors.isStanding
        || mentors.isNominal || mentors.isRole || mentors.isAgentive || mentors.isAttended))
    #expect(mentors.amounts.isEmpty && mentors.phrases.isEmpty && mentors.near.isEmpty)
    #expect(mentors.nouns == nil)
    #expect(try #require(schema["rivals"]).isVolitional == false)
    let made = RelationType(
      id: "mentors", family: .kin, domain: [.person], range: [.person], isSymmetric: false,
      label: "mentors", inverseLabel: "mentored by")
    #expect(made == mentors)
  }

  @Test func everyKeyIsRead() throws {
    let all = """
      \(Self.mentors), one_way: true, aspect: event, lapses: true, fixed: true, standing: true, \
      nominal: true, role: true, agentive: true, attended: true, metonymic_object: false, \
      amounts: [share], phrases: [taught], nouns: {preposition: of, words: [teacher]}, near: [rivals]
      """
    let schema = try Self.schema(all, Self.rivals)
    let mentors = try #require(schema["mentors"])
    #expect(
      mentors.isOneWay && mentors.lapses && mentors.isFixed && mentors.isStanding
        && mentors.isNominal && mentors.isRole && mentors.isAgentive && mentors.isAttended)
    #expect(mentors.aspect == .event && !mentors.isVolitional && !mentors.allowsMetonymicObject)
    #expect(mentors.amounts == [.share] && mentors.phrases == ["taught"])
    #expect(mentors.nouns == .init(words: ["teacher"], preposition: "of"))
    #expect(mentors.near == ["rivals"] && schema["rivals"]?.near == ["mentors"])
    #expect(
      try #require(Self.schema("\(Self.mentors), fixed: true, volitional: true")["mentors"])
        .isVolitional)
  }

  @Test(arguments: [
    ("\(mentors), near: [foes]", "foes"), ("\(mentors), near: [mentors]", "mentors"),
    ("\(rivals), one_way: true", "one-way"), ("\(mentors), aspect: habit", "habit"),
    ("\(mentors), amounts: [metres]", "metres"),
  ])
  func contradictionsAndUnknownWordsAreRefused(entry: String, reason: String) {
    let error = #expect(throws: RelataError.self) { try Self.schema(entry) }
    #expect(error?.code == "RL3001")
    #expect(error?.message.contains(reason) == true)
  }
}
