import Foundation
import GRDB
import RelataCore
import RelataGraph
import RelataGraphReference
import RelataTestSupport
import Testing

@testable import RelataStore

@Suite struct GraphStoreTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func store(_ name: String = "graph.relata") throws -> GraphStore {
    try GraphStore(path: folder.path(name), mode: .createIfMissing)
  }

  private func expectEqual(_ a: KnowledgeGraph, _ b: KnowledgeGraph) {
    #expect(a.entities == b.entities)
    #expect(a.relations == b.relations)
  }

  @Test(arguments: UInt64(0)..<20) func aStoredGraphIsTheMergedGraph(seed: UInt64) throws {
    let documents = SyntheticCorpus.documents(8, seed: seed)
    let store = try store()
    for document in documents { #expect(try store.add(document) == .added) }
    expectEqual(try store.loadGraph(), GraphMerger().merge(documents))
    try store.verify()
  }

  @Test(arguments: UInt64(0)..<15) func everyOrderGivesTheSameRows(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let documents = SyntheticCorpus.documents(8, seed: seed)
    let (a, b) = (try store("a"), try store("b"))
    for document in documents { try a.add(document) }
    for document in documents.shuffled(using: &random) { try b.add(document) }
    #expect(try a.dump() == b.dump())
  }

  @Test(arguments: UInt64(0)..<15) func removingAndReplacingLeaveNoTrace(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let before = SyntheticCorpus.documents(8, seed: seed + 100)
    let after = SyntheticCorpus.documents(6, seed: seed)
    let (a, b) = (try store("a"), try store("b"))
    for document in before { try a.add(document) }
    for document in after.shuffled(using: &random) { try a.add(document) }
    for document in before.dropFirst(6).shuffled(using: &random) {
      #expect(try a.remove(document.annotated.document.id))
    }
    for document in after { try b.add(document) }
    #expect(try a.dump() == b.dump())
    try a.verify()
    for document in after { try a.remove(document.annotated.document.id) }
    #expect(try a.dump() == [])
  }

  @Test func addingAgainChangesNothing() throws {
    let documents = SyntheticCorpus.documents(5, seed: 7)
    let store = try store()
    for document in documents { try store.add(document, producer: "test 1") }
    let rows = try store.dump()
    for document in documents {
      #expect(try store.add(document, producer: "test 1") == .unchanged)
    }
    #expect(try store.dump() == rows)
    let document = documents[0].annotated.document
    #expect(try store.isCurrent(document.id, sha256: document.sha256, producer: "test 1"))
    #expect(try !store.isCurrent(document.id, sha256: document.sha256, producer: "test 2"))
    #expect(try !store.isCurrent(document.id, sha256: "", producer: "test 1"))
  }

  @Test func newContentOfAKnownDocumentReplacesIt() throws {
    let store = try store()
    var old = DocumentDraft("a")
    old.assert(old.entity("Ahmad Massoud"), "hired", old.entity("Robert Stryk"))
    var new = DocumentDraft("a")
    new.assert(new.entity("Ahmad Massoud"), "met_with", new.entity("Amrullah Saleh"))
    try store.add(old.document)
    #expect(try store.add(new.document) == .replaced)
    expectEqual(try store.loadGraph(), GraphMerger().merge([new.document]))
    #expect(try store.text(of: DocumentID("a")) == new.document.annotated.document.text)
    #expect(try store.documents().map(\.id.rawValue) == ["a"])
  }

  /// A third document shares something with each of two that share nothing.
  @Test func aNewDocumentJoinsEntitiesAndMovesTheirRelations() throws {
    let store = try store()
    func draft(_ id: String, _ affair: String) -> DocumentDraft {
      var draft = DocumentDraft(id, affair: affair)
      draft.assert(
        draft.entity("National Resistance Front", .organization), "opposes",
        draft.entity("Russia", .location))
      return draft
    }
    try store.add(draft("a", "quarry larkspur").document)
    try store.add(draft("b", "dredger foundling").document)
    #expect(try store.loadGraph().relations.count == 2)
    try store.add(draft("c", "quarry larkspur dredger foundling").document)
    let relations = try store.loadGraph().relations
    #expect(relations.count == 1)
    #expect(relations.first?.sources == ["source of a", "source of b", "source of c"])
    try store.remove(DocumentID("c"))
    #expect(try store.loadGraph().relations.count == 2)
  }

  /// "NRF" is a third body's acronym too: which it is in the first document is open again.
  @Test func whatADocumentDisputedIsSettledWithoutIt() throws {
    let (store, plain) = (try store("disputed"), try store("plain"))
    var a = DocumentDraft("a")
    a.entity("NRF", .organization)
    var b = DocumentDraft("b")
    b.entity("National Resistance Front", .organization)
    var c = DocumentDraft("c")
    c.entity("National Research Foundation", .organization)
    for draft in [a, b, c] { try store.add(draft.document) }
    #expect(try store.loadGraph().entities.count == 3)
    try store.remove(DocumentID("c"))
    for draft in [b, a] { try plain.add(draft.document) }
    #expect(try store.loadGraph().entities.count == 1)
    #expect(try store.dump() == plain.dump())
  }

  @Test func anUnsoundDocumentIsRefusedWhole() throws {
    let store = try store()
    var document = SyntheticCorpus.documents(1, seed: 1)[0]
    document.annotated.entities.append(document.annotated.entities[0])
    #expect(throws: RelataError.self) { try store.add(document) }
    #expect(try store.dump() == [])
  }

  @Test(arguments: ["", "na'me \"quoted\"; DROP TABLE entity;--", "👩‍👩‍👧 Ω ﷽", "a\u{301}"])
  func anyNameIsStoredAsItIs(name: String) throws {
    let store = try store()
    var draft = DocumentDraft("d " + name, source: name)
    draft.assert(draft.entity(name), "hired", draft.entity("Amrullah Saleh"), predicate: name)
    try store.add(draft.document)
    expectEqual(try store.loadGraph(), GraphMerger().merge([draft.document]))
  }

  @Test func viewsReadWithoutIdentifiers() throws {
    let store = try store()
    var draft = DocumentDraft("a", source: "The Intercept")
    let (x, y) = (draft.entity("Ahmad Massoud", aliases: ["Massoud"]), draft.entity("Robert Stryk"))
    draft.assert(x, "hired", y, status: .claimed, claimantText: "two officials", confidence: 0.5)
    try store.add(draft.document)
    try store.close()
    let reader = try GraphStore(path: store.path, mode: .readOnly)
    let (entities, relations, evidence) = try reader.read { db in
      (
        try Row.fetchAll(
          db, sql: "SELECT name, type, aliases, documents, relations FROM entities ORDER BY name"),
        try Row.fetchAll(
          db, sql: "SELECT subject, relation, object, mentions, sources FROM relations"),
        try Row.fetchAll(
          db, sql: "SELECT subject, object, quote, source, status, claimant, cue FROM evidence")
      )
    }
    #expect(entities.map { $0[0] as String } == ["Ahmad Massoud", "Robert Stryk"])
    #expect(
      entities[0] == [
        "name": "Ahmad Massoud", "type": "PERSON", "aliases": "Massoud", "documents": 1,
        "relations": 1,
      ])
    #expect(
      relations == [
        [
          "subject": "Ahmad Massoud", "relation": "hired", "object": "Robert Stryk", "mentions": 1,
          "sources": "The Intercept",
        ]
      ])
    #expect(
      evidence == [
        [
          "subject": "Ahmad Massoud", "object": "Robert Stryk",
          "quote": "Ahmad Massoud hired Robert Stryk.", "source": "The Intercept",
          "status": "claimed", "claimant": "two officials", "cue": "said",
        ]
      ])
  }

  /// The views are public: columns may be added, none renamed or removed without a schema version.
  @Test(arguments: [
    ("entities", "id name type aliases documents relations"),
    (
      "relations",
      """
      id subject relation object predicate polarity status tense confidence mentions sources \
      subjectType objectType subjectId objectId holdsFrom holdsUntil firstReported lastReported \
      former
      """
    ),
    (
      "evidence",
      """
      subject relation object predicate quote source title published polarity status claimant cue \
      time place confidence extractor document sentence start end relationId \
      amount via outlet page
      """
    ),
    (
      "rejectedOrHiddenRelations",
      """
      decision id subject relation object predicate polarity status tense confidence mentions \
      sources subjectType objectType subjectId objectId holdsFrom holdsUntil firstReported \
      lastReported former
      """
    ),
    ("hiddenEntities", "id name type"),
  ]) func viewsKeepTheirColumns(view: String, columns: String) throws {
    let found = try store().read { try $0.columns(in: view).map(\.name) }
    #expect(found == columns.split(separator: " ").map { String($0) })
  }
}
