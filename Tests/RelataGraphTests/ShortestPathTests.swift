import RelataCore
import RelataGraphReference
import RelataTestSupport
import Testing

@testable import RelataGraph

@Suite struct ShortestPathTests {
  /// Every simple path up to a length, by depth-first search.
  private func allPaths(
    _ graph: KnowledgeGraph, _ path: [EntityID], to goal: EntityID, _ left: Int,
    _ filter: RelationFilter
  ) -> [[EntityID]] {
    guard let here = path.last else { return [] }
    if here == goal { return [path] }
    if left == 0 { return [] }
    let next = Set(
      graph.relations(of: here).filter { filter.matches($0, schema: graph.schema) }
        .map { $0.subject == here ? $0.object : $0.subject })
    return next.filter { !path.contains($0) }
      .flatMap { allPaths(graph, path + [$0], to: goal, left - 1, filter) }
  }

  @Test(arguments: UInt64(0)..<120) func pathsAreWhatBruteForceFinds(seed: UInt64) {
    let graph = randomGraph(vertices: 8, edges: 18, seed: seed)
    let filter: RelationFilter = seed % 2 == 0 ? .evidenceBacked : .all
    let all = allPaths(graph, ["e0".entity], to: "e1".entity, 4, filter)
    let shortest = all.map(\.count).min()
    let expected = Set(all.filter { $0.count == shortest })
    let found = graph.shortestPaths(
      from: "e0".entity, to: "e1".entity, maxLength: 4, limit: 1000, filter: filter)
    #expect(Set(found.map { $0.entities.map(\.id) }) == expected)
    #expect(found.count == expected.count)
    for path in found {
      #expect(path.steps.count == path.entities.count - 1)
      var strength = 1.0
      for ids in path.steps {
        let confidences = ids.compactMap { graph.relation($0)?.confidence }
        #expect(!confidences.isEmpty && confidences == confidences.sorted(by: >))
        strength *= confidences.first ?? 0
      }
      #expect(path.strength == strength)
    }
    let strengths = found.map(\.strength)
    #expect(strengths == strengths.sorted(by: >))
    let limited = graph.shortestPaths(
      from: "e0".entity, to: "e1".entity, maxLength: 4, limit: 2, filter: filter)
    #expect(limited == Array(found.prefix(2)))
  }

  @Test func negatedAndHypotheticalRelationsTieNobody() {
    for (polarity, status) in [
      (Polarity.negative, AssertionStatus.asserted), (.positive, .hypothetical),
    ] {
      var draft = DocumentDraft("a")
      let (x, y) = (draft.entity("Ahmad Massoud"), draft.entity("Amrullah Saleh"))
      draft.assert(x, "hired", y, polarity: polarity, status: status)
      let graph = GraphMerger().merge([draft.document])
      let ids = graph.entities.map(\.id)
      #expect(graph.shortestPaths(from: ids[0], to: ids[1]).isEmpty)
      #expect(graph.shortestPaths(from: ids[0], to: ids[1], filter: .all).count == 1)
    }
  }

  @Test func endsThatAreTheSameOrUnknown() {
    let graph = randomGraph(vertices: 4, edges: 6, seed: 2)
    let here = graph.shortestPaths(from: "e0".entity, to: "e0".entity)
    #expect(here.map(\.length) == [0])
    #expect(graph.shortestPaths(from: "e0".entity, to: "nobody".entity).isEmpty)
    #expect(graph.shortestPaths(from: "nobody".entity, to: "e0".entity).isEmpty)
  }
}
