import RelataCore
import RelataTestSupport
import Testing

@testable import RelataGraph

/// The graph, its numbers, its filters and its parts, on graphs small enough to count by hand.
@Suite struct GraphModelTests {
  private static func entity(_ id: String, _ type: EntityType = .person, _ documents: String...)
    -> Entity
  {
    Entity(
      id: EntityID(id), name: "N\(id)", type: type, documents: documents.map { DocumentID($0) })
  }

  private static func record(
    _ document: String, source: String = "The Post", published: String? = "2021-09-25",
    confidence: Double = 0.5
  ) -> EvidenceRecord {
    EvidenceRecord(
      document: DocumentID(document), source: source, published: published, sentence: 0,
      span: Span(0, 1), quote: "q \(document)", confidence: confidence, extractor: "r.v1")
  }

  private static func relation(
    _ id: String, _ subject: String, _ object: String, type: RelationID = "hired",
    polarity: Polarity = .positive, status: AssertionStatus = .asserted, confidence: Double = 0.5,
    evidence: [EvidenceRecord] = []
  ) -> Relation {
    Relation(
      id: AssertionID(id), subject: EntityID(subject), type: type, object: EntityID(object),
      predicate: "p", polarity: polarity, status: status, tense: .current, confidence: confidence,
      evidence: evidence)
  }

  private static let graph = KnowledgeGraph(
    entities: [
      entity("e"), entity("c", .organization), entity("b", .person, "d1"), entity("d"),
      entity("a", .person, "d1", "d2"),
    ],
    relations: [
      relation("r3", "c", "d", type: "funds", status: .claimed, evidence: [record("d3")]),
      relation(
        "r1", "a", "b", evidence: [record("d1"), record("d4", source: "The Mail")]),
      relation("r2", "b", "c", polarity: .negative, status: .planned),
      relation("r4", "b", "b"), relation("r8", "a", "x"), relation("r9", "x", "a"),
    ])

