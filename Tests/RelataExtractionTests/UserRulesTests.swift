import RelataAnnotation
import RelataCore
import RelataTestSupport
import Testing

@testable import RelataExtraction

@Suite struct UserRulesTests {
  @Test(arguments: [
    ("names:\n  - name: Wagner\n    type: ARMY\n", "RL3008", 3, 11),
    ("names:\n  - nme: Wagner\n", "RL3006", 2, 5),
    ("names:\n  - name: Wagner\n", "RL3007", 2, 5),
    ("nams: []\n", "RL3006", 1, 1),
    ("names: Wagner\n", "RL3007", 1, 8),
    ("names:\n\t- name: x\n", "RL3005", 2, 1),
    ("triggers:\n  hird:\n    verbs: [poach]\n", "RL3008", 3, 5),
    ("triggers:\n  hired:\n    verbs:\n      - poach : x > o\n", "RL3009", 4, 9),
    ("triggers:\n  hired:\n    verb: [poach]\n", "RL3006", 3, 5),
    ("patterns:\n  - relation: owns\n    pattern: \"{subject} owns\"\n", "RL3010", 3, 14),
    ("patterns:\n  - relation: owns\n    pattern: \"{subject}, {object}\"\n", "RL3010", 3, 14),
    (
      "patterns:\n  - relation: owns\n    pattern: \"{subject} {owner} {object}\"\n", "RL3010", 3,
      14
    ),
    ("patterns:\n  - relation: owns\n    pattern: a\n    confidence: 7\n", "RL3007", 4, 17),
    (
      "names:\n  - {name: A, type: PERSON}\n  - {name: B, type: PERSON, aliases: [A]}\n", "RL3011",
      3, 39
    ),
  ])
  func mistakesAreNamedWithTheirPlace(yaml: String, code: String, line: Int, column: Int) {
    do {
      _ = try UserRules(yaml: yaml, file: "rules.yaml")
      Issue.record("accepted: \(yaml)")
    } catch {
      #expect(error.code == code, "\(error)")
      #expect(
        error.location == InputLocation(file: "rules.yaml", line: line, column: column), "\(error)")
      #expect(error.hint != nil)
    }
  }

  @Test func anEmptyFileAddsNothing() throws {
    for yaml in ["", "names:\ntriggers: {}\npatterns: []\n", "# nothing\n"] {
      let rules = try UserRules(yaml: yaml, file: "rules.yaml")
      #expect(rules.names.isEmpty && rules.triggers.isEmpty && rules.patterns.isEmpty)
    }
  }

  private static let rules = """
    names:
      - name: Meridian Trading
        type: ORGANIZATION
        aliases: [Meridian, "MT Holding"]
    triggers:
      hired:
        verbs: [poach]
      funds:
        nouns: ["paymaster : h > of|for"]
        compounds: [bankrolled]
      negotiated_with:
        events: [parley]
    patterns:
      - relation: owns
        pattern: "{object ORGANIZATION}, (a|the) front|unit for|of {subject}"
        confidence: 0.8
    """

  private func readings(_ id: String) throws -> [String] {
    let rules = try UserRules(yaml: Self.rules, file: "rules.yaml")
    let extractor = try AssertionExtractor(userRules: rules, minimumConfidence: 0.3)
    let annotated = Watchlist(rules.names).applied(to: try Sentences.named(id))
    let extracted = extractor.extract(annotated)
    let names = Dictionary(uniqueKeysWithValues: annotated.entities.map { ($0.id, $0.name) })
    return extracted.assertions.map {
      "\(names[$0.subject] ?? "?") | \($0.relation) | \(names[$0.object] ?? "?") | \($0.polarity) \($0.status)"
    }
  }

  @Test(arguments: [
    ("user-verb", "Gazprom | hired | Robert Stryk | positive asserted"),
    ("user-verb-not", "Gazprom | hired | Robert Stryk | negative asserted"),
    (
      "user-noun",
      "Ivan Orlov | funds | Hezbollah | positive asserted"
    ),
    ("user-compound", "Qatar | funds | Hamas | positive asserted"),
    (
      "user-event",
      "Iran | negotiated_with | Pakistan | positive asserted"
    ),
    (
      "user-pattern",
      "Gazprom | owns | Meridian Trading | positive asserted"
    ),
    (
      "user-pattern-claimed",
      "Gazprom | owns | Meridian Trading | positive claimed"
    ),
  ])
  func whatIsAddedIsRead(id: String, reading: String) throws {
    let found = try readings(id)
    #expect(found.contains(reading), "found \(found)")
  }

  @Test(arguments: [
    "patterns:\n  - relation: owns\n    pattern: \"{subject} \(String(repeating: "a ... ", count: 60)){object}\"\n"
  ])
  func aPatternThatIsTooLongIsRefusedByItsName(yaml: String) {
    let error = #expect(throws: RelataError.self) {
      try UserRules(yaml: yaml, file: "rules.yaml")
    }
    #expect(error?.code == "RL3010")
    #expect(error?.location == InputLocation(file: "rules.yaml", line: 3, column: 14))
    #expect(error?.message.contains("{subject} a ...") == true)
  }

  @Test(arguments: ["2", "-0.1", ".nan", ".inf", "high"])
  func aConfidenceIsANumberFromZeroToOne(value: String) {
    let error = #expect(throws: RelataError.self) {
      try UserRules(
        yaml: "triggers:\n  hired:\n    confidence: \(value)\n    verbs: [poach]\n",
        file: "rules.yaml")
    }
    #expect(error?.code == "RL3007")
    #expect(error?.location?.line == 3)
  }

  @Test(arguments: [
    "user-none-1",
    "user-none-2", "user-none-3",
    "user-none-4",
  ])
  func patternsTakeNothingElse(id: String) throws {
    let found = try readings(id).filter { $0.contains("| owns |") || $0.contains("| hired |") }
    #expect(found.isEmpty)
  }

  @Test func aWatchedNameIsOneEntityUnderAllItsForms() throws {
    let rules = try UserRules(yaml: Self.rules, file: "rules.yaml")
    let annotated = Watchlist(rules.names).applied(to: try Sentences.named("user-watched"))
    let entity = try #require(annotated.entities.first { $0.name == "Meridian Trading" })
    #expect(entity.type == .organization)
    let forms = annotated.mentions.filter { $0.entity == entity.id }.map {
      annotated.words($0.span)
    }
    #expect(forms == ["MT Holding", "Meridian"])
    #expect(entity.aliases == ["MT Holding", "Meridian"])
    // Ids stay in order of the text, and every mention's entity is listed.
    #expect(
      annotated.entities.map(\.id.rawValue) == (1...annotated.entities.count).map { "e\($0)" })
    #expect(annotated.mentions.map(\.id) == (1...annotated.mentions.count).map { "m\($0)" })
    let ids = Set(annotated.entities.map(\.id))
    #expect(annotated.mentions.compactMap(\.entity).allSatisfy { ids.contains($0) })
    #expect(Set(annotated.mentions.compactMap(\.entity)) == ids)
  }

  @Test func withoutAMatchTheDocumentStaysAsItWas() throws {
    let rules = try UserRules(yaml: Self.rules, file: "rules.yaml")
    let annotated = try Sentences.named("user-not-watched")
    #expect(Watchlist(rules.names).applied(to: annotated) == annotated)
  }
}
