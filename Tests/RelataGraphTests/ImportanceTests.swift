import RelataCore
import RelataGraphReference
import RelataTestSupport
import Testing

@testable import RelataGraph

/// Who matters, who belongs together, and which chains are worth reading.
@Suite struct ImportanceTests {
  private static func graph(
    _ edges: [(String, String)], types: [String: EntityType] = [:]
  ) -> KnowledgeGraph {
    let ids = Set(edges.flatMap { [$0.0, $0.1] }).sorted()
    return KnowledgeGraph(
      entities: ids.map { Entity(id: EntityID($0), name: $0, type: types[$0] ?? .person) },
      relations: edges.enumerated().map { index, ends in
        Relation(
          id: AssertionID("r\(index)"), subject: EntityID(ends.0), type: "met_with",
          object: EntityID(ends.1), predicate: "", polarity: .positive, status: .asserted,
          tense: .current, confidence: 0.8, evidence: [])
      })
  }

  @Test func `whoever stands between two stands between all of them`() {
    let path = Self.graph([("a", "b"), ("b", "c")]).betweenness()
    #expect(
      path.scores == [EntityID("a"): 0, EntityID("b"): 1, EntityID("c"): 0])
    #expect(path.samples == nil)
    let star = Self.graph([("m", "a"), ("m", "b"), ("m", "c"), ("a", "b")]).betweenness()
    #expect(abs((star.scores[EntityID("m")] ?? 0) - 2.0 / 3) < 1e-9)
    #expect(KnowledgeGraph(entities: [], relations: []).betweenness().scores.isEmpty)
  }

  /// The share of pairs, counted chain by chain.
  private func bruteForce(_ graph: KnowledgeGraph) -> [EntityID: Double] {
    var scores = Dictionary(uniqueKeysWithValues: graph.entities.map { ($0.id, 0.0) })
    for (i, a) in graph.entities.enumerated() {
      for b in graph.entities[(i + 1)...] {
        let paths = graph.shortestPaths(
          from: a.id, to: b.id, maxLength: 20, limit: 10_000, filter: .all)
        for path in paths {
          for entity in path.entities.dropFirst().dropLast() {
            scores[entity.id, default: 0] += 1 / Double(paths.count)
          }
        }
      }
    }
    let n = Double(graph.entities.count)
    return scores.mapValues { $0 / ((n - 1) * (n - 2) / 2) }
  }

  @Test(arguments: UInt64(0)..<30) func `betweenness is what counting chains gives`(seed: UInt64) {
    let graph = randomGraph(vertices: 9, edges: 16, seed: seed)
    let found = graph.betweenness(filter: .all).scores
    for (id, expected) in bruteForce(graph) {
      #expect(abs((found[id] ?? -1) - expected) < 1e-9, "\(id)")
    }
  }

  @Test func `a large graph is sampled, always alike`() {
    let graph = randomGraph(vertices: 600, edges: 1_500, seed: 3)
    let exact = graph.betweenness(filter: .all)
    let sampled = graph.betweenness(filter: .all, exactLimit: 500)
    #expect(sampled == graph.betweenness(filter: .all, exactLimit: 500))
    #expect(sampled.samples == Betweenness.sampleSize && exact.samples == nil)
    func top(_ found: Betweenness) -> Set<EntityID> {
      Set(found.scores.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(20).map(\.key))
    }
    #expect(top(exact).intersection(top(sampled)).count >= 14)
  }

  @Test func `two circles with one bridge are two communities`() {
    let ring = [("a1", "a2"), ("a2", "a3"), ("a1", "a3"), ("a1", "a4"), ("a3", "a4")]
    let other = ring.map { ($0.0.replacing("a", with: "b"), $0.1.replacing("a", with: "b")) }
    let found = Self.graph(ring + other + [("a1", "b1")]).communities()
    #expect(found.map(\.count) == [4, 4])
    #expect(Set(found.map { Set($0.map { $0.rawValue.prefix(1) }).count }) == [1])
  }

  @Test(arguments: UInt64(0)..<20) func `communities part the entities`(seed: UInt64) {
    let graph = randomGraph(vertices: 30, edges: 45, seed: seed)
    let found = graph.communities()
    #expect(found.flatMap { $0 }.sorted() == graph.entities.map(\.id))
    #expect(found == graph.communities())
    let components = graph.connectedComponents().map(Set.init)
    for community in found {
      #expect(components.contains { $0.isSuperset(of: community) })
    }
    #expect(KnowledgeGraph(entities: [], relations: []).communities().isEmpty)
  }

  @Test func `a chain through people goes before one through a state`() {
    let edges = [
      ("a", "land"), ("land", "z"), ("a", "x"), ("x", "y"), ("y", "z"),
    ]
    let graph = Self.graph(edges, types: ["land": .location])
    func chain(_ maxLength: Int = 6) -> [String]? {
      graph.tellingPaths(from: EntityID("a"), to: EntityID("z"), maxLength: maxLength).first?
        .entities.map(\.name)
    }
    #expect(chain() == ["a", "x", "y", "z"])
    #expect(chain(2) == ["a", "land", "z"])
    // One step longer is worth it, two are not.
    let long = Self.graph(
      edges.dropLast() + [("y", "w"), ("w", "z")], types: ["land": .location])
    #expect(
      long.tellingPaths(from: EntityID("a"), to: EntityID("z")).first?.entities.count == 3)
    // An end may be a state.
    #expect(
      graph.tellingPaths(from: EntityID("a"), to: EntityID("land")).first?.entities.count == 2)
    #expect(
      graph.shortestPaths(
        from: EntityID("a"), to: EntityID("z"), avoiding: [EntityID("land"), EntityID("x")]
      ).isEmpty)
  }

  @Test func `a choice leaves out types and names, but nobody who is asked about`() {
    let graph = Self.graph(
      [("a", "land"), ("a", "b"), ("b", "c")], types: ["land": .location])
    let chosen = graph.chosen(EntityChoice(types: [.person], without: [EntityID("c")]))
    #expect(chosen.entities.map(\.name) == ["a", "b"] && chosen.relations.count == 1)
    let kept = graph.chosen(EntityChoice(types: [.person], kept: [EntityID("land")]))
    #expect(kept.entities.count == 4)
    #expect(graph.mostConnected().map(\.name) == ["a", "b", "c", "land"])
  }
}
