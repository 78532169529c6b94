import Foundation
import RelataCore
import RelataGraph
import RelataTestSupport
import Testing

@testable import RelataStore

/// With a confidential document a graph is what it is without it.
@Suite struct ConfidentialTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static func confidential(
    _ documents: [DocumentID], _ kind: Decision.Kind = .confidential
  ) -> Decision {
    Decision(kind: kind, when: "2026-12-01T10:00:00Z", documents: documents)
  }

  /// Rows of all that questions are answered from: without the log, and without what is sealed.
  private static let kept: Set<String> = [
    "decision", "decisionDocument", "sealedDocument", "document", "documentText", "documentFile",
  ]

  private func rows(_ store: GraphStore) throws -> [String] {
    try store.dump().filter { row in
      !Self.kept.contains(String(row.prefix { $0 != " " }))
    }
  }

  private func store(_ documents: [ExtractedDocument], _ path: String) throws -> GraphStore {
    let store = try GraphStore(path: path, mode: .createIfMissing)
    for document in documents { try store.add(document) }
    return store
  }

  @Test(arguments: UInt64(0)..<6)
  func `nothing is as if it had been read, everything as it was when asked`(
    seed: UInt64
  ) throws {
    let documents = SyntheticCorpus.documents(6, seed: seed)
    let hidden = documents[Int(seed) % 6].annotated.document.id
    let rest = documents.filter { $0.annotated.document.id != hidden }
    let without = try store(rest, folder.path("without"))
    let path = folder.path("graph")
    let store = try store(documents, path)
    let (before, all) = (try rows(store), try store.loadGraph())
    let taken = try store.decide(Self.confidential([hidden]))
    #expect(taken?.state == .applies)
    #expect(try rows(store) == rows(without))
    #expect(try store.statistics() == without.statistics())
    #expect(try store.documents() == without.documents())
    #expect(try store.documents(includingConfidential: true).count == 6)
    #expect(try store.text(of: hidden) == nil)
    #expect(try store.decisions().isEmpty)
    #expect(try store.decisions(includingConfidential: true).count == 1)
    try store.verify()
    try store.close()

    let asked = try GraphStore(path: path, mode: .readOnly, includesConfidential: true)
    let told = try asked.loadGraph()
    #expect(told.entities == all.entities && told.relations == all.relations)
    #expect(try asked.documents().filter(\.isConfidential).map(\.id) == [hidden])
    #expect(try asked.text(of: hidden) != nil)
    #expect(throws: RelataError.self) { try asked.remove(hidden) }

    let again = try GraphStore(path: path, mode: .readWrite)
    #expect(try rows(again) == rows(without))
    try again.decide(Self.confidential([hidden], .disclose))
    #expect(try rows(again) == before)
    try again.decide(Decision(kind: .undo, when: "2026-12-02", undoes: "d2"))
    #expect(try rows(again) == rows(without))
    try again.decide(Decision(kind: .undo, when: "2026-12-02", undoes: "d1"))
    #expect(try rows(again) == before)
  }

  @Test func `a decision waits for its document, and outlives its going and coming`() throws {
    let documents = SyntheticCorpus.documents(4, seed: 3)
    let id = documents[2].annotated.document.id
    let without = try store(documents.filter { $0.annotated.document.id != id }, folder.path("w"))
    let path = folder.path("graph")
    let store = try GraphStore(path: path, mode: .createIfMissing)
    try store.makeConfidential(id, Decision(kind: .note, when: "2026-12-01"))
    try store.makeConfidential(id, Decision(kind: .note, when: "2026-12-02"))
    #expect(try store.decisions(includingConfidential: true).map(\.state) == [.doesNotApply])
    for document in documents { try store.add(document, producer: "p") }
    #expect(try rows(store) == rows(without))
    #expect(try store.add(documents[2], producer: "p") == .unchanged)
    // Another reading of it, and the document once more after it was gone.
    var other = documents[2]
    other.assertions = []
    #expect(try store.add(other) == .replaced)
    #expect(try rows(store) == rows(without))
    #expect(try store.remove(id))
    #expect(try store.add(documents[2]) == .added)
    #expect(try rows(store) == rows(without))
    // Whoever forgets it erases the decision about it, and what was sealed.
    #expect(try store.forget([id]) == [id])
    try store.close()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(!bytes.contains(Data(id.rawValue.utf8)) || id.rawValue.count < 4)
    #expect(
      try GraphStore(path: path, mode: .readOnly).decisions(includingConfidential: true)
        .allSatisfy { $0.decision.documents.isEmpty })
  }

  @Test func `a document that takes the place of a confidential one is confidential`() throws {
    func page(_ id: String, _ text: String) -> ExtractedDocument {
      var draft = DocumentDraft(id)
      let (a, b) = (draft.entity("Ahmad Massoud"), draft.entity("Robert Stryk"))
      draft.assert(a, "hired", b, predicate: text)
      var document = draft.document
      document.annotated.document.address = "https://a.example/story"
      return document
    }
    let store = try store([page("a", "hired")], folder.path("graph"))
    try store.decide(Self.confidential([DocumentID("a")]))
    #expect(try store.add(page("b", "has hired")) == .replaced)
    #expect(try store.documents().isEmpty && store.loadGraph().entities.isEmpty)
    #expect(try store.documents(includingConfidential: true).map(\.id.rawValue) == ["b"])
  }

  @Test func `decisions are told without what confidential documents say`() throws {
    func document(_ id: String, _ name: String) -> ExtractedDocument {
      var draft = DocumentDraft(id)
      let a = draft.entity(name, aliases: ["Stryk"])
      draft.assert(a, "hired", draft.entity("Lindsey Graham"), predicate: "hired in \(id)")
      return draft.document
    }
    let store = try store(
      [document("a", "Robert Stryk"), document("b", "Bartholomew Stryk")], folder.path("graph"))
    let ids = try store.loadGraph().entities.filter { $0.name.contains("Stryk") }.map(\.id)
    #expect(ids.count == 2)
    var sides: [[NameAnchor]] = []
    for id in ids { sides.append(try store.anchors(of: id)) }
    try store.decide(
      Decision(
        kind: .merge, when: "1", reason: "Bartholomew is what his mother calls him", sides: sides))
    let graham = try #require(try store.loadGraph().entities.first { $0.name == "Lindsey Graham" })
    try store.decide(
      Decision(
        kind: .note, when: "2", text: "ask Bartholomew", sides: [try store.anchors(of: graham.id)]))
    try store.decide(Self.confidential([DocumentID("b")]))
    let told = try store.decisions()
    #expect(told.map(\.decision.kind) == [.note])
    #expect(told[0].decision.sides.joined().allSatisfy { $0.document == DocumentID("a") })
    let all = try store.decisions(includingConfidential: true).map(\.decision)
    #expect(all.map(\.kind) == [.merge, .note, .confidential])
    // The log goes to another graph and back as it is.
    let file = try DecisionFile(yaml: try DecisionFile(all).yaml(), file: "d")
    #expect(file.decisions == all)
    let other = try GraphStore(path: folder.path("other"), mode: .createIfMissing)
    try other.takeIn(file.decisions)
    for name in [("a", "Robert Stryk"), ("b", "Bartholomew Stryk")] {
      try other.add(document(name.0, name.1))
    }
    #expect(try rows(other) == rows(store))
    #expect(try other.takeIn(all).isEmpty)
  }
}
