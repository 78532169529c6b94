import RelataCore
import RelataTestSupport
import Testing

@testable import RelataAnnotation

/// Short texts read with the shipped weights: entities, what pronouns and descriptions stand for, clusters.
///
/// Only texts that are read right; what the weights get wrong is measured, not approved.
@Suite("Annotation, as approved")
struct AnnotatedTableTests {
  static let annotator: Result<Annotator, any Error> = Result { try Annotator() }

  private func read(_ text: String) throws -> [String] {
    let document = try Self.annotator.get().annotate(text)
    let names = Dictionary(uniqueKeysWithValues: document.entities.map { ($0.id, $0.name) })
    var lines = document.entities.map { entity in
      var line = "\(entity.id.rawValue) = \(entity.name), \(entity.type.rawValue)"
      if !entity.aliases.isEmpty { line += "; also \(entity.aliases.joined(separator: " / "))" }
      if !entity.roles.isEmpty { line += "; role \(entity.roles.joined(separator: " / "))" }
      return line
    }
    lines += document.mentions.filter { $0.entity == nil }.map {
      "\(document.words($0.span)): \($0.type.rawValue)"
    }
    lines += document.references.map {
      "\(document.words($0.span)) → \($0.entity.flatMap { names[$0] } ?? "?") \($0.kind.rawValue)"
    }
    lines += document.clusters.map { "[" + $0.map(document.words).joined(separator: " | ") + "]" }
    return lines
  }

  @Test func `texts are read as approved`() throws {
    for difference in try ApprovedTable("annotated.txt").differences({ try read($0) }) {
      Issue.record("\(difference)")
    }
  }

  /// Word, tags, relation and head, dictionary form.
  private func parse(_ text: String) throws -> [String] {
    try Self.annotator.get().annotate(text).sentences.flatMap { sentence in
      sentence.tokens.map { token in
        let head = token.head < 0 ? "root" : sentence.tokens[token.head].form
        return
          "\(token.form) \(token.upos.rawValue) \(token.xpos) \(token.deprel) \(head) \(token.lemma)"
      }
    }
  }

  @Test func `words have the approved tags, heads and dictionary forms`() throws {
    for difference in try ApprovedTable("parsed.txt").differences({ try parse($0) }) {
      Issue.record("\(difference)")
    }
  }
}
