import RelataCore
import RelataTestSupport
import Testing

@testable import RelataGraph

/// What a later graph tells otherwise.
@Suite struct GraphDifferenceTests {
  private static func entity(
    _ id: String, _ name: String, aliases: [String] = [], documents: [String] = []
  ) -> Entity {
    Entity(
      id: EntityID(id), name: name, type: .person, aliases: aliases,
      documents: documents.map { DocumentID($0) })
  }

  private static func relation(
    _ id: String, _ subject: String, _ object: String, status: AssertionStatus = .asserted,
    polarity: Polarity = .positive, tense: TenseClass = .current, confidence: Double = 0.8,
    documents: [String] = ["d1"]
  ) -> Relation {
    var relation = TimeGraph.relation(
      id, subject, "leads", object, polarity: polarity, status: status, tense: tense,
      documents.map { TimeGraph.record($0) })
    relation.confidence = confidence
    return relation
  }

  private static func difference(
    _ old: ([Entity], [Relation]), _ new: ([Entity], [Relation])
  ) -> GraphDifference {
    GraphDifference(
      from: KnowledgeGraph(entities: old.0, relations: old.1),
      to: KnowledgeGraph(entities: new.0, relations: new.1))
  }

  @Test func `a graph does not differ from itself, nor an empty one`() {
    let graph = randomGraph(vertices: 8, edges: 14, seed: 4)
    #expect(GraphDifference(from: graph, to: graph).isEmpty)
    let empty = KnowledgeGraph(entities: [], relations: [])
    #expect(GraphDifference(from: empty, to: empty).isEmpty)
    let all = GraphDifference(from: empty, to: graph)
    #expect(all.new.count == graph.relations.count && all.newEntities.count == graph.entities.count)
    #expect(GraphDifference(from: graph, to: empty).gone.count == graph.relations.count)
  }

  @Test func `a renamed entity is no new one, and its relations stay`() {
    let old = (
      [Self.entity("e1", "Kern", documents: ["d1"]), Self.entity("e2", "Acme", documents: ["d1"])],
      [Self.relation("r1", "e1", "e2")]
    )
    let new = (
      [
        Self.entity("e9", "Anna Kern", aliases: ["Kern"], documents: ["d1", "d2"]),
        Self.entity("e2", "Acme", documents: ["d1"]),
      ], [Self.relation("r9", "e9", "e2")]
    )
    let found = Self.difference(old, new)
    #expect(found.renamed.map { $0.after.map(\.name) } == [["Anna Kern"]])
    #expect(found.new.isEmpty && found.gone.isEmpty && found.changed.isEmpty)
    #expect(found.newEntities.isEmpty && found.goneEntities.isEmpty)
  }

  @Test func `namesakes are told apart by their documents`() {
    let old = (
      [Self.entity("e1", "Martin Seberg", documents: ["d1"]), Self.entity("o", "O")],
      [Self.relation("r1", "e1", "o")]
    )
    let new = (
      [
        Self.entity("e1", "Martin Seberg", documents: ["d2"]),
        Self.entity("e5", "Martin Seberg", documents: ["d1"]), Self.entity("o", "O"),
      ], [Self.relation("r5", "e5", "o"), Self.relation("r1", "e1", "o", documents: ["d2"])]
    )
    let found = Self.difference(old, new)
    #expect(found.newEntities.map(\.id.rawValue) == ["e1"])
    #expect(found.new.map(\.id.rawValue) == ["r1"])
    #expect(found.gone.isEmpty)
  }

  @Test func `joined and split entities are neither new nor gone`() {
    let two = [
      Self.entity("e1", "A Kern", documents: ["d1"]),
      Self.entity("e2", "Anna Kern", documents: ["d2"]),
    ]
    let one = [Self.entity("e2", "Anna Kern", aliases: ["A Kern"], documents: ["d1", "d2"])]
    let joined = Self.difference((two, []), (one, []))
    #expect(joined.joined.map { $0.before.count } == [2])
    #expect(joined.newEntities.isEmpty && joined.goneEntities.isEmpty)
    let split = Self.difference((one, []), (two, []))
    #expect(split.split.map { $0.after.count } == [2])
    #expect(split.newEntities.isEmpty && split.goneEntities.isEmpty)
  }

  @Test func `what is told otherwise says how`() throws {
    let entities = [Self.entity("a", "A"), Self.entity("b", "B")]
    func kinds(_ old: Relation, _ new: Relation) -> [RelationChange.Kind] {
      Self.difference((entities, [old]), (entities, [new])).changed.flatMap(\.kinds)
    }
    let plain = Self.relation("r", "a", "b")
    #expect(kinds(plain, Self.relation("s", "a", "b", status: .claimed)) == [.status])
    #expect(kinds(plain, Self.relation("s", "a", "b", polarity: .negative)) == [.polarity])
    #expect(kinds(plain, Self.relation("s", "a", "b", tense: .former)) == [.tense])
    #expect(kinds(plain, Self.relation("r", "a", "b", confidence: 0.84)).isEmpty)
    #expect(kinds(plain, Self.relation("r", "a", "b", confidence: 0.95)) == [.confidence])
    #expect(
      kinds(plain, Self.relation("r", "a", "b", documents: ["d1", "d2"])) == [.newEvidence])
    #expect(
      kinds(plain, Self.relation("r", "a", "b", documents: ["d3"])) == [
        .newEvidence, .goneEvidence,
      ])
  }

  @Test func `a claim that stays is not what became of it when the text says so too`() {
    let entities = [Self.entity("a", "A"), Self.entity("b", "B")]
    let claim = Self.relation("r1", "a", "b", status: .claimed)
    let found = Self.difference(
      (entities, [claim]), (entities, [claim, Self.relation("r2", "a", "b")]))
    #expect(found.new.map(\.id.rawValue) == ["r2"] && found.changed.isEmpty)
  }

  @Test func `what is new one way is gone the other way`() {
    for seed in 1...20 {
      let a = randomGraph(vertices: 8, edges: 14, seed: UInt64(seed))
      let b = randomGraph(vertices: 9, edges: 14, seed: UInt64(seed + 50))
      let (there, back) = (GraphDifference(from: a, to: b), GraphDifference(from: b, to: a))
      #expect(there.new.count == back.gone.count && there.gone.count == back.new.count)
    }
  }

  @Test func `a redacted difference names nobody`() {
    let old = ([Self.entity("e1", "Kern", documents: ["d1"]), Self.entity("o", "O")], [Relation]())
    let new = (
      [
        Self.entity("e9", "Anna Kern", aliases: ["Kern"], documents: ["d1"]), Self.entity("o", "O"),
      ],
      [Self.relation("r", "e9", "o")]
    )
    let found = Self.difference(old, new)
    let telling = RedactedTelling(Redaction(of: [EntityID("e9")], in: found.union))
    let told = found.rewritten(by: telling)
    #expect(!"\(told.new)\(told.renamed)".contains("Kern"))
    #expect(told.new.map(\.subject.rawValue) == ["redacted-1"])
    #expect(told.renamed.isEmpty)
  }
}
