import RelataCore
import RelataTestSupport
import Testing

@testable import RelataAnnotation
@testable import RelataExtraction

/// What lines are is told by their blocks, where the text has no marks for it.
@Suite struct BlockLineTests {
  private static let lemmatizer = Lemmatizer()

  /// What is said of whom, and who says it, in paragraphs that are blocks of these kinds.
  private func edges(_ line: String, _ kinds: [(Block.Kind, continues: Bool)]) throws -> [String] {
    var document = BracketedText(line) { Self.lemmatizer.lemma($0, upos: $1, xpos: $2) }.document
    #expect(document.sentences.count == kinds.count)
    document.document.blocks = zip(document.sentences, kinds).map { sentence, kind in
      Block(span: sentence.span, kind: kind.0, continues: kind.continues)
    }
    let names = Dictionary(uniqueKeysWithValues: document.entities.map { ($0.id, $0.name) })
    return try AssertionExtractor().extract(document).assertions.map { assertion in
      let claim = assertion.attribution.map { " (\($0.entity.flatMap { names[$0] } ?? "-"))" } ?? ""
      return "\(names[assertion.subject] ?? "") \(assertion.relation.rawValue) "
        + "\(names[assertion.object] ?? "")\(claim)"
    }
  }

  private static let board =
    "Directors/NNS [nmod of Karst_Bank@ORGANIZATION] : || Anna_Kern@PERSON || Milo_Hartwell@PERSON"

  @Test func `items without marks are one list as long as they go on with it`() throws {
    #expect(
      try edges(Self.board, [(.heading, false), (.item, false), (.item, true)]) == [
        "Anna Kern member_of Karst Bank", "Milo Hartwell member_of Karst Bank",
      ])
    #expect(
      try edges(Self.board, [(.heading, false), (.item, false), (.item, false)]) == [
        "Anna Kern member_of Karst Bank"
      ])
  }

  @Test func `a term labels all that explains it`() throws {
    let line =
      "Company/NN || Karst_Bank@ORGANIZATION || Directors/NNS || Anna_Kern@PERSON || Milo_Hartwell@PERSON"
    #expect(
      try edges(
        line,
        [
          (.term, false), (.definition, true), (.term, true), (.definition, true),
          (.definition, true),
        ]) == ["Anna Kern member_of Karst Bank", "Milo Hartwell member_of Karst Bank"])
    #expect(try edges(line, Array(repeating: (.paragraph, false), count: 5)).isEmpty)
  }

  @Test func `a quotation without marks is its speaker's`() throws {
    let line =
      "[nsubj Quint@PERSON] said/VBD : || [nsubj Kern@PERSON] hired/VBD [obj Denby@PERSON] ."
    #expect(
      try edges(line, [(.paragraph, false), (.quotation, false)]) == ["Kern hired Denby (Quint)"])
    #expect(
      try edges(line, [(.paragraph, false), (.paragraph, false)]) == ["Kern hired Denby"])
  }
}
