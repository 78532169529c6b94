import RelataCore
import RelataGraphReference
import RelataTestSupport
import Testing

@testable import RelataGraph

@Suite struct NeighborTests {
  /// Distances by relaxing every relation until nothing changes.
  private func distances(
    _ graph: KnowledgeGraph, from id: EntityID, _ query: NeighborQuery
  ) -> [EntityID: Int] {
    var distance: [EntityID: Int] = [id: 0]
    for _ in graph.entities {
      for relation in graph.relations where query.filter.matches(relation, schema: graph.schema) {
        let symmetric = graph.schema[relation.type]?.isSymmetric == true
        var steps: [(EntityID, EntityID)] = []
        if query.direction != .incoming || symmetric {
          steps.append((relation.subject, relation.object))
        }
        if query.direction != .outgoing || symmetric {
          steps.append((relation.object, relation.subject))
        }
        for (from, to) in steps {
          if let d = distance[from], d < query.depth {
            distance[to] = min(distance[to] ?? .max, d + 1)
          }
        }
      }
    }
    distance[id] = nil
    return distance
  }

  @Test(arguments: UInt64(0)..<80) func neighborsAreWhatANaiveScanFinds(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let graph = randomGraph(vertices: 9, edges: 14, seed: seed)
    let query = NeighborQuery(
      depth: Int.random(in: 0...4, using: &random),
      direction: NeighborQuery.Direction.allCases[Int.random(in: 0..<3, using: &random)],
      relations: Bool.random(using: &random) ? ["hired", "met_with"] : [],
      families: Bool.random(using: &random) ? [.money] : [],
      statuses: Bool.random(using: &random) ? [.asserted, .planned] : [],
      polarities: Bool.random(using: &random) ? [.positive] : [],
      minimumConfidence: Bool.random(using: &random) ? 0.5 : 0)
    let found = graph.neighbors(of: "e0".entity, query)
    let expected = distances(graph, from: "e0".entity, query)
    #expect(Dictionary(uniqueKeysWithValues: found.map { ($0.entity.id, $0.distance) }) == expected)
    for neighbor in found {
      #expect(!neighbor.relationIDs.isEmpty)
      for id in neighbor.relationIDs {
        let relation = graph.relation(id)
        let ends = [relation?.subject, relation?.object]
        #expect(ends.contains(neighbor.entity.id))
        let other = ends.compactMap { $0 }.first { $0 != neighbor.entity.id }
        let nearer = other.map { $0 == "e0".entity ? 0 : expected[$0] } ?? nil
        #expect(nearer == neighbor.distance - 1)
      }
    }
    for (a, b) in zip(found, found.dropFirst()) {
      #expect(
        (a.distance, -a.strength, a.entity.name, a.entity.id.rawValue)
          < (b.distance, -b.strength, b.entity.name, b.entity.id.rawValue))
    }
    var limited = query
    limited.limit = 2
    #expect(graph.neighbors(of: "e0".entity, limited) == Array(found.prefix(2)))
  }

  @Test func anUnknownEntityHasNoNeighbors() {
    #expect(randomGraph(vertices: 3, edges: 5, seed: 1).neighbors(of: "nobody".entity).isEmpty)
    #expect(KnowledgeGraph(entities: [], relations: []).neighbors(of: "e0".entity).isEmpty)
  }

  @Test(arguments: UInt64(0)..<40) func componentsAreMutuallyReachable(seed: UInt64) {
    let graph = randomGraph(vertices: 12, edges: 9, seed: seed)
    let components = graph.connectedComponents()
    #expect(components.flatMap { $0 }.sorted() == graph.entities.map(\.id))
    for component in components {
      let reached = graph.neighbors(of: component[0], NeighborQuery(depth: 99)).map(\.entity.id)
      #expect(Set(reached + [component[0]]) == Set(component))
    }
  }

  @Test func statisticsAddUp() {
    let graph = GraphMerger().merge(SyntheticCorpus.documents(20, seed: 3))
    let statistics = graph.statistics()
    #expect(statistics.entities == graph.entities.count)
    #expect(statistics.entitiesByType.values.reduce(0, +) == statistics.entities)
    #expect(statistics.relationsByStatus.values.reduce(0, +) == statistics.relations)
    #expect(statistics.relationsByPolarity.values.reduce(0, +) == statistics.relations)
    #expect(statistics.relationsByType.values.reduce(0, +) == statistics.relations)
    #expect(statistics.evidence >= statistics.relations)
    #expect(statistics.sources == 3)
  }
}

extension String {
  var entity: EntityID { EntityID(self) }
}
