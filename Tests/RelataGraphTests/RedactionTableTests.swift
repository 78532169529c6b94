import RelataCore
import RelataGraph
import RelataTestSupport
import Testing

/// What is left of a text to the letter, and what is told of it.
@Suite struct RedactionTableTests {
  @Test func `texts are left as the table says`() throws {
    let differences = try ApprovedTable("redaction.txt").differences { text in
      let graph = RedactedFormTests.graph([text])
      let redacted = Redaction(of: [EntityID("nora")], in: graph).redacting(graph)
      let quotes = redacted.graph.relations.flatMap(\.evidence)
        .filter { $0.document == DocumentID("d\(WrittenName.statements.count)") }.map(\.quote)
      // What the statements themselves leave undecided is not of the case.
      let statements = RedactedFormTests.graph()
      let known = Redaction(of: [EntityID("nora")], in: statements).redacting(statements).undecided
      let undecided = redacted.undecided.filter { $0.value > known[$0.key] ?? 0 }.keys.sorted()
        .map { "  \($0.words): \($0.reason.rawValue)\($0.isHidden ? ", hidden" : "")" }
      return quotes + undecided
    }
    for difference in differences { Issue.record("\(difference)") }
  }
}
