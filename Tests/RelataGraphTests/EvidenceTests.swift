import RelataCore
import RelataGraphReference
import Testing

@testable import RelataGraph

/// Which evidence of a relation is kept, in which order, and whose predicate it gets.
@Suite struct EvidenceTests {
  private func record(
    document: String = "d", span: Span = Span(0, 9), subject: Span? = Span(0, 2),
    object: Span? = Span(4, 6), trigger: Span? = Span(3, 4), claimant: String? = nil,
    cue: String = "said", via: [String] = [], time: String? = nil, place: String? = nil,
    amount: String? = nil, confidence: Double = 0.5, extractor: String = "r.v1",
    source: String = "s"
  ) -> EvidenceRecord {
    EvidenceRecord(
      document: DocumentID(document), source: source, sentence: 0, span: span, quote: "q",
      subject: subject, object: object, trigger: trigger,
      attribution: claimant.map {
        EvidenceAttribution(entity: nil, name: $0, cue: cue, via: via)
      },
      time: time, place: place, amount: amount, confidence: confidence, extractor: extractor)
  }

  /// Records that differ in one field that tells citations apart, in the order they must have.
  private var differing: [[EvidenceRecord]] {
    [
      [record(document: "a"), record(document: "b")],
      [record(span: Span(0, 8)), record(span: Span(0, 9)), record(span: Span(1, 2))],
      [record(subject: nil), record(subject: Span(0, 1)), record(subject: Span(1, 2))],
      [record(object: nil), record(object: Span(4, 5)), record(object: Span(5, 6))],
      [record(trigger: nil), record(trigger: Span(2, 3)), record(trigger: Span(3, 4))],
      [record(), record(claimant: "A"), record(claimant: "B")],
    ]
  }

  @Test func `what cites other words stays, in order of document, words and claimant`() {
    for records in differing {
      #expect(EvidenceRecord.assembled(records) == records)
      #expect(EvidenceRecord.assembled(records.reversed()) == records)
    }
  }

  /// Records that cite the same words, the one to keep first.
  private var alike: [[EvidenceRecord]] {
    [
      [record(confidence: 0.9), record(confidence: 0.8)],
      [record(extractor: "a.v1"), record(extractor: "b.v1")],
      [record(), record(time: "2021")], [record(time: "2020"), record(time: "2021")],
      [record(), record(place: "Lund")], [record(), record(amount: "$5")],
      [record(claimant: "A", cue: "said"), record(claimant: "A", cue: "told")],
      [record(claimant: "A"), record(claimant: "A", via: ["B"])],
      [record(claimant: "A", via: ["B"]), record(claimant: "A", via: ["C"])],
      [record(confidence: 0.9, extractor: "z.v1"), record(confidence: 0.8, extractor: "a.v1")],
      [record(amount: "a", extractor: "a.v1"), record(time: "1", extractor: "b.v1")],
    ]
  }

  @Test func `of records with the same words the surest stays, then the first by name`() {
    for pair in alike {
      #expect(EvidenceRecord.assembled(pair) == [pair[0]])
      #expect(EvidenceRecord.assembled(pair.reversed()) == [pair[0]])
    }
    let before = record(time: "2021", place: "A")
    let behind = record(time: "2022", place: "B")
    #expect(EvidenceRecord.assembled([behind, before]) == [before])
    #expect(EvidenceRecord.assembled([]) == [])
  }

  @Test func `the document goes before the words, the words before the ends`() {
    let records = [
      record(document: "a", span: Span(5, 9)), record(document: "b", span: Span(0, 4)),
      record(document: "b", span: Span(1, 2), subject: Span(3, 4)),
      record(document: "b", span: Span(1, 3), subject: Span(0, 1), object: Span(8, 9)),
      record(document: "b", span: Span(1, 3), subject: Span(1, 2), object: Span(7, 8)),
      record(
        document: "b", span: Span(1, 3), subject: Span(1, 2), object: Span(8, 9), trigger: nil),
      record(
        document: "b", span: Span(1, 3), subject: Span(1, 2), object: Span(8, 9),
        trigger: Span(0, 1), claimant: "B"),
      record(
        document: "b", span: Span(1, 3), subject: Span(1, 2), object: Span(8, 9),
        trigger: Span(1, 2), claimant: "A"),
    ]
    #expect(EvidenceRecord.assembled(records.reversed()) == records)
  }

  @Test func `the surest evidence gives the predicate, then the earliest`() {
    func best(_ items: (EvidenceRecord, String)...) -> String {
      let evidence = items.map { PhrasedEvidence(record: $0.0, predicate: $0.1) }
      let answer = PhrasedEvidence.bestPredicate(evidence)
      #expect(PhrasedEvidence.bestPredicate(evidence.reversed()) == answer)
      return answer
    }
    #expect(PhrasedEvidence.bestPredicate([]) == "")
    #expect(best((record(confidence: 0.4), "a"), (record(confidence: 0.6), "b")) == "b")
    #expect(best((record(document: "b"), "a"), (record(document: "a"), "b")) == "b")
    #expect(best((record(span: Span(2, 3)), "a"), (record(span: Span(1, 9)), "b")) == "b")
    #expect(best((record(), "b"), (record(), "a")) == "a")
    #expect(
      best((record(document: "b", confidence: 0.6), "b"), (record(document: "a"), "a")) == "b")
    #expect(
      best((record(document: "a", span: Span(5, 6)), "b"), (record(document: "b"), "a")) == "b")
  }

  // MARK: Keys and confidence

  private func key(
    _ subject: String, _ object: String, _ type: RelationID = "hired", predicate: String = "p",
    polarity: Polarity = .positive, status: AssertionStatus = .asserted,
    tense: TenseClass = .current
  ) -> RelationKey? {
    RelationKey(
      subject: EntityID(subject), object: EntityID(object), type: type, predicate: predicate,
      polarity: polarity, status: status, tense: tense, schema: .standard)
  }

  @Test func `a relation's id depends on each thing that assertions must agree in`() throws {
    let plain = try #require(key("a", "b"))
    #expect(plain.id.rawValue.count == 18 && plain.id.rawValue.hasPrefix("r-"))
    let others = [
      key("a", "c"), key("c", "b"), key("b", "a"), key("a", "b", "funds"),
      key("a", "b", polarity: .negative), key("a", "b", status: .claimed),
      key("a", "b", tense: .former), key("a", "b", .other), key("a", "b", .other, predicate: "q"),
    ]
    #expect(Set(others.map { $0?.id } + [plain.id]).count == others.count + 1)
    #expect(key("a", "b", predicate: "q") == plain)
    #expect(key("a", "b", .other, predicate: "Q")?.id == key("a", "b", .other, predicate: "q")?.id)
    #expect(key("a", "a") == nil)
    // Ids are in graph files that people keep.
    #expect(plain.id == AssertionID("r-333fd7ac64ec2c72"))
  }

  @Test func `a symmetric relation has its ends in order, and says whether they changed places`() {
    let (there, back) = (key("a", "b", "met_with"), key("b", "a", "met_with"))
    #expect(there?.isSwapped == false && back?.isSwapped == true)
    #expect(back?.subject == EntityID("a") && back?.object == EntityID("b"))
    #expect(there != back && there?.unswapped == back?.unswapped && there?.id == back?.id)
    #expect(key("b", "a")?.isSwapped == false && key("b", "a")?.subject == EntityID("b"))
  }
}
