import RelataCore
import Testing

@testable import RelataExtraction

/// Every rule is a value in one registry: named, trusted above the floor, and true to its examples.
@Suite struct RuleRegistryTests {
  @Test func idsAreUniqueAndCarryAVersion() {
    let ids = RuleRegistry.rules.map(\.id)
    #expect(Set(ids).count == ids.count)
    for rule in RuleRegistry.rules {
      let parts = rule.id.split(separator: ".")
      #expect(parts.count == 3 && parts[2].first == "v" && Int(parts[2].dropFirst()) != nil)
      #expect(!rule.construction.isEmpty)
      #expect(RuleRegistry.rule(rule.id) == rule)
    }
    #expect(RuleRegistry.rule("rule.verb.v0") == nil)
  }

  @Test func everyProposerSpeaksForRulesOfTheRegistry() {
    let proposers = AssertionExtractor.proposers + [PatternRule(patterns: []), RelationHeadRule()]
    let rules = proposers.flatMap(\.rules)
    #expect(Set(rules) == Set(RuleRegistry.rules))
    #expect(rules.count == RuleRegistry.rules.count)
  }

  /// An inert rule would be one that finds and is dropped for want of a number.
  @Test(arguments: RuleRegistry.rules)
  func aRuleIsTrustedAboveTheFloor(rule: Rule) throws {
    switch rule.trust {
    case .author, .head: break
    case .stated(let precision, let reason):
      #expect(precision > AssertionExtractor.standardConfidence && precision < 1)
      #expect(!reason.isEmpty)
    case .measured:
      // A weak construction counts where the relation head sees the same; alone it has to be better than even.
      let table = try ConfidenceTable.standard()
      let precision = try #require(table.precision(of: rule))
      let agreed = table.confidence(ofRule: precision, head: 0.99)
      #expect(agreed > AssertionExtractor.standardConfidence && precision < 1, "\(rule.id)")
    }
  }

  @Test(arguments: RuleRegistry.rules.filter { $0.trust != .author && !$0.isLearnt })
  func everyConstructionHasExamplesOfBothKinds(rule: Rule) {
    #expect(rule.examples.contains { $0.isRead } && rule.examples.contains { !$0.isRead })
  }
}
