import RelataCore
import RelataGraph
import RelataTestSupport
import Testing

@testable import RelataStore

/// Which run brought which documents.
@Suite struct StoredBuildTests {
  private static func document(
    _ id: String, predicate: String = "hired", confidence: Double = 0.8
  ) -> ExtractedDocument {
    var draft = DocumentDraft(id)
    let (a, b) = (draft.entity("Anna Kern"), draft.entity("Paul Weiss"))
    draft.assert(a, "hired", b, predicate: predicate, confidence: confidence)
    return draft.document
  }

  @Test func `a build counts once it brings something`() throws {
    let store = try GraphStore(inMemory: .standard)
    #expect(try store.lastBuild() == nil)
    let first = try store.nextBuild(on: "2026-11-23")
    #expect(first.number == 1)
    #expect(try store.nextBuild(on: "2026-11-24").number == 1)
    try store.add(Self.document("d1"), build: first)
    try store.add(Self.document("d2"), build: first)
    let second = try store.nextBuild(on: "2026-11-30")
    #expect(second.number == 2)
    // Nothing new: the last build is still the first.
    try store.add(Self.document("d1"), build: second)
    #expect(try store.lastBuild()?.build == first)
    try store.add(Self.document("d3"), build: second)
    let last = try #require(try store.lastBuild())
    #expect(last.build == second && last.documents == [DocumentID("d3")])
    #expect(try store.documents().map(\.build) == [1, 1, 2])
  }

  @Test func `the same text read anew keeps its build, another text gets the new one`() throws {
    let store = try GraphStore(inMemory: .standard)
    try store.add(Self.document("d1"), build: try store.nextBuild(on: nil))
    let second = try store.nextBuild(on: nil)
    #expect(try store.add(Self.document("d1", confidence: 0.7), build: second) == .replaced)
    #expect(try store.documents().map(\.build) == [1])
    #expect(
      try store.add(Self.document("d1", predicate: "employed"), build: second) == .replaced)
    #expect(try store.documents().map(\.build) == [2])
  }

  @Test func `a document without a build has none`() throws {
    let store = try GraphStore(inMemory: .standard)
    try store.add(Self.document("d1"))
    #expect(try store.lastBuild() == nil)
    #expect(try store.documents().map(\.build) == [nil])
  }
}
