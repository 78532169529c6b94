import RelataCore
import RelataGraph
import RelataLanguage
import RelataTestSupport
import Testing

/// No way of writing a redacted name is left in a text, and nothing else goes.
@Suite struct RedactedFormTests {
  static func relation(
    _ number: Int, _ quote: String, title: String? = nil, source: String = "The Example"
  ) -> Relation {
    Relation(
      id: AssertionID("r\(number)"), subject: EntityID("nora"), type: "met_with",
      object: EntityID("milo"),
      predicate: "met", polarity: .positive, status: .asserted, tense: .current, confidence: 0.8,
      evidence: [
        EvidenceRecord(
          document: DocumentID("d\(number)"), source: source, title: title, sentence: 0,
          span: Span(0, quote.unicodeScalars.count), quote: quote, confidence: 0.8,
          extractor: "rule.verb.v1")
      ])
  }

  static func graph(_ quotes: [String] = []) -> KnowledgeGraph {
    let texts = WrittenName.statements + quotes
    return KnowledgeGraph(
      entities: [
        Entity(
          id: EntityID("nora"), name: "Nora Feldt", type: .person, aliases: ["Feldt"],
          roles: ["mayor"]),
        Entity(id: EntityID("milo"), name: "Milo Hartwell", type: .person, aliases: ["Hartwell"]),
        Entity(id: EntityID("anna"), name: "Anna Steiner", type: .person),
        Entity(id: EntityID("astel"), name: "Astel", type: .location),
      ], relations: texts.enumerated().map { relation($0, $1) })
  }

  static let redaction = Redaction(of: [EntityID("nora")], in: graph())

  static func contains(_ text: String, _ telling: String) -> Bool {
    text.contains(telling) || TextFolding.folded(text).contains(TextFolding.folded(telling))
  }

  @Test(arguments: WrittenName.all)
  func `no form of the name stays in running text`(form: WrittenName) {
    let text = "On Monday \(form.text) met Milo Hartwell there."
    let redacted = Self.redaction.text(text)
    for telling in form.telling { #expect(!Self.contains(redacted, telling), "\(redacted)") }
    #expect(
      redacted.hasPrefix("On Monday ") && redacted.hasSuffix(" met Milo Hartwell there."),
      "\(redacted)")
  }

  @Test(arguments: WrittenName.all)
  func `no form stays where a sentence begins or ends`(form: WrittenName) {
    for text in [
      "\(form.text) met Milo Hartwell.", "Milo Hartwell met \(form.text)", "(\(form.text))",
    ] {
      let redacted = Self.redaction.text(text)
      for telling in form.telling { #expect(!Self.contains(redacted, telling), "\(redacted)") }
      if text.contains("Milo") { #expect(redacted.contains("Milo Hartwell"), "\(redacted)") }
    }
  }

  @Test(arguments: WrittenName.survivors)
  func `what is not the name stays`(text: String) {
    #expect(Self.redaction.text(text) == text)
  }

  @Test(arguments: ["The village saw how the fox ran.", "He met Leonora Fell and Leonora Uhl."])
  func `what is like a name of hers stays`(text: String) {
    #expect(Self.redaction.text(text) == text)
  }

  @Test func `there are at least 60 forms`() { #expect(WrittenName.all.count >= 60) }
}
