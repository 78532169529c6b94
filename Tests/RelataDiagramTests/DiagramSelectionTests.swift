import RelataCore
import RelataDiagram
import RelataGraph
import RelataTestSupport
import Testing

@Suite struct DiagramSelectionTests {
  private let mara = EntityID("mara")

  /// A star with `leaves` neighbors; leaf i has i % 3 + 1 sources.
  private func star(_ leaves: Int, extra: [Relation] = [], entities: [Entity] = [])
    -> KnowledgeGraph
  {
    let nodes = (0..<leaves).map { MadeUpGraph.entity("n\($0 + 100)", "Leaf \($0)", .organization) }
    let relations = (0..<leaves).map {
      MadeUpGraph.relation(
        "s\($0 + 100)", "hub", "funds", "n\($0 + 100)",
        sources: Array(["A", "B", "C"].prefix($0 % 3 + 1)))
    }
    return KnowledgeGraph(
      entities: nodes + entities + [MadeUpGraph.entity("hub", "Hub", .organization)],
      relations: relations + extra)
  }

  @Test func `a small graph is shown whole`() throws {
    let selection = try DiagramSelection(of: MadeUpGraph.graph, options: DiagramOptions())
    #expect(selection.nodes.count == 12)
    #expect(selection.drawnRelations.count == 20)
    #expect(selection.removals.isEmpty)
    #expect(selection.focus.isEmpty && !selection.isAutomaticFocus)
  }

