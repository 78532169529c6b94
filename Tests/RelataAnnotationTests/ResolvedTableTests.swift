import RelataCore
import RelataLanguage
import RelataTestSupport
import Testing

@testable import RelataAnnotation

/// Whom pronouns and descriptions are taken for by rules over trees, and which roles people are given.
@Suite("References by rule, as approved")
struct ResolvedTableTests {
  private static let lemmatizer = Lemmatizer()

  private func read(_ line: String) -> [String] {
    var text = BracketedText(line) { Self.lemmatizer.lemma($0, upos: $1, xpos: $2) }
    text.refer { ReferenceResolver.resolve(&$0) }
    let document = text.document
    let references = document.resolved.map { reference in
      let word = document.sentences[reference.sentence].tokens[reference.token].form
      let score = reference.method == .head ? " by the head \(reference.score)" : ""
      return "\(reference.sentence + 1) \(word) = "
        + reference.entities.map { text.name($0) }.joined(separator: ", ") + score
    }
    let roles = document.entities.filter { !$0.roles.isEmpty }.map {
      "\($0.name): \($0.roles.joined(separator: " / "))"
    }
    return references + roles
  }

  @Test func `references are as approved`() throws {
    for difference in try ApprovedTable("resolved.txt").differences({ read($0) }) {
      Issue.record("\(difference)")
    }
  }
}
