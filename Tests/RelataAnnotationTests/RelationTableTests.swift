import RelataCore
import RelataTestSupport
import Testing

@testable import RelataAnnotation

/// What the relation head finds between names and the words that stand for them, with the shipped weights.
///
/// Only what it finds surely and rightly: the rest is measured, not approved.
@Suite("Relations of the head, as approved")
struct RelationTableTests {
  private func read(_ text: String) throws -> [String] {
    let document = try AnnotatedTableTests.annotator.get().annotate(text)
    return document.relations.filter { $0.probability >= 0.5 }.map { score in
      let tokens = document.sentences[score.sentence].tokens
      func words(_ range: Range<Int>) -> String {
        tokens[range].map(\.form).joined(separator: " ")
      }
      let ends = [score.subject, score.object].map { id in
        document.entities.first { $0.id == id }?.name ?? "?"
      }
      return "\(score.sentence + 1) \(words(score.subjectTokens)) (\(ends[0])) \(score.relation) "
        + "\(words(score.objectTokens)) (\(ends[1])) by \(tokens[score.trigger].form)"
    }
  }

  @Test func `relations are found as approved`() throws {
    for difference in try ApprovedTable("relations.txt").differences({ try read($0) }) {
      Issue.record("\(difference)")
    }
  }
}
