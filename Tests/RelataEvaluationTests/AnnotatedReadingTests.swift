import RelataAnnotation
import RelataCore
import RelataExtraction
import RelataTestSupport
import Testing

/// Annotator and rules together: that trees as the model makes them are read as trees made by hand are.
///
/// What the rules read is tested in RelataExtractionTests, without the model.
@Suite struct AnnotatedReadingTests {
  private static let shared: Result<(Annotator, AssertionExtractor), any Error> = Result {
    (try Annotator(), try AssertionExtractor())
  }

  private func read(_ text: String, furniture: [Span] = []) throws -> ExtractedDocument {
    let (annotator, extractor) = try Self.shared.get()
    return extractor.extract(
      annotator.annotate(
        Document(
          id: DocumentID("t"), source: "t", text: SourceText(text), furniture: furniture)))
  }

  @Test(arguments: [
    ("Robert Stryk was hired by Ahmad Massoud.", "Ahmad Massoud | hired | Robert Stryk", true),
    ("Boeing refused to pay Airbus.", "Boeing | paid | Airbus", false),
    ("Russia did not attack Finland.", "Russia | attacked | Finland", false),
    ("Did Gazprom fund Nigel Barrett?", "Gazprom | funds | Nigel Barrett", false),
    ("Barack Obama will meet Angela Merkel.", "Angela Merkel | met_with | Barack Obama", false),
    ("Ukraine said that Russia attacked Poland.", "Russia | attacked | Poland", false),
    (
      "Leila Haddad's brother, Karim Haddad, was arrested.",
      "Karim Haddad | sibling_of | Leila Haddad", true
    ),
    ("A bomb exploded in Mosul, Iraq, on Friday.", "Mosul | located_in | Iraq", true),
    ("Hassan Nasrallah is the leader of Hezbollah.", "Hassan Nasrallah | leads | Hezbollah", true),
    ("Iran held talks with Pakistan in Tehran.", "Iran | negotiated_with | Pakistan", true),
  ])
  func statesWhatIsStatedAndNothingElse(text: String, ends: String, isStated: Bool) throws {
    let extracted = try read(text)
    let stated = extracted.assertions.filter { $0.polarity == .positive && $0.status == .asserted }
      .map { Reading($0, in: extracted.annotated).ends }
    #expect(stated.contains(ends) == isStated, "\(stated)")
  }

  /// Two men of one surname stay two.
  @Test func peopleWhoShareASurnameStayApart() throws {
    let extracted = try read(
      """
      Ahmad Massoud, son of the late commander Ahmad Shah Massoud, fled to Tajikistan. \
      Massoud hired a lobbyist. Ahmad Shah Massoud was killed in 2001.
      """)
    let names = extracted.annotated.entities.filter { $0.type == .person }.map(\.name)
    #expect(names.contains("Ahmad Massoud"))
    #expect(names.contains("Ahmad Shah Massoud"))
  }

  @Test func furnitureGivesNothing() throws {
    let extracted = try read(
      "MOST READ Robert Stryk Hired by Ahmad Massoud\n\nAhmad Massoud met Robert Stryk.",
      furniture: [Span(0, 45)])
    #expect(extracted.assertions.allSatisfy { $0.evidence.span.start >= 45 })
    #expect(extracted.annotated.mentions.allSatisfy { $0.span.start >= 45 })
  }

  @Test func extractionIsRepeatableAndEverySpanIsInTheText() throws {
    let text = """
      Angela Merkel and Emmanuel Macron met in Paris. Iran denied that it had attacked Iraq, \
      according to two officials. "We hired nobody," said Robert Stryk, a lobbyist for Qatar.
      """
    let first = try read(text)
    #expect(try read(text) == first)
    for assertion in first.assertions {
      let evidence = assertion.evidence
      for span in [evidence.subject, evidence.object, evidence.trigger].compactMap({ $0 }) {
        #expect(evidence.span.contains(span))
      }
      #expect((0...1).contains(assertion.confidence))
    }
  }
}
