import RelataAnnotation
import RelataCore
import RelataLanguage
import RelataTestSupport
import Testing

@testable import RelataExtraction

@Suite struct UserRulesTests {
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
