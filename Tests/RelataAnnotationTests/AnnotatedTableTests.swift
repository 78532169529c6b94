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

  /// A long document's words are encoded again in the windows they were in: furniture between, sentences
  /// that the model joined or cut.
  @Test func `a document with furniture is read alike whether vectors are kept or made again`()
    throws
  {
    let text = SourceText(
      "Anna Kern left Oslo. She met Paul Lund. MOST READ Nobody left. He thanked her. Share this. She left him."
    )
    let annotator = try Self.annotator.get()
    for furniture in [
      [Span(41, 63)], [Span(0, 20)], [Span(0, 20), Span(41, 63), Span(79, 90)], [],
    ] {
      let document = annotator.annotate(
        Document(id: DocumentID("d"), source: "t", text: text, furniture: furniture))
      var again = document
      again.references = []
      again.clusters = []
      annotator.readPairs(
        &again, WordVectors(document.sentences, width: annotator.vectorWidth, limit: 0))
      #expect(again == document)
      #expect(!document.references.isEmpty)
      #expect(
        document.sentences.filter(\.isFurniture).allSatisfy { sentence in
          furniture.contains { $0.contains(sentence.span) }
        })
    }
  }

  @Test func `names that are known take the place of the model's`() throws {
    let text = SourceText("anna kern met the lund crew. Oslo slept. Furniture Kern.")
    let names: [(span: Span, type: EntityType)] = [
      (Span(18, 27), .organization), (Span(0, 9), .person), (Span(27, 28), .date),
      (Span(51, 55), .person),
    ]
    let document = try Self.annotator.get().annotate(
      Document(id: DocumentID("d"), source: "t", text: text, furniture: [Span(41, 56)]),
      names: names)
    let mentions = document.mentions.map {
      "\(document.words($0.span)) \($0.type.rawValue) \($0.score)"
    }
    #expect(mentions == ["anna kern PERSON 1.0", "lund crew ORGANIZATION 1.0", ". DATE 1.0"])
  }
}