  @Test func `entities and relations are sorted and found, dangling relations are dropped`() {
    let graph = Self.graph
    #expect(graph.entities.map(\.id.rawValue) == ["a", "b", "c", "d", "e"])
    #expect(graph.relations.map(\.id.rawValue) == ["r1", "r2", "r3", "r4"])
    #expect(graph.entity(EntityID("c"))?.name == "Nc" && graph.entity(EntityID("x")) == nil)
    #expect(graph.relation(AssertionID("r2"))?.object == EntityID("c"))
    #expect(graph.relation(AssertionID("r9")) == nil)
    #expect(graph.relations(of: EntityID("b")).map(\.id.rawValue) == ["r1", "r2", "r4"])
    #expect(
      graph.relations(of: EntityID("e")).isEmpty && graph.relations(of: EntityID("x")).isEmpty)
    #expect(["a", "b", "c", "e", "x"].map { graph.degree(of: EntityID($0)) } == [1, 3, 2, 0, 0])
  }

  @Test func `statistics count each thing once`() {
    let statistics = Self.graph.statistics()
    #expect(statistics.documents == 4 && statistics.sources == 2 && statistics.entities == 5)
    #expect(statistics.relations == 4 && statistics.evidence == 3)
    #expect(statistics.components == 2 && statistics.largestComponent == 4)
    #expect(statistics.entitiesByType == [.person: 4, .organization: 1])
    #expect(statistics.relationsByType == ["hired": 3, "funds": 1])
    #expect(statistics.relationsByStatus == [.asserted: 2, .claimed: 1, .planned: 1])
    #expect(statistics.relationsByPolarity == [.positive: 3, .negative: 1])
    #expect(KnowledgeGraph(entities: [], relations: []).statistics() == GraphStatistics())
  }

  @Test func `components are sorted by size, then by first id, and follow the filter`() {
    func components(_ filter: RelationFilter = .all) -> [[String]] {
      Self.graph.connectedComponents(filter: filter).map { $0.map(\.rawValue) }
    }
    #expect(components() == [["a", "b", "c", "d"], ["e"]])
    #expect(
      components(RelationFilter(polarities: [.positive])) == [["a", "b"], ["c", "d"], ["e"]])
    #expect(components(RelationFilter(relations: ["funds"])) == [["c", "d"], ["a"], ["b"], ["e"]])
    let star = KnowledgeGraph(
      entities: ["z", "y", "x", "w"].map { Self.entity($0) },
      relations: [Self.relation("1", "z", "y"), Self.relation("2", "x", "z")])
    #expect(star.connectedComponents().map { $0.map(\.rawValue) } == [["x", "y", "z"], ["w"]])
  }

  // MARK: Filters

  @Test func `a relation passes if it meets every condition of the filter`() {
    let relation = Self.relation("r", "a", "b", type: "funds", status: .claimed, confidence: 0.6)
    func passes(_ filter: RelationFilter) -> Bool { filter.matches(relation, schema: .standard) }
    #expect(passes(.all) && passes(.evidenceBacked))
    #expect(passes(RelationFilter(relations: ["funds"])))
    #expect(!passes(RelationFilter(relations: ["hired"])))
    #expect(passes(RelationFilter(families: [.money])))
    #expect(!passes(RelationFilter(families: [.conflict])))
    #expect(passes(RelationFilter(relations: ["hired"], families: [.money])))
    #expect(passes(RelationFilter(relations: ["funds"], families: [.conflict])))
    #expect(!passes(RelationFilter(relations: ["hired"], families: [.conflict])))
    #expect(passes(RelationFilter(statuses: [.claimed, .planned])))
    #expect(!passes(RelationFilter(statuses: [.asserted])))
    #expect(passes(RelationFilter(polarities: [.positive])))
    #expect(!passes(RelationFilter(polarities: [.negative])))
    #expect(passes(RelationFilter(minimumConfidence: 0.6)))
    #expect(!passes(RelationFilter(minimumConfidence: 0.61)))
    #expect(!passes(RelationFilter(relations: ["funds"], statuses: [.asserted])))
    let unknown = Self.relation("r", "a", "b", type: "no_such_relation")
    #expect(!RelationFilter(families: [.money]).matches(unknown, schema: .standard))
    #expect(RelationFilter.all.matches(unknown, schema: .standard))
  }

  @Test func `evidence-backed is what the texts say is so`() {
    for status in AssertionStatus.allCases {
      for polarity in Polarity.allCases {
        let relation = Self.relation("r", "a", "b", polarity: polarity, status: status)
        #expect(
          RelationFilter.evidenceBacked.matches(relation, schema: .standard)
            == (polarity == .positive && status != .hypothetical))
      }
    }
  }

  @Test func `evidence passes by source and date`() {
    func passes(_ filter: EvidenceFilter, _ published: String? = "2021-09-25") -> Bool {
      filter.matches(Self.record("d", source: "Thé Post", published: published))
    }
    #expect(passes(EvidenceFilter()) && EvidenceFilter().isEmpty)
    #expect(!EvidenceFilter(sources: ["x"]).isEmpty && !EvidenceFilter(since: "2021").isEmpty)
    #expect(!EvidenceFilter(until: "2021").isEmpty)
    #expect(
      passes(EvidenceFilter(sources: ["THE"])) && passes(EvidenceFilter(sources: ["x", "pôst"])))
    #expect(!passes(EvidenceFilter(sources: ["mail"])))
    #expect(passes(EvidenceFilter(since: "2021-09-25", until: "2021-09-25")))
    #expect(
      !passes(EvidenceFilter(since: "2021-09-26")) && !passes(EvidenceFilter(until: "2021-09-24")))
    #expect(passes(EvidenceFilter(until: "2021")) && !passes(EvidenceFilter(until: "2020")))
    #expect(
      !passes(EvidenceFilter(since: "2020"), nil) && !passes(EvidenceFilter(until: "2022"), ""))
    #expect(passes(EvidenceFilter(sources: ["post"]), nil))
    #expect(!passes(EvidenceFilter(sources: ["mail"], since: "2021")))
  }

  @Test func `a relation keeps the evidence that counts, with its confidence anew`() throws {
    let relation = Self.relation(
      "r", "a", "b", confidence: 0.9,
      evidence: [
        Self.record("d1", confidence: 0.2), Self.record("d2", confidence: 0.6),
        Self.record("d3", source: "The Mail", confidence: 0.5), Self.record("d4", published: nil),
      ])
    #expect(EvidenceFilter().restricted(relation) == relation)
    #expect(EvidenceFilter(sources: ["the"]).restricted(relation) == relation)
    #expect(EvidenceFilter(sources: ["none"]).restricted(relation) == nil)
    let kept = try #require(EvidenceFilter(since: "2021").restricted(relation))
    #expect(kept.evidence.map(\.document.rawValue) == ["d1", "d2", "d3"])
    #expect(abs(kept.confidence - 0.8) < 1e-12)
    let post = try #require(EvidenceFilter(sources: ["post"], until: "2021").restricted(relation))
    #expect(abs(post.confidence - 0.6) < 1e-12)
    let graph = KnowledgeGraph(
      entities: [Self.entity("a"), Self.entity("b")],
      relations: [relation, Self.relation("s", "a", "b", evidence: [Self.record("d1")])])
    let mail = graph.restricted(to: EvidenceFilter(sources: ["mail"]))
    #expect(mail.entities.count == 2 && mail.relations.map(\.id.rawValue) == ["r"])
    #expect(graph.restricted(to: EvidenceFilter()).relations == graph.relations)
  }

  @Test func `a part of a graph has the named entities and relations alone`() {
    let part = Self.graph.subgraph(
      entities: Set(["a", "b", "c"].map { EntityID($0) }),
      relations: Set(["r1", "r3", "r4"].map { AssertionID($0) }))
    #expect(part.entities.map(\.id.rawValue) == ["a", "b", "c"])
    #expect(part.relations.map(\.id.rawValue) == ["r1", "r4"])
  }

  // MARK: Walks

  @Test func `neighbors have distances, ties and strengths`() {
    let graph = KnowledgeGraph(
      entities: ["a", "b", "c", "d"].map { Self.entity($0) },
      relations: [
        Self.relation("2", "a", "b", confidence: 0.5),
        Self.relation("1", "b", "a", confidence: 0.5),
        Self.relation("3", "a", "c", type: "met_with", confidence: 0.75),
        Self.relation("4", "c", "d"), Self.relation("5", "a", "a"), Self.relation("6", "b", "c"),
      ])
    func walk(_ query: NeighborQuery) -> [String] {
      graph.neighbors(of: EntityID("a"), query).map {
        "\($0.entity.id) \($0.distance) \($0.relationIDs.map(\.rawValue).joined()) \($0.strength)"
      }
    }
    #expect(walk(NeighborQuery()) == ["b 1 12 0.75", "c 1 3 0.75"])
    #expect(walk(NeighborQuery(depth: 0)) == [] && walk(NeighborQuery(depth: -1)) == [])
    #expect(walk(NeighborQuery(depth: 2)) == ["b 1 12 0.75", "c 1 3 0.75", "d 2 4 0.5"])
    #expect(walk(NeighborQuery(direction: .outgoing)) == ["c 1 3 0.75", "b 1 2 0.5"])
    #expect(walk(NeighborQuery(direction: .incoming)) == ["c 1 3 0.75", "b 1 1 0.5"])
    #expect(walk(NeighborQuery(depth: 2, limit: 1)) == ["b 1 12 0.75"])
    #expect(walk(NeighborQuery(limit: -1)) == [] && walk(NeighborQuery(limit: 0)) == [])
    #expect(
      walk(NeighborQuery(depth: 2, relations: ["hired"]))
        == ["b 1 12 0.75", "c 2 6 0.5", "d 3 4 0.5"].dropLast())
    #expect(walk(NeighborQuery(minimumConfidence: 0.6)) == ["c 1 3 0.75"])
    let plain = NeighborQuery(relations: ["hired"])
    #expect(plain.depth == 1 && plain.direction == .both && plain.limit == nil)
  }

  @Test func `paths are of the least length, strongest first, within the limits`() {
    let graph = KnowledgeGraph(
      entities: ["a", "b", "c", "d", "e"].map { Self.entity($0) },
      relations: [
        Self.relation("1", "a", "b", confidence: 0.5),
        Self.relation("2", "d", "b", confidence: 0.5),
        Self.relation("3", "a", "c", confidence: 0.75),
        Self.relation("4", "c", "d", confidence: 0.5),
        Self.relation("5", "c", "d", confidence: 0.25), Self.relation("6", "a", "e"),
        Self.relation("7", "e", "d", status: .hypothetical),
      ])
    func paths(_ from: String, _ to: String, maxLength: Int = 6, limit: Int = 10) -> [String] {
      graph.shortestPaths(
        from: EntityID(from), to: EntityID(to), maxLength: maxLength, limit: limit
      ).map { path in
        let steps = path.steps.map { $0.map(\.rawValue).joined() }.joined(separator: "-")
        return
          "\(path.entities.map(\.id.rawValue).joined()) \(steps) \(path.strength) \(path.length)"
      }
    }
    #expect(paths("a", "d") == ["acd 3-45 0.375 2", "abd 1-2 0.25 2"])
    #expect(paths("d", "a") == ["dca 45-3 0.375 2", "dba 2-1 0.25 2"])
    #expect(paths("a", "d", limit: 1) == ["acd 3-45 0.375 2"])
    #expect(paths("a", "d", limit: 0) == [] && paths("a", "d", maxLength: 1) == [])
    #expect(paths("a", "d", maxLength: 2).count == 2)
    #expect(paths("a", "a") == ["a  1.0 0"] && paths("a", "x") == [] && paths("x", "x") == [])
    #expect(
      graph.shortestPaths(from: EntityID("a"), to: EntityID("d"), filter: .all)
        .map { $0.entities[1].id.rawValue } == ["c", "b", "e"])
  }
}
