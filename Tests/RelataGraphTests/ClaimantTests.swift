import RelataCore
import RelataGraphReference
import RelataTestSupport
import Testing

@testable import RelataGraph

/// How claimants and those who pass a claim on are named, and what a merged document leaves behind.
@Suite struct ClaimantTests {
  private let names = [EntityID("e1"): "Anna Kern"]

  @Test func `a claimant is named by the text, by its entity, or not at all`() {
    func wording(_ entity: String?, _ text: String?) -> String {
      Attribution(entity: entity.map { EntityID($0) }, text: text, cue: "said")
        .wording(localNames: names)
    }
    #expect(wording("e1", nil) == "Anna Kern" && wording("e1", "the mayor") == "the mayor")
    #expect(wording(nil, "two men") == "two men" && wording(nil, nil) == "an unnamed source")
    #expect(wording("e9", nil) == "an unnamed source")
  }

  @Test func `reporters are named by their entity before the text, in order`() {
    let attribution = Attribution(
      entity: nil, text: "x", cue: "said",
      via: [
        .init(entity: EntityID("e1"), text: "she", cue: "told"),
        .init(entity: EntityID("e9"), text: "they", cue: "told"),
        .init(entity: nil, text: nil, cue: "told"),
      ])
    #expect(
      attribution.reporters(localNames: names) == ["Anna Kern", "they", "an unnamed source"])
  }

  @Test func `of documents with one id the one with the smallest digest counts`() {
    var a = DocumentDraft("d", source: "A")
    a.entity("Anna Kern", roles: ["mayor", "judge"])
    var b = DocumentDraft("d", source: "B")
    b.entity("Paul Lund")
    let (one, other) = (a.document, b.document)
    let kept = one.digest < other.digest ? "Anna Kern" : "Paul Lund"
    #expect(GraphMerger().merge([one, other]).entities.map(\.name) == [kept])
    #expect(GraphMerger().merge([other, one]).entities.map(\.name) == [kept])
    #expect(GraphMerger().merge([one, one]).entities.first?.roles == ["judge", "mayor"])
  }

  @Test func `evidence of a swapped relation has its ends the other way round`() throws {
    var draft = DocumentDraft("d", source: "A")
    let (x, y) = (draft.entity("Zoe Lund"), draft.entity("Anna Kern"))
    let day = draft.entity("Monday", .date)
    draft.assert(x, "met_with", y, claimant: day)
    let graph = GraphMerger().merge([draft.document])
    let relation = try #require(graph.relations.first)
    let record = try #require(relation.evidence.first)
    let text = draft.document.annotated.document.text
    #expect(record.subject.map { text[$0] } == graph.entity(relation.subject)?.name)
    #expect(record.object.map { text[$0] } == graph.entity(relation.object)?.name)
    #expect(record.trigger.map { text[$0] } == "met_with" && record.quote == text[record.span])
    #expect(record.title == "Title of d" && record.published == "2021-09-25")
    // A value is no entity of the graph, but has a name.
    #expect(record.attribution?.entity == nil && record.attribution?.name == "Monday")
  }
}
