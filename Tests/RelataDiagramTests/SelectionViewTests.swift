import RelataCore
import RelataDiagram
import RelataGraph
import RelataTestSupport
import Testing

/// Paths, filters by evidence, and series of small figures.
@Suite struct SelectionViewTests {
  private func path(_ from: String, _ to: String, length: Int = 6) -> DiagramOptions {
    var options = DiagramOptions()
    options.path = DiagramPath(from: EntityID(from), to: EntityID(to), maximumLength: length)
    return options
  }

  /// Relations and entities drawn and counted must be all there are.
  private func isAccountedFor(_ selection: DiagramSelection, _ graph: KnowledgeGraph) -> Bool {
    let relations =
      selection.drawnRelations.count + selection.removals.reduce(0) { $0 + $1.relations }
    let entities = selection.nodes.count + selection.removals.reduce(0) { $0 + $1.entities }
    return relations == graph.relations.count && entities == graph.entities.count
  }

  // MARK: Paths

  @Test func `a path view shows the shortest chains and counts the rest`() throws {
    let selection = try DiagramSelection(
      of: MadeUpGraph.graph, options: path("tomas", "strike"))
    #expect(selection.isPath && selection.focus.map(\.rawValue) == ["tomas", "strike"])
    #expect(selection.nodes.filter(\.isFocus).count == 2)
    // tomas – mara – osei – front/dockers – strike and by way of the bank and the port company are longer
    // than by the act: all ways of the least length, and nothing else.
    let paths = MadeUpGraph.graph.shortestPaths(from: EntityID("tomas"), to: EntityID("strike"))
    let onPaths = Set(paths.flatMap { $0.entities.map(\.id) })
    #expect(Set(selection.nodes.map(\.entity.id)) == onPaths)
    #expect(selection.nodes.allSatisfy { $0.hiddenNeighbors == 0 })
    #expect(isAccountedFor(selection, MadeUpGraph.graph))
    #expect(selection.removals.contains { $0.reason == .offPath && $0.relations > 0 })
  }

