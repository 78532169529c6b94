import Foundation
import RelataCore
import Testing

@testable import RelataGraph

/// Wherever a graph says how else somebody is called, it is hidden everywhere.
@Suite struct StatedPlaceTests {
  private static let statement = "Lena Thorvik, née Haugland"

  private static func graph(
    quote: String = "q", title: String? = nil, claimant: String? = nil, other: Entity? = nil
  ) -> KnowledgeGraph {
    let record = EvidenceRecord(
      document: DocumentID("d"), source: "s", title: title, sentence: 0, span: Span(0, 1),
      quote: quote,
      attribution: claimant.map { EvidenceAttribution(entity: nil, name: $0, cue: "said") },
      confidence: 0.8, extractor: "r.v1")
    let entities = [
      Entity(id: EntityID("a"), name: "Lena Thorvik", type: .person),
      other ?? Entity(id: EntityID("b"), name: "Old Mill", type: .organization),
    ]
    return KnowledgeGraph(
      entities: entities,
      relations: [
        Relation(
          id: AssertionID("r"), subject: EntityID("a"), type: "hired", object: EntityID("b"),
          predicate: "hired", polarity: .positive, status: .asserted, tense: .current,
          confidence: 0.8, evidence: [record])
      ])
  }

  private static func other(
    name: String = "Old Mill", aliases: [String] = [], roles: [String] = []
  ) -> Entity {
    Entity(id: EntityID("b"), name: name, type: .organization, aliases: aliases, roles: roles)
  }

  @Test func `a quote, a title, a claimant, a name, an alias and a role may state a name`() {
    let graphs = [
      Self.graph(quote: Self.statement), Self.graph(title: Self.statement),
      Self.graph(claimant: Self.statement), Self.graph(other: Self.other(name: Self.statement)),
      Self.graph(other: Self.other(aliases: [Self.statement])),
      Self.graph(other: Self.other(roles: ["aide of " + Self.statement])),
    ]
    for graph in graphs {
      let redaction = Redaction(of: [EntityID("a")], in: graph)
      #expect(redaction.text("Haugland and L. Haugland left.") == "Person A and Person A left.")
    }
    let silent = Redaction(of: [EntityID("a")], in: Self.graph())
    #expect(silent.text("Haugland left.") == "Haugland left.")
  }

  @Test(arguments: [
    ("Lena Thorvik, née Haugland", "Haugland; L. Haugland; lhaugland; Haugland, Lena; LH; Lena H."),
    ("Lena Thorvik, née van Haugland", "van Haugland; Haugland; Lena van Haugland; LH"),
    ("Lena Thorvik, alias Vix Dahl", "Vix Dahl; Dahl; Vix; V. Dahl; VD; vdahl; Dahl, Vix"),
    ("Lena Thorvik, alias Vix", "Vix; Vix Thorvik; the Vix"),
    ("Lena Thorvik, alias the Iron Crane", "the Iron Crane; The Iron Crane"),
    ("Lena Thorvik, known as \"the old crane\"", "The old Crane"),
    ("Lena Marit Thorvik", "Marit Thorvik; LMT; L.M.T.; Marit; L. M. Thorvik; LT"),
    ("Lena \"the Crane\" Thorvik", "the Crane; The Crane"),
    ("Lena \"Vix\" Thorvik", "Vix; Vix Thorvik; Lena 'Vix' Thorvik"),
  ])
  func `what is stated goes in all its shapes`(statement: String, text: String) {
    let redaction = Redaction(of: [EntityID("a")], in: Self.graph(quote: statement + "."))
    let parts = redaction.text(text).components(separatedBy: "; ")
    #expect(
      parts.allSatisfy { ["Person A", "Person A.", "the Person A"].contains($0) }, "\(parts)")
  }

  @Test func `what one is called besides is not another's name, and nobody else's role`() {
    let graph = KnowledgeGraph(
      entities: [
        Entity(id: EntityID("a"), name: "Lena Thorvik", type: .person, roles: ["mayor"]),
        Entity(id: EntityID("b"), name: "Ann Dahl", type: .person, roles: ["judge"]),
        Entity(id: EntityID("c"), name: "Vixen", type: .organization),
        Entity(
          id: EntityID("d"),
          name: "Vixen, alias Lena Thorvik, the mayor of Karst, and Ann Dahl, née Uhl",
          type: .other),
      ], relations: [])
    let redaction = Redaction(of: [EntityID("b"), EntityID("a")], in: graph)
    #expect(redaction.text("Vixen; the mayor of Karst; Uhl") == "Vixen; Person B; Person A")
  }
}
