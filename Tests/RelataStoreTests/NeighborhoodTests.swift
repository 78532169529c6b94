import RelataCore
import RelataGraph
import RelataTestSupport
import Testing

@testable import RelataStore

@Suite struct NeighborhoodTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: UInt64(0)..<10) func partsAnswerAsTheWholeGraphDoes(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let store = try GraphStore(path: folder.path("g"), mode: .createIfMissing)
    for document in SyntheticCorpus.documents(10, seed: seed) { try store.add(document) }
    let graph = try store.loadGraph()
    for entity in graph.entities {
      let query = NeighborQuery(
        depth: Int.random(in: 0...3, using: &random),
        direction: NeighborQuery.Direction.allCases[Int.random(in: 0..<3, using: &random)],
        filter: Bool.random(using: &random) ? .evidenceBacked : .all,
        limit: Bool.random(using: &random) ? 3 : nil)
      let part = try store.neighborhood(of: entity.id, query, includesMutual: true)
      let neighbors = graph.neighbors(of: entity.id, query)
      #expect(part.neighbors == neighbors)
      let ids = Set(neighbors.map(\.entity.id) + [entity.id])
      #expect(part.graph.entities == graph.entities.filter { ids.contains($0.id) })
      let mutual = graph.relations.filter {
        ids.contains($0.subject) && ids.contains($0.object)
          && query.filter.matches($0, schema: graph.schema)
      }
      #expect(part.graph.relations == mutual)
      let plain = try store.neighborhood(of: entity.id, query)
      let steps = Set(neighbors.flatMap(\.relationIDs))
      #expect(plain.graph.relations == graph.relations.filter { steps.contains($0.id) })
    }
  }

  @Test(arguments: UInt64(0)..<4) func pathsAreThoseOfTheWholeGraph(seed: UInt64) throws {
    let store = try GraphStore(path: folder.path("g"), mode: .createIfMissing)
    for document in SyntheticCorpus.documents(12, seed: seed) { try store.add(document) }
    let graph = try store.loadGraph()
    for a in graph.entities {
      for b in graph.entities {
        let (paths, part) = try store.shortestPaths(from: a.id, to: b.id)
        #expect(paths == graph.tellingPaths(from: a.id, to: b.id))
        for id in paths.flatMap({ $0.steps.flatMap { $0 } }) {
          #expect(part.relation(id) == graph.relation(id))
        }
      }
    }
  }

  @Test func namesAreFoundAsInMemory() throws {
    let store = try GraphStore(path: folder.path("g"), mode: .createIfMissing)
    for document in SyntheticCorpus.documents(30, seed: 5) { try store.add(document) }
    let graph = try store.loadGraph()
    let index = NameIndex(graph.entities)
    let typed = [
      "massoud", "Masoud", "ahmad", "saleh", "NRF", "front", "usa", "U.S.", "panjshir", "acme inc",
      "zzz", "", graph.entities[0].id.rawValue,
    ]
    for name in typed { #expect(try store.match(name) == index.match(name), "\(name)") }
  }

  @Test func statisticsAreThoseOfTheWholeGraph() throws {
    let store = try GraphStore(path: folder.path("g"), mode: .createIfMissing)
    for document in SyntheticCorpus.documents(20, seed: 8) { try store.add(document) }
    let graph = try store.loadGraph()
    var expected = graph.statistics()
    expected.documents = 20
    #expect(try store.statistics() == expected)
    try store.add(DocumentDraft("names nobody").document)
    #expect(try store.statistics().documents == 21)
    let bare = try store.loadGraph(includesEvidence: false)
    #expect(bare.entities == graph.entities)
    #expect(bare.relations.map(\.id) == graph.relations.map(\.id))
    #expect(bare.relations.flatMap(\.evidence).isEmpty)
  }

  @Test func anUnknownEntityHasAnEmptyNeighborhood() throws {
    let store = try GraphStore(path: folder.path("g"), mode: .createIfMissing)
    let part = try store.neighborhood(of: EntityID("nobody"))
    #expect(part.neighbors.isEmpty && part.graph.entities.isEmpty)
    #expect(try store.shortestPaths(from: EntityID("a"), to: EntityID("b")).paths.isEmpty)
  }
}
