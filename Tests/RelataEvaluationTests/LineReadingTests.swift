import RelataAnnotation
import RelataCore
import RelataExtraction
import Testing

/// Tables, labelled lines, lists and answered questions, as the shipped model and the rules read them together.
@Suite struct LineReadingTests {
  private static let shared: Result<(Annotator, AssertionExtractor), any Error> = Result {
    (try Annotator(), try AssertionExtractor())
  }

  /// "A | relation | B", with "not" for what is denied and the status where it is not asserted.
  private func edges(_ text: String) throws -> [String] {
    try assertions(text).map { assertion, names in
      let marks =
        (assertion.polarity == .negative ? ["not"] : [])
        + (assertion.status == .asserted ? [] : [assertion.status.rawValue])
        + (assertion.tense == .former ? ["former"] : [])
      return
        "\(names[assertion.subject] ?? "?") | \(assertion.relation) | \(names[assertion.object] ?? "?")"
        + marks.map { " \($0)" }.joined()
    }.sorted()
  }

  private func assertions(_ text: String) throws -> [(Assertion, [EntityID: String])] {
    let (annotator, extractor) = try Self.shared.get()
    let document = extractor.extract(
      try annotator.annotate(
        Document(id: DocumentID("t"), source: "t", text: SourceText(text))))
    let names = Dictionary(
      document.annotated.entities.map { ($0.id, $0.name) }, uniquingKeysWith: { a, _ in a })
    return document.assertions.map { ($0, names) }
  }

  @Test func `a row relates what its columns name`() throws {
    let table = "Bank | Chief executive | Head office\nKarst Bank | Anna Kern | Oslo\n"
    #expect(
      try edges(table) == ["Anna Kern | leads | Karst Bank", "Karst Bank | based_in | Oslo"])
    #expect(try edges(table.replacing(" | ", with: "\t")).first == "Anna Kern | leads | Karst Bank")
    let marked = "| Bank | Chief executive |\n|---|---|\n| Karst Bank | Anna Kern |\n"
    #expect(try edges(marked) == ["Anna Kern | leads | Karst Bank"])
  }

  @Test func `a post in its own column is held in the firm of the row`() throws {
    #expect(
      try edges("Name | Position | Company\nAnna Kern | treasurer | Karst Bank") == [
        "Anna Kern | employed_by | Karst Bank"
      ])
  }

  @Test(arguments: [
    // No head, a head of unknown words, cells without one: nobody is guessed at.
    "Karst Bank | Anna Kern\nOrlow Media | Karl Denby",
    "Company | Phone\nKarst Bank | Anna Kern\nOrlow Media | Karl Denby",
    "Photo: Anna Kern\nCaption: Karl Denby, Karst Bank",
    "Directors: Anna Kern, Karl Denby",
  ])
  func `lines without a label that says it give no edge`(text: String) throws {
    #expect(try edges(text) == [])
  }

  @Test func `neighbouring lines are about the one that a line or the heading names`() throws {
    let expected = ["Anna Kern | owns | Karst Bank", "Karl Denby | leads | Karst Bank former"]
    #expect(
      try edges("Company: Karst Bank\nOwner: Anna Kern\nFormer chair: Karl Denby") == expected)
    #expect(try edges("Karst Bank\n\nOwner: Anna Kern\nFormer chair: Karl Denby") == expected)
  }

  @Test func `an item stands under its head and quotes it`() throws {
    let text = "Shareholders of Karst Bank:\n- Anna Kern (42 %)\n- Orlow Media\n\nKarl Denby slept."
    #expect(
      try edges(text) == ["Anna Kern | owns | Karst Bank", "Orlow Media | owns | Karst Bank"])
    let source = SourceText(text)
    for (assertion, _) in try assertions(text) {
      let quote = String(
        scalars: source.scalars[
          assertion.evidence.span.start..<assertion.evidence.span.end])
      #expect(quote.hasPrefix("Shareholders of Karst Bank:"))
      #expect(!quote.contains("slept"))
      let ends = [assertion.evidence.subject, assertion.evidence.object].compactMap { $0 }
      #expect(ends.count == 2 && ends.allSatisfy(assertion.evidence.span.contains))
    }
  }

  @Test func `a heading without a colon heads the list below it`() throws {
    #expect(
      try edges("Shareholders of Karst Bank\n\n- Anna Kern\n- Orlow Media") == [
        "Anna Kern | owns | Karst Bank", "Orlow Media | owns | Karst Bank",
      ])
    // Of a list that stands somewhere else it says nothing.
    #expect(try edges("Shareholders of Karst Bank\n\nThey met.\n\n- Anna Kern") == [])
  }

  @Test func `an answer names who was asked for`() throws {
    #expect(
      try edges("Q: Who owns Karst Bank?\nA: Anna Kern does.") == [
        "Anna Kern | owns | Karst Bank claimed"
      ])
    #expect(
      try edges("Q: Does Karl Denby own Karst Bank?\nA: No, he never did.") == [
        "Karl Denby | owns | Karst Bank not claimed"
      ])
  }

  @Test func `what an answer adds is claimed as well`() throws {
    #expect(
      try edges("Q: What happened then?\nA: Anna Kern paid Karl Denby.") == [
        "Anna Kern | paid | Karl Denby claimed"
      ])
  }

  @Test func `a question that is answered with a sentence of its own stays open`() throws {
    #expect(
      try edges("Q: Who owns Karst Bank?\nA: Anna Kern told me to keep quiet about that.")
        .allSatisfy { !$0.contains("owns") })
  }
}