  @Test func `a graph too large to show gets its best connected entity as focus, and says so`()
    throws
  {
    let other = [
      MadeUpGraph.relation("z1", "a", "owns", "b"), MadeUpGraph.relation("z2", "a", "owns", "c"),
    ]
    let entities = ["a", "b", "c"].map { MadeUpGraph.entity($0, $0, .organization) }
    let selection = try DiagramSelection(
      of: star(30, extra: other, entities: entities), options: DiagramOptions())
    #expect(selection.focus == [EntityID("hub")])
    #expect(selection.isAutomaticFocus)
    #expect(
      selection.removals.contains(Removal(reason: .beyondDepth, entities: 3, relations: 2)))
  }

  @Test func `step one is complete and keeps the lines between neighbors`() throws {
    let selection = try DiagramSelection(
      of: MadeUpGraph.graph, options: DiagramOptions(focus: [mara]))
    let names = Set(selection.nodes.map(\.entity.id.rawValue))
    #expect(names == ["mara", "osei", "harbor", "lena", "act", "tomas", "front"])
    let drawn = Set(selection.drawnRelations.map(\.id.rawValue))
    #expect(drawn.isSuperset(of: ["r01", "r02", "r07", "r15"]))
    #expect(selection.nodes[0].entity.id == mara && selection.nodes[0].isFocus)
  }

  @Test func `step two needs two ties or two sources`() throws {
    func far(_ id: String) -> Entity { MadeUpGraph.entity(id, id, .organization) }
    let extra = [
      MadeUpGraph.relation("x1", "n100", "owns", "single"),
      MadeUpGraph.relation("x2", "n100", "owns", "double", sources: ["A", "B"]),
      MadeUpGraph.relation("x3", "n100", "owns", "bridge"),
      MadeUpGraph.relation("x4", "n101", "owns", "bridge"),
    ]
    let graph = star(4, extra: extra, entities: ["single", "double", "bridge"].map(far))
    let options = DiagramOptions(focus: [EntityID("hub")], depth: 2)
    let selection = try DiagramSelection(of: graph, options: options)
    let names = Set(selection.nodes.map(\.entity.id.rawValue))
    #expect(names.contains("double") && names.contains("bridge") && !names.contains("single"))
    #expect(
      selection.removals == [Removal(reason: .unsupportedDistance, entities: 1, relations: 1)])
  }

  @Test func `the neighbors with the least support go first and are counted at the focus`() throws {
    let options = DiagramOptions(focus: [EntityID("hub")], nodeLimit: 11)
    let selection = try DiagramSelection(of: star(30), options: options)
    #expect(selection.nodes.count == 11)
    #expect(selection.nodes[0].hiddenNeighbors == 20)
    #expect(selection.removals == [Removal(reason: .neighbor, entities: 20, relations: 20)])
    #expect(selection.edges.allSatisfy { $0.sourceCount == 3 })
    #expect(selection.reachable.count == 30)
  }

  @Test func `weak single-source lines go before well supported neighbors`() throws {
    var relations = star(6).relations
    relations[0].confidence = 0.3
    let graph = KnowledgeGraph(entities: star(6).entities, relations: relations)
    let selection = try DiagramSelection(
      of: graph, options: DiagramOptions(focus: [EntityID("hub")], nodeLimit: 6))
    #expect(selection.removals == [Removal(reason: .weak, entities: 1, relations: 1)])
  }

  @Test func `a claim is never shown without its denial`() throws {
    let options = DiagramOptions(focus: [mara], nodeLimit: 25, edgeLimit: 6)
    let selection = try DiagramSelection(of: MadeUpGraph.graph, options: options)
    let drawn = Set(selection.drawnRelations.map(\.id.rawValue))
    #expect(selection.edges.count <= 6)
    #expect(drawn.contains("r04") == drawn.contains("r05"))
  }

  @Test func `parallel relations of a family are one line, denials and other claims are not`()
    throws
  {
    let selection = try DiagramSelection(of: MadeUpGraph.graph, options: DiagramOptions())
    let lines = selection.edges.filter {
      $0.subject.rawValue == "harbor" && $0.object.rawValue == "mara"
    }
    #expect(lines.map { $0.relations.map(\.id.rawValue) } == [["r04", "r18"], ["r05"]])
    let asserted = MadeUpGraph.relation("r99", "harbor", "paid", "mara")
    let graph = KnowledgeGraph(
      entities: MadeUpGraph.entities, relations: MadeUpGraph.relations + [asserted])
    let more = try DiagramSelection(of: graph, options: DiagramOptions())
    #expect(
      more.edges.filter { $0.subject.rawValue == "harbor" && $0.object.rawValue == "mara" }.count
        == 3)
  }

  @Test func `filters apply to every property and are counted`() throws {
    func drawn(_ options: DiagramOptions) throws -> Set<String> {
      let selection = try DiagramSelection(of: MadeUpGraph.graph, options: options)
      return Set(selection.drawnRelations.map(\.id.rawValue))
    }
    #expect(try drawn(DiagramOptions(filter: RelationFilter(relations: ["hired"]))) == ["r01"])
    #expect(try drawn(DiagramOptions(filter: RelationFilter(families: [.kin]))) == ["r13"])
    #expect(
      try drawn(DiagramOptions(filter: RelationFilter(statuses: [.planned, .hypothetical]))) == [
        "r11", "r12",
      ])
    #expect(
      try !drawn(DiagramOptions(filter: RelationFilter(minimumConfidence: 0.52))).contains("r12"))
    let selection = try DiagramSelection(
      of: MadeUpGraph.graph, options: DiagramOptions(filter: RelationFilter(relations: ["hired"])))
    #expect(selection.removals.first == Removal(reason: .filtered, entities: 0, relations: 19))
  }

  @Test func `a focus without relations is shown alone`() throws {
    let graph = KnowledgeGraph(
      entities: MadeUpGraph.entities + [MadeUpGraph.entity("lone", "Lone", .person)],
      relations: MadeUpGraph.relations)
    let selection = try DiagramSelection(
      of: graph, options: DiagramOptions(focus: [EntityID("lone")]))
    #expect(selection.nodes.map(\.entity.id.rawValue) == ["lone"])
    #expect(selection.edges.isEmpty)
  }

  @Test func `an empty graph gives an empty selection`() throws {
    let selection = try DiagramSelection(
      of: KnowledgeGraph(entities: [], relations: []), options: DiagramOptions())
    #expect(selection.nodes.isEmpty && selection.edges.isEmpty && selection.removals.isEmpty)
  }

  @Test func `options out of range and unknown focuses are refused`() {
    let bad = [
      DiagramOptions(depth: 0), DiagramOptions(depth: 5), DiagramOptions(nodeLimit: 251),
      DiagramOptions(edgeLimit: 401),
      DiagramOptions(filter: RelationFilter(minimumConfidence: 1.5)),
    ]
    for options in bad {
      #expect(throws: RelataError.self) { try options.validate() }
    }
    #expect {
      try DiagramSelection(of: MadeUpGraph.graph, options: DiagramOptions(focus: [EntityID("no")]))
    } throws: {
      ($0 as? RelataError)?.code == "RL5002"
    }
  }

  /// Random graphs with a hub, weak and strong ties, claims and denials.
  static func random(_ seed: UInt64) -> KnowledgeGraph {
    var generator = SeededGenerator(seed: seed)
    let entities = (0..<60).map { MadeUpGraph.entity("n\($0)", "Name \($0)", .organization) }
    let types: [RelationID] = ["funds", "owns", "allied_with", "attacked", "met_with"]
    let relations = (0..<140).map { i in
      let s = i < 45 ? 0 : Int.random(in: 0..<60, using: &generator)
      return MadeUpGraph.relation(
        "r\(i)", "n\(s)", types.randomElement(using: &generator) ?? "owns",
        "n\(Int.random(in: 0..<60, using: &generator))",
        polarity: Bool.random(using: &generator) ? .positive : .negative,
        status: AssertionStatus.allCases.randomElement(using: &generator) ?? .asserted,
        confidence: Double.random(in: 0.3...0.95, using: &generator),
        sources: Array(["A", "B", "C"].prefix(Int.random(in: 1...3, using: &generator))))
    }
    return KnowledgeGraph(entities: entities, relations: relations)
  }

  @Test(arguments: 1...12)
  func `everything is either drawn or counted, and the limits hold`(seed: Int) throws {
    let graph = Self.random(UInt64(seed))
    for options in [
      DiagramOptions(focus: [EntityID("n0")], depth: 1 + seed % 3),
      DiagramOptions(focus: [EntityID("n0"), EntityID("n7")], nodeLimit: 9, edgeLimit: 7),
      DiagramOptions(filter: RelationFilter(minimumConfidence: 0.5)),
    ] {
      let selection = try DiagramSelection(of: graph, options: options)
      #expect(selection.nodes.count <= options.nodeLimit)
      #expect(selection.edges.count <= options.edgeLimit)
      let entities = selection.nodes.count + selection.removals.map(\.entities).reduce(0, +)
      let relations =
        selection.drawnRelations.count + selection.removals.map(\.relations).reduce(0, +)
      #expect(entities == graph.entities.count)
      #expect(relations == graph.relations.count)
      let shown = Set(selection.nodes.map(\.entity.id))
      #expect(Set(options.focus).isSubset(of: shown))
      #expect(
        selection.edges.allSatisfy { shown.contains($0.subject) && shown.contains($0.object) })
      #expect(selection.nodes.allSatisfy { $0.distance <= options.depth })
      #expect(selection.removals.map(\.reason) == selection.removals.map(\.reason).sorted())
    }
  }
}
