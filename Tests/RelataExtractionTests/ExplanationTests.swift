import RelataCore
import RelataLanguage
import RelataTestSupport
import Testing

@testable import RelataExtraction

@Suite struct ExplanationTests {
  /// The document of `explained.conllu`, extracted and explained.
  private func explain(_ id: String) throws -> (ExtractedDocument, [SentenceExplanation]) {
    let extractor = try Sentences.extractor.get()
    let annotated = try Sentences.named(id)
    let (extracted, sentences) = extractor.explain(annotated)
    #expect(extracted == extractor.extract(annotated))
    return (extracted, sentences)
  }

  @Test func everyAssertionIsExplainedByTheCandidateThatGaveIt() throws {
    let (extracted, sentences) = try explain("explained-text")
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
    let (extracted, sentences) = try explain("explained-text")
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
    let (_, sentences) = try explain("explained-text")
    #expect(sentences[2].candidates.map(\.outcome) == [.unknownToTheText])
    #expect(sentences[4].candidates.isEmpty)
    #expect(sentences[4].names.count == 2)
    #expect(sentences[4].triggers.isEmpty)
    let (_, refused) = try explain("explained-types")
    #expect(refused[0].candidates.contains { $0.outcome == .typesRefused && $0.gate == "types" })
  }

  @Test func whatStandsForNobodyIsListed() throws {
    let (extracted, sentences) = try explain("explained-pronoun")
    let reference = try #require(sentences[1].references.first)
    #expect(extracted.annotated.words(reference.span) == "She")
    let trigger = try #require(sentences[1].triggers.first)
    #expect(extracted.annotated.words(trigger.span) == "hired")
    #expect(trigger.relations.contains("hired"))
  }

  @Test func whatWasKeptNamesWhatWasRefusedBetweenTheSameTwo() throws {
    let ends = ("e1", "e2")
    func candidate(
      _ relation: RelationID, _ ends: (String, String), _ outcome: CandidateOutcome
    ) -> CandidateExplanation {
      func end(_ id: String) -> CandidateExplanation.End {
        .init(entity: EntityID(id), type: .person, span: Span(0, 1), reference: "name")
      }
      return CandidateExplanation(
        relation: relation, subject: end(ends.0), object: end(ends.1), predicate: "p",
        rule: Rule.verb.id, trigger: [],
        path: TreePath(from: 0, to: 0, in: SentenceTree(Self.oneWord)), isPresupposed: false,
        cues: [], outcome: outcome)
    }
    let kept = candidate("opposes", ends, .readBy(rule: "x"))
    let sentence = SentenceExplanation(
      sentence: 0, span: Span(0, 1), isFurniture: false, names: [], references: [], triggers: [],
      candidates: [
        kept, candidate("supports", (ends.1, ends.0), .belowFloor),
        candidate("opposes", (ends.1, ends.0), .objected(.otherBearer)),
        candidate("opposes", ends, .belowFloor), candidate("supports", ("e1", "e3"), .belowFloor),
        candidate("accused", ends, .readBy(rule: "y")),
      ])
    let refused = sentence.refused(besides: kept)
    #expect(refused.map(\.relation) == ["supports", "opposes"])
    #expect(refused.allSatisfy { $0.subject.entity == EntityID("e2") })
    #expect(refused[0].outcome.reason == "too uncertain")
  }

  private static let oneWord = Sentence(
    span: Span(0, 1),
    tokens: [
      Token(
        span: Span(0, 1), form: "a", lemma: "a", upos: .noun, xpos: "NN", head: 0, deprel: "root")
    ])

  @Test func thePathLeadsThroughTheTree() throws {
    let (_, sentences) = try explain("explained-passive")
    let candidate = try #require(sentences[0].candidates.first { $0.relation == "hired" })
    let path = candidate.path
    #expect(path.steps.first?.relation == "")
    #expect(path.steps.contains { $0.word == "hired" })
    #expect(path.steps.filter(\.isUp).count == 2)
    #expect(path.description.contains("hired nsubj:pass→"))
  }
}
