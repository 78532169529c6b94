import RelataCore
import Testing

@testable import RelataGraph

/// What rewrites a graph sees every text of it.
@Suite struct GraphRewritingTests {
  /// A graph with something in every field; each text begins with `mark`.
  private static func graph(_ mark: String) -> KnowledgeGraph {
    let record = EvidenceRecord(
      document: DocumentID("\(mark) document"), source: "\(mark) source", title: "\(mark) title",
      published: "\(mark) published", author: "\(mark) author", outlet: "\(mark) outlet",
      address: "\(mark) address", page: 2, sentence: 4, span: Span(10, 30),
      quote: "\(mark) hired her.", predicate: "\(mark) predicate",
      subject: Span(10, 12), object: Span(13, 14), trigger: Span(14, 15),
      attribution: EvidenceAttribution(
        entity: EntityID("e3"), name: "\(mark) claimant", cue: "\(mark) cue", via: ["\(mark) via"]),
      time: "\(mark) time", place: "\(mark) place", amount: "\(mark) amount", confidence: 0.5,
      extractor: "\(mark) extractor")
    let entities = ["e1", "e2", "e3"].map { id in
      Entity(
        id: EntityID(id), name: "\(mark) \(id)", type: .organization, aliases: ["\(mark) alias"],
        roles: ["\(mark) role"], documents: [DocumentID("\(mark) document")], decided: true,
        notes: ["\(mark) note"])
    }
    let relation = Relation(
      id: AssertionID("r1"), subject: EntityID("e1"), type: "hired", object: EntityID("e2"),
      predicate: "\(mark) predicate", polarity: .positive, status: .claimed, tense: .current,
      confidence: 0.5, evidence: [record], decision: .confirmed, notes: ["\(mark) note"],
      holding: .said)
    return KnowledgeGraph(entities: entities, relations: [relation])
  }

  /// Every stored text of a value, by reflection; fails where an optional is nil or a list empty, so that
  /// a new field must be filled in above.
  private func texts(_ value: Any, path: String = "") -> [(path: String, text: String)] {
    if let text = value as? String { return [(path, text)] }
    let mirror = Mirror(reflecting: value)
    if mirror.displayStyle == .optional || mirror.displayStyle == .collection {
      #expect(!mirror.children.isEmpty, "\(path) is empty: fill it in")
    }
    return mirror.children.flatMap { texts($0.value, path: path + "." + ($0.label ?? "")) }
  }

  private struct Marking: GraphRewriting {
    func rewritten(_ text: String, as field: TextField, of entity: EntityID?) -> RewrittenText? {
      RewrittenText("seen " + field.rawValue)
    }
    func id(_ entity: EntityID) -> EntityID { EntityID("seen") }
    func id(of old: Relation, rewritten new: Relation) -> AssertionID { AssertionID("seen") }
  }

  @Test func noTextIsPassedOver() throws {
    let graph = Self.graph("a")
    let entity = try #require(graph.entities.first).rewritten(by: Marking())
    let relation = try #require(graph.relations.first).rewritten(by: Marking())
    let known = Set(
      (EntityType.allCases.map(\.rawValue) + ["hired"]))
    for (path, text) in texts(entity) + texts(relation) where !known.contains(text) {
      #expect(text.hasPrefix("seen"), "\(path) is \(text)")
    }
    let seen = Set((texts(entity) + texts(relation)).map(\.text))
    for field in TextField.allCases { #expect(seen.contains("seen " + field.rawValue)) }
  }

  @Test func aRedactedNameStandsInNoField() throws {
    let graph = Self.graph("Anna Kern")
    let named = KnowledgeGraph(
      entities: graph.entities + [Entity(id: EntityID("k"), name: "Anna Kern", type: .person)],
      relations: graph.relations)
    let redacted = Redaction(of: [EntityID("k")], in: named).applied(to: named)
    for graph in [redacted, redacted.strippingOrigins()] {
      for entity in graph.entities where entity.type != .person {
        for (path, text) in texts(entity) { #expect(!text.contains("Kern"), "\(path)") }
      }
      for relation in graph.relations {
        for evidence in relation.evidence {
          for text in [evidence.attribution?.via.first, evidence.amount, evidence.extractor] {
            #expect(text?.contains("Kern") == false)
          }
        }
        #expect(!"\(relation)".contains("Kern") && !"\(relation)".contains("Anna"))
      }
    }
  }

  @Test func strippingLeavesWordsAndTakesOrigins() throws {
    let record = try #require(Self.graph("a").strippingOrigins().relations.first?.evidence.first)
    #expect(record.document == DocumentID("document 1") && record.source == "source 1")
    #expect(record.title == nil && record.published == nil)
    #expect(record.quote == "a hired her." && record.attribution?.via == ["a via"])
  }
}
