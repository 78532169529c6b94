import RelataCore
import Testing

/// The log as a file that people read and keep.
@Suite struct DecisionFileTests {
  private let log = [
    Decision(
      id: "d1", kind: .merge, when: "2026-11-30T10:00:00Z", by: "Änna: \"Kern\"",
      reason: "- no\nyes",
      sides: [
        [NameAnchor(type: .person, name: "jho low", document: DocumentID("a-1"))],
        [NameAnchor(type: .person, name: "12", document: DocumentID("true"))],
      ]),
    Decision(
      id: "d2", kind: .reject, when: "2026-11-30T10:00:01Z",
      relation: RelationAnchor(
        type: "hired", polarity: .negative, status: .claimed, tense: .former, predicate: nil,
        statements: [
          StatementAnchor(
            document: DocumentID("a-1"),
            subject: NameAnchor(type: .person, name: "jho low", document: DocumentID("a-1")),
            object: NameAnchor(type: .location, name: "france", document: nil),
            quote: "He said: “no”, # and left.")
        ])),
    Decision(id: "d3", kind: .undo, when: "2026-11-30T10:00:02Z", undoes: "d1"),
  ]

  @Test func `what is written is read back, and once more gives the same bytes`() throws {
    let yaml = try DecisionFile(log).yaml()
    let read = try DecisionFile(yaml: yaml, file: "d.yaml")
    #expect(read.decisions == log)
    #expect(try read.yaml() == yaml)
    #expect(yaml.contains("Änna") && yaml.hasPrefix("# What people decided"))
    #expect(try DecisionFile(yaml: try DecisionFile([]).yaml(), file: "d").decisions == [])
  }

  @Test(arguments: [
    "", "- a", "version: 2\ndecisions: []", "version: 1", "a: [",
    "version: 1\ndecisions:\n- {id: d1, kind: marry, when: now}",
    "version: 1\ndecisions:\n- {id: x, kind: hide, when: now}",
    "version: 1\ndecisions:\n- {id: d1, kind: undo, when: now}",
    "version: 1\ndecisions:\n- {id: d1, kind: hide, when: a}\n- {id: d1, kind: hide, when: b}",
    "version: 1\ndecisions:\n- {id: d1, kind: merge, when: now, sides: [[{type: X, name: a}]]}",
  ]) func `what is no file of decisions is refused`(yaml: String) {
    #expect {
      try DecisionFile(yaml: yaml, file: "d.yaml")
    } throws: { error in
      (error as? RelataError)?.code == "RL4013"
    }
  }

  @Test func `who undoes an undoing brings the first back`() {
    func undone(_ pairs: [(String, String?)]) -> Set<String> {
      Decision.undone(
        in: pairs.map { Decision(id: $0, kind: $1 == nil ? .hide : .undo, when: "", undoes: $1) })
    }
    #expect(undone([("d1", nil)]) == [])
    #expect(undone([("d1", nil), ("d2", "d1")]) == ["d1"])
    #expect(undone([("d1", nil), ("d2", "d1"), ("d3", "d2")]) == ["d2"])
    #expect(undone([("d1", nil), ("d2", "d1"), ("d3", "d2"), ("d4", "d3")]) == ["d1", "d3"])
  }
}
