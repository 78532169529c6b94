import RelataCore
import RelataGraphReference
import RelataTestSupport
import Testing

@testable import RelataGraph

@Suite struct RelationMergingTests {
  @Test func symmetricRelationsAreOneWhicheverSideSpeaks() throws {
    var a = DocumentDraft("a", source: "X")
    let (a1, a2) = (a.entity("Ahmad Massoud"), a.entity("Amrullah Saleh"))
    a.assert(a1, "met_with", a2, confidence: 0.5)
    var b = DocumentDraft("b", source: "Y")
    let (b1, b2) = (b.entity("Ahmad Massoud"), b.entity("Amrullah Saleh"))
    b.assert(b2, "met_with", b1, confidence: 0.6)
    let graph = GraphMerger().merge([a.document, b.document])
    let relation = try #require(graph.relations.first)
    #expect(graph.relations.count == 1)
    // As the first quote has it.
    #expect(graph.entity(relation.subject)?.name == "Ahmad Massoud")
    #expect(abs(relation.confidence - 0.8) < 1e-12)
    for record in relation.evidence {
      let text = (record.document == DocumentID("a") ? a : b).document.annotated.document.text
      #expect(record.subject.map { text[$0] } == graph.entity(relation.subject)?.name)
      #expect(record.object.map { text[$0] } == graph.entity(relation.object)?.name)
    }
  }

  @Test func directedRelationsKeepTheirDirection() {
    var a = DocumentDraft("a")
    let (x, y) = (a.entity("Ahmad Massoud"), a.entity("Amrullah Saleh"))
    a.assert(x, "hired", y)
    a.assert(y, "hired", x)
    #expect(GraphMerger().merge([a.document]).relations.count == 2)
  }

  @Test func polarityStatusAndTenseKeepRelationsApart() {
    var a = DocumentDraft("a")
    let (x, y) = (a.entity("Ahmad Massoud"), a.entity("Amrullah Saleh"))
    a.assert(x, "hired", y)
    a.assert(x, "hired", y, polarity: .negative)
    a.assert(x, "hired", y, status: .claimed)
    a.assert(x, "hired", y, tense: .former)
    a.assert(x, "hired", y)
    #expect(GraphMerger().merge([a.document]).relations.count == 4)
  }

  @Test func openRelationsMergeByPredicateOnly() {
    var a = DocumentDraft("a")
    let (x, y) = (a.entity("Ahmad Massoud"), a.entity("Amrullah Saleh"))
    a.assert(x, "other", y, predicate: "praised")
    a.assert(x, "other", y, predicate: "Praised")
    a.assert(x, "other", y, predicate: "mocked")
    #expect(GraphMerger().merge([a.document]).relations.count == 2)
  }

  @Test func oneSourceThatRepeatsItselfIsNotSurer() {
    func confidence(_ sources: [String], isCopied: Bool = false) -> Double {
      let documents = sources.enumerated().map { i, source in
        var draft = DocumentDraft("d\(i)", source: source)
        let (x, y) = (draft.entity("Ahmad Massoud"), draft.entity("Amrullah Saleh"))
        // In words of its own: the same sentence printed by many is one reading.
        draft.assert(
          x, "hired", y, predicate: isCopied ? nil : "hired \(i)", confidence: 0.7)
        return draft.document
      }
      return GraphMerger().merge(documents).relations.first?.confidence ?? -1
    }
    #expect(abs(confidence(["A", "B", "C"], isCopied: true) - 0.7) < 1e-12)
    #expect(abs(confidence(["A", "A", "A"]) - 0.7) < 1e-12)
    #expect(abs(confidence(["A", "B"]) - 0.91) < 1e-12)
    #expect(confidence(["A", "B", "C", "D", "E", "F"]) == 0.99)
  }

  @Test func claimantsAreNamedAsTheGraphNamesThem() throws {
    var a = DocumentDraft("a")
    let (x, y) = (a.entity("Ahmad Massoud"), a.entity("Amrullah Saleh"))
    let z = a.entity("NRF", .organization, aliases: ["National Resistance Front"])
    a.assert(x, "hired", y, status: .claimed, claimant: z)
    a.assert(x, "funds", y, status: .claimed, claimantText: "two former officials")
    var b = DocumentDraft("b")
    b.entity("National Resistance Front", .organization)
    let graph = GraphMerger().merge([a.document, b.document])
    let claimants = graph.relations.flatMap { $0.evidence.map { $0.attribution?.name } }
    #expect(Set(claimants) == ["National Resistance Front", "two former officials"])
  }

  @Test func documentsBeyondRepairAreLeftOut() {
    var draft = DocumentDraft("a")
    let (x, y) = (draft.entity("Ahmad Massoud"), draft.entity("Amrullah Saleh"))
    draft.assert(x, "hired", y)
    var outside = draft.document
    outside.assertions[0].evidence.span = Span(0, 10_000)
    var unknown = draft.document
    unknown.assertions[0].object = "e9".asEntity
    var notANumber = draft.document
    notANumber.assertions[0].confidence = .nan
    var binary = draft.document
    binary.annotated.entities[0].name = "a\0b"
    for document in [outside, unknown, notANumber, binary] {
      #expect(document.defect() != nil)
      #expect(GraphMerger().merge([document]).entities.isEmpty)
    }
    #expect(draft.document.defect() == nil)
  }

  @Test(arguments: UInt64(0)..<60) func theOrderOfDocumentsDoesNotMatter(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let documents = SyntheticCorpus.documents(8, seed: seed)
    let graph = GraphMerger().merge(documents)
    for _ in 0..<3 {
      let other = GraphMerger().merge(documents.shuffled(using: &random))
      #expect(other.entities == graph.entities)
      #expect(other.relations == graph.relations)
    }
  }

  @Test(arguments: UInt64(0)..<40) func resolvingAClosedSetGivesWhatResolvingAllGives(seed: UInt64)
  {
    var groups: [NameKey: NameGroup] = [:]
    for document in SyntheticCorpus.documents(10, seed: seed) {
      for entity in document.annotated.entities where entity.type.isNode {
        let key = NameKey(entity.name, type: entity.type)
        groups[key, default: NameGroup(key: key)].add(entity)
      }
    }
    let all = EntityResolver.resolve(Array(groups.values))
    for type in EntityType.allCases {
      let some = groups.values.filter { $0.key.type == type }
      let resolved = EntityResolver.resolve(Array(some))
      #expect(resolved == all.filter { $0.type == type })
    }
  }
}

extension String {
  fileprivate var asEntity: EntityID { EntityID(self) }
}
