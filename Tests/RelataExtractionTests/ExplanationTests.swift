import RelataAnnotation
import RelataCore
import Testing

@testable import RelataExtraction

@Suite struct ExplanationTests {
  private func explain(_ text: String) throws -> (ExtractedDocument, [SentenceExplanation]) {
    let extractor = try Reader.shared.get().1
    let annotated = try Reader.annotate(text)
    let (extracted, sentences) = extractor.explain(annotated)
    #expect(extracted == extractor.extract(annotated))
    return (extracted, sentences)
  }

  private let text = """
    Ukraine said that Russia had not attacked Poland. Angela Merkel will meet Boris Johnson. \
    There is no evidence that Elena Petrova met Ivan Orlov. She left. Michael Brown likes Paul Simon.
    """

  @Test func everyAssertionIsExplainedByTheCandidateThatGaveIt() throws {
    let (extracted, sentences) = try explain(text)
    let kept = sentences.flatMap(\.candidates).compactMap { candidate -> Assertion? in
      guard case .kept(let assertion) = candidate.outcome else { return nil }
      #expect(candidate.score?.confidence == assertion.confidence)
      #expect(candidate.rule == assertion.extractor)
      return assertion
    }
    #expect(Set(kept) == Set(extracted.assertions))
    #expect(kept.count == extracted.assertions.count)
  }

  @Test func theWordsThatDecideAreNamed() throws {
    let (extracted, sentences) = try explain(text)
    func cues(_ sentence: Int) -> [String] {
      sentences[sentence].candidates.flatMap(\.cues).map {
        "\(extracted.annotated.words($0.span)) \($0.effect.rawValue)"
      }
    }
    #expect(cues(0).contains("not negates"))
    #expect(cues(0).contains("said attributes"))
    #expect(cues(1) == ["will plans"])
    #expect(cues(2).contains("evidence voids"))
  }

  @Test func whatWasDroppedSaysWhy() throws {
    let (_, sentences) = try explain(text)
    #expect(sentences[2].candidates.map(\.outcome) == [.unknownToTheText])
    #expect(sentences[4].candidates.isEmpty)
    #expect(sentences[4].names.count == 2)
    #expect(sentences[4].triggers.isEmpty)
    let (_, refused) = try explain("The United States embassy hired Baghdad.")
    #expect(refused[0].candidates.contains { $0.outcome == .typesRefused })
  }

  @Test func whatStandsForNobodyIsListed() throws {
    let (extracted, sentences) = try explain(
      "Angela Merkel met Theresa May. She hired Robert Stryk.")
    let reference = try #require(sentences[1].references.first)
    #expect(extracted.annotated.words(reference.span) == "She")
    let trigger = try #require(sentences[1].triggers.first)
    #expect(extracted.annotated.words(trigger.span) == "hired")
    #expect(trigger.relations.contains("hired"))
  }

  @Test func thePathLeadsThroughTheTree() throws {
    let (_, sentences) = try explain("Robert Stryk was hired by Ahmad Massoud.")
    let candidate = try #require(sentences[0].candidates.first { $0.relation == "hired" })
    let path = candidate.path
    #expect(path.steps.first?.relation == "")
    #expect(path.steps.contains { $0.word == "hired" })
    #expect(path.steps.filter(\.isUp).count == 2)
    #expect(path.description.contains("hired nsubj:pass→"))
  }
}
