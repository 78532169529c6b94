import GRDB
import RelataCore
import RelataGraph
import RelataGraphReference
import RelataTestSupport
import Testing

@testable import RelataStore

/// What people decide stands whatever documents come, go and come back.
@Suite struct DecisionReplayTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func store(_ name: String = "graph.relata") throws -> GraphStore {
    try GraphStore(path: folder.path(name), mode: .createIfMissing)
  }

  private func expectReference(_ store: GraphStore, _ documents: [ExtractedDocument]) throws {
    let log = try store.decisions().map(\.decision)
    let graph = try store.loadGraph()
    let expected = GraphMerger(decisions: log).merge(documents)
    #expect(graph.entities.map(\.id) == expected.entities.map(\.id))
    #expect(graph.entities.map(\.name) == expected.entities.map(\.name))
    #expect(graph.entities.map(\.aliases) == expected.entities.map(\.aliases))
    #expect(graph.entities.map(\.type) == expected.entities.map(\.type))
    #expect(graph.entities.map(\.documents) == expected.entities.map(\.documents))
    #expect(graph.relations.map(\.id) == expected.relations.map(\.id))
  }

  /// Bearers of documents, a few of them drawn for a decision.
  private func draw(
    _ documents: [ExtractedDocument], _ random: inout SeededGenerator
  ) -> [Decision] {
    let bearers = documents.flatMap { document in
      let keys = BearerKeys(document.annotated)
      return document.annotated.entities.filter(\.type.isNode).map(keys.key)
    }
    var log: [Decision] = []
    for number in 0..<Int.random(in: 1...5, using: &random) {
      guard let one = bearers.randomElement(using: &random) else { return [] }
      if Int.random(in: 0..<4, using: &random) == 0 {
        log.append(naming(one, number, &random))
        continue
      }
      if one.document == nil, Bool.random(using: &random) {
        // Places and peoples, two of one type.
        let alike = bearers.filter { $0.name.type == one.name.type && $0 != one }
        guard let other = alike.randomElement(using: &random) else { continue }
        log.append(
          Decision(
            kind: .merge, when: "2026-01-0\(number)",
            sides: [[NameAnchor(one)], [NameAnchor(other)]]))
        continue
      }
      if one.document == nil || Int.random(in: 0..<5, using: &random) == 0 {
        log.append(
          Decision(
            kind: .rename, when: "2026-01-0\(number)", text: "Name \(number)",
            sides: [[NameAnchor(one)]]))
        continue
      }
      let alike = bearers.filter { $0.name.type == one.name.type && $0 != one }
      guard let other = alike.randomElement(using: &random) else { continue }
      var sides = [[NameAnchor(one)], [NameAnchor(other)]]
      if let third = alike.randomElement(using: &random), third != other {
        sides[Int.random(in: 0...1, using: &random)].append(NameAnchor(third))
      }
      let kind: Decision.Kind =
        number > 1 && Int.random(in: 0..<4, using: &random) == 0
        ? .undo : Bool.random(using: &random) ? .merge : .different
      log.append(
        kind == .undo
          ? Decision(kind: .undo, when: "2026-01-0\(number)", undoes: "d1")
          : Decision(kind: kind, when: "2026-01-0\(number)", sides: sides))
    }
    return log
  }

  /// A decision that a bearer, or whoever is called so, is of another type, or that another name is the bearer's.
  private func naming(
    _ one: BearerKey, _ number: Int, _ random: inout SeededGenerator
  ) -> Decision {
    if Bool.random(using: &random) {
      let names = ["Amrullah Saleh", "NRF", "Panjshir", "Massoud", "Nobody At All"]
      let name = NameKey(names[Int.random(in: 0..<5, using: &random)], type: one.name.type)
      return Decision(
        kind: .alias, when: "2026-01-0\(number)", text: "Alias \(number)",
        sides: [[NameAnchor(one)], [NameAnchor(.anyone(name))]])
    }
    let types: [EntityType] = [.person, .organization, .location, .group]
    let type = types[Int.random(in: 0..<4, using: &random)]
    let read = Bool.random(using: &random) ? one : .anyone(one.name)
    var meant: [NameAnchor] = []
    if let document = one.document {
      meant = [NameAnchor(BearerKey(NameKey(one.name.form, type: type), in: document))]
    }
    return Decision(
      kind: .retype, when: "2026-01-0\(number)", text: type.rawValue,
      sides: [[NameAnchor(read)], meant],
      documents: Int.random(in: 0..<4, using: &random) == 0
        ? ["d0", "d3"].map { DocumentID($0) } : [])
  }

  @Test(arguments: UInt64(0)..<24)
  func `any order of documents and decisions gives the merged graph`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let documents = SyntheticCorpus.documents(8, seed: seed + 500)
    let log = draw(documents, &random)
    let (a, b) = (try store("a"), try store("b"))
    for document in documents { try a.add(document) }
    for decision in log { try a.decide(decision) }
    try expectReference(a, documents)
    // Decisions between documents, in another order.
    let shuffled = documents.shuffled(using: &random)
    for document in shuffled.prefix(4) { try b.add(document) }
    for decision in log { try b.decide(decision) }
    for document in shuffled.dropFirst(4) { try b.add(document) }
    let different = try Set(a.dump()).symmetricDifference(b.dump()).sorted()
    #expect(different == [])
    try a.verify()
  }

  @Test(arguments: UInt64(0)..<16)
  func `removing, replacing and bringing back leave decisions as they were`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let documents = SyntheticCorpus.documents(8, seed: seed + 900)
    let log = draw(documents, &random)
    let (a, b) = (try store("a"), try store("b"))
    for decision in log { try a.decide(decision) }
    for document in documents { try a.add(document) }
    let whole = try a.dump()
    let gone = documents.shuffled(using: &random).prefix(4)
    for document in gone { try a.remove(document.annotated.document.id) }
    let rest = documents.filter { document in
      !gone.contains { $0.annotated.document.id == document.annotated.document.id }
    }
    try expectReference(a, rest)
    for document in rest { try b.add(document) }
    for decision in log { try b.decide(decision) }
    let different = try Set(a.dump()).symmetricDifference(b.dump()).sorted()
    #expect(different == [])
    for document in gone.shuffled(using: &random) { try a.add(document) }
    #expect(try a.dump() == whole)
  }

  @Test(arguments: UInt64(0)..<16)
  func `what is undone leaves nothing but its entries`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let documents = SyntheticCorpus.documents(8, seed: seed + 1300)
    let store = try store()
    for document in documents { try store.add(document) }
    let before = try store.dump().filter { !$0.hasPrefix("decision") }
    let log = draw(documents, &random).filter { $0.kind != .undo }
    for decision in log { try store.decide(decision) }
    for number in (1...max(1, log.count)).shuffled(using: &random) where !log.isEmpty {
      try store.decide(Decision(kind: .undo, when: "2026-02-01", undoes: "d\(number)"))
    }
    #expect(try store.dump().filter { !$0.hasPrefix("decision") } == before)
    #expect(
      try store.decisions().filter { $0.decision.kind != .undo }.allSatisfy {
        $0.state == .undone
      })
  }
}
