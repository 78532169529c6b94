import RelataCore
import RelataTestSupport
import Testing

@testable import RelataLanguage

/// What a file of rules means or what is wrong with it.
@Suite("A user's file of rules")
struct UserRulesFileTests {
  private func lines(of yaml: String) -> [String] {
    do throws(RelataError) {
      let rules = try UserRules(yaml: yaml, file: "r.yaml")
      return rules.names.map { "\($0.name), \($0.type.rawValue): \($0.aliases)" }
        + rules.triggers.map { "\($0.kind) \($0.relation) \($0.line) \($0.confidence)" }
        + rules.patterns.map { "\($0.relation) \($0.elements.count) pieces \($0.confidence)" }
    } catch {
      let place = [error.location?.line, error.location?.column].map { $0.map(String.init) ?? "-" }
      return [
        "\(error.code) \(place.joined(separator: ":")) \(error.message)",
        "hint: \(error.hint ?? "")",
      ]
    }
  }

  @Test func `files mean what is approved`() throws {
    for difference in try ApprovedTable("user-rules.txt").differences(lines) {
      Issue.record("\(difference)")
    }
  }

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
}