  @Test func `what is denied ties nobody, but is shown beside the claim that ties`() throws {
    let only = KnowledgeGraph(
      entities: MadeUpGraph.entities,
      relations: MadeUpGraph.relations.filter { ["r17"].contains($0.id.rawValue) })
    let error = try #require(throws: RelataError.self) {
      try DiagramSelection(of: only, options: path("mara", "front"))
    }
    #expect(error.code == "RL5003" && error.hint != nil)
    let both = KnowledgeGraph(
      entities: MadeUpGraph.entities,
      relations: MadeUpGraph.relations.filter { ["r04", "r05"].contains($0.id.rawValue) })
    let selection = try DiagramSelection(of: both, options: path("harbor", "mara"))
    #expect(selection.drawnRelations.map(\.id.rawValue) == ["r04", "r05"])
  }

  @Test func `a path longer than allowed is none, and its ends must exist`() {
    #expect(throws: RelataError.self) {
      try DiagramSelection(of: MadeUpGraph.graph, options: path("tomas", "strike", length: 1))
    }
    #expect(throws: RelataError.self) {
      try DiagramSelection(of: MadeUpGraph.graph, options: path("tomas", "nobody"))
    }
    #expect(throws: RelataError.self) {
      try DiagramSelection(of: MadeUpGraph.graph, options: path("tomas", "strike", length: 11))
    }
  }

  @Test func `chains run from the first end to the second whichever way the arrows point`() throws {
    let dot = try FigureRenderer().dot(of: MadeUpGraph.graph, options: path("lena", "osei"))
    // lena ← hired – harbor ← leads – osei: both arrows point at lena, both lines leave her.
    let lines = dot.split(separator: "\n").filter { $0.contains(" -> ") && $0.contains("hired") }
    #expect(lines.count == 1 && lines[0].contains("dir=\"back\""))
  }

  // MARK: Evidence

  @Test
  func `evidence of other outlets and dates does not count, and what is left has less confidence`()
    throws
  {
    var options = DiagramOptions()
    options.evidence = EvidenceFilter(sources: ["coast"])
    let selection = try DiagramSelection(of: MadeUpGraph.graph, options: options)
    let drawn = selection.drawnRelations
    #expect(Set(drawn.map(\.id.rawValue)) == ["r01", "r02", "r03"])
    #expect(drawn.allSatisfy { $0.sources == ["Coast Wire"] })
    #expect(isAccountedFor(selection, MadeUpGraph.graph))
    options.evidence = EvidenceFilter(since: "2024-03-03")
    let late = try DiagramSelection(of: MadeUpGraph.graph, options: options)
    #expect(late.drawnRelations.map(\.id.rawValue) == ["r02"])
    #expect(late.drawnRelations[0].evidence.map(\.source) == ["Reuters"])
  }

  // MARK: Series

  /// People and companies with a few hubs, as in news.
  private func network(_ count: Int, edges: Int, seed: UInt64) -> KnowledgeGraph {
    var generator = SeededGenerator(seed: seed)
    let entities = (0..<count).map {
      MadeUpGraph.entity("x\($0 + 1000)", "Name \($0)", $0 % 2 == 0 ? .person : .organization)
    }
    let types: [RelationID] = ["owns", "leads", "met_with", "paid", "accused"]
    let relations = (0..<edges).map { index -> Relation in
      let a = Int.random(in: 0..<count, using: &generator)
      let hub = Int.random(in: 0..<max(1, count / 20), using: &generator)
      var b = index % 3 == 0 ? hub : Int.random(in: 0..<count, using: &generator)
      if a == b { b = (b + 1) % count }
      return MadeUpGraph.relation(
        "r\(index + 10_000)", "x\(a + 1000)", types[index % types.count], "x\(b + 1000)")
    }
    return KnowledgeGraph(entities: entities, relations: relations)
  }

  @Test(arguments: [(40, 60, 12), (120, 200, 50), (120, 200, 4), (300, 150, 50)])
  func `small figures keep the limits, and every relation is drawn once or counted`(
    nodes: Int, edges: Int, maximum: Int
  ) throws {
    let graph = network(nodes, edges: edges, seed: UInt64(nodes))
    let series = try DiagramSelection.series(
      of: graph, options: DiagramOptions(), maximum: maximum)
    #expect(series.count > 1 && series.count <= maximum)
    var drawn: [AssertionID] = []
    for (index, selection) in series.enumerated() {
      #expect(selection.nodes.count <= 25 && selection.edges.count <= 40)
      #expect(!selection.edges.isEmpty)
      #expect(isAccountedFor(selection, graph))
      #expect(selection.part == DiagramSelection.Part(number: index + 1, total: series.count))
      drawn += selection.drawnRelations.map(\.id)
    }
    #expect(Set(drawn).count == drawn.count)
    let missing = series[0].removals.first { $0.reason == .beyondSeries }?.relations ?? 0
    #expect(drawn.count + missing == graph.relations.count)
    #expect(maximum == 4 || missing == 0)
  }

  @Test func `what fits is one figure, and the focus asked for comes first`() throws {
    let one = try DiagramSelection.series(of: MadeUpGraph.graph, options: DiagramOptions())
    #expect(one.count == 1 && one[0].part == nil)
    let graph = network(120, edges: 200, seed: 3)
    let id = EntityID("x1077")
    let series = try DiagramSelection.series(
      of: graph, options: DiagramOptions(focus: [id], depth: 3))
    #expect(series[0].nodes.contains { $0.entity.id == id })
  }

  @Test func `ties that another figure shows are counted at the entity`() throws {
    let graph = network(120, edges: 200, seed: 120)
    let first = try DiagramSelection.series(of: graph, options: DiagramOptions())[0]
    let hub = try #require(first.nodes.first)
    let neighbors = Set(
      graph.relations(of: hub.entity.id).flatMap { [$0.subject, $0.object] }
    ).subtracting([hub.entity.id])
    let shown = Set(first.nodes.map(\.entity.id))
    #expect(hub.isFocus && hub.hiddenNeighbors == neighbors.subtracting(shown).count)
  }
}
