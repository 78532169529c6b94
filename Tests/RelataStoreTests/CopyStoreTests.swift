import Foundation
import RelataCore
import RelataGraph
import RelataGraphReference
import RelataTestSupport
import Testing

@testable import RelataStore

/// Copies are found document by document as they would be found among all documents at once.
@Suite struct CopyStoreTests {
  /// An article about one relation: sentences of made-up words, some of them those of an agency's report.
  private static func article(
    _ id: String, outlet: String, wire: Int?, lines: Range<Int>, own: UInt64, says: String = "owns"
  ) -> ExtractedDocument {
    func line(_ seed: UInt64) -> String {
      var random = SeededGenerator(seed: seed)
      return (0..<16).map { _ in "w\(Int.random(in: 0..<500, using: &random))" }
        .joined(separator: " ") + "."
    }
    var draft = DocumentDraft(id, source: outlet)
    let a = draft.entity("Karst Bank", .organization)
    let b = draft.entity("Corvane Holdings", .organization)
    draft.assert(a, "owns", b, predicate: says)
    var document = draft.document
    var text = document.annotated.document.text.string
    if let wire { for i in lines { text += " " + line(UInt64(wire * 100 + i)) } }
    for i in 0..<4 { text += " " + line(own * 1_000 + UInt64(i)) }
    let old = document.annotated.document
    document.annotated.document = Document(
      id: old.id, source: old.source, title: old.title, published: old.published, outlet: outlet,
      text: SourceText(text))
    return document
  }

  /// Two agency reports in three and two papers, one of them cut, and two stories of their own.
  private static let articles = [
    article("c", outlet: "Courier", wire: 1, lines: 0..<20, own: 1, says: "owns all of"),
    article("a", outlet: "Gazette", wire: 1, lines: 0..<20, own: 2, says: "now owns all of"),
    article("f", outlet: "Ledger", wire: 1, lines: 0..<9, own: 3, says: "holds all of"),
    article("b", outlet: "Echo", wire: 2, lines: 0..<20, own: 4, says: "has"),
    article("e", outlet: "Courier", wire: 2, lines: 0..<20, own: 5, says: "is the owner of"),
    article("d", outlet: "Post", wire: nil, lines: 0..<0, own: 6, says: "possesses"),
    article("g", outlet: "Mirror", wire: 1, lines: 0..<2, own: 7, says: "bought"),
  ]

  private func store(_ documents: [ExtractedDocument]) throws -> GraphStore {
    let store = try GraphStore(inMemory: .standard)
    for document in documents { try store.add(document) }
    return store
  }

  @Test func `each report is known by its first document`() throws {
    let store = try store(Self.articles)
    let reports = Dictionary(
      uniqueKeysWithValues: try store.documents().map { ($0.id.rawValue, $0.report.rawValue) })
    #expect(reports == ["a": "a", "c": "a", "f": "a", "b": "b", "e": "b", "d": "d", "g": "g"])
    let relation = try #require(try store.loadGraph().relations.first)
    let support = try #require(relation.corroboration)
    #expect(support.reports == 4 && support.outlets == 6 && support.independent == 4)
    #expect(Set(relation.evidence.map(\.report.rawValue)) == ["a", "b", "d", "g"])
  }

  @Test(arguments: UInt64(0)..<12) func `any order gives the same rows, as looking at all at once`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let expected = try store(Self.articles)
    let other = try store(Self.articles.shuffled(using: &random))
    #expect(try expected.dump() == other.dump())
    let graph = GraphMerger().merge(Self.articles)
    #expect(try other.loadGraph().relations == graph.relations)
  }

  @Test(arguments: articles.indices) func `removing a document leaves the rows of before it`(
    index: Int
  ) throws {
    var rest = Self.articles
    let removed = rest.remove(at: index)
    let store = try store(rest)
    let before = try store.dump()
    try store.add(removed)
    #expect(try store.dump() != before)
    #expect(try store.remove(removed.annotated.document.id))
    #expect(try store.dump() == before)
    try store.verify()
  }

  /// What ties two halves of a report together is a document that has both.
  @Test func `a report falls apart with what held it together`() throws {
    let first = Self.article("a", outlet: "A", wire: 3, lines: 0..<12, own: 11, says: "owns")
    let both = Self.article("b", outlet: "B", wire: 3, lines: 0..<24, own: 12, says: "keeps")
    let second = Self.article("c", outlet: "C", wire: 3, lines: 12..<24, own: 13, says: "holds")
    let store = try store([second, both, first])
    #expect(Set(try store.documents().map(\.report.rawValue)) == ["a"])
    #expect(try store.loadGraph().relations.first?.corroboration?.reports == 1)
    try store.remove(DocumentID("b"))
    #expect(try store.documents().map(\.report.rawValue) == ["a", "c"])
    #expect(try store.loadGraph().relations.first?.corroboration?.reports == 2)
  }

  @Test func `a file of before is compared when it is opened for writing`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("graph.relata")
    let store = try GraphStore(path: path, mode: .createIfMissing)
    for document in Self.articles { try store.add(document) }
    let before = try store.dump()
    // As the last version left it: nothing was compared.
    try store.write { db in
      try db.execute(
        sql: """
          DELETE FROM documentSketch; DELETE FROM documentBand; DELETE FROM documentCopy;
          UPDATE document SET report = NULL; UPDATE relation SET confidence = 0.1;
          """)
    }
    try store.close()
    let opened = try GraphStore(path: path, mode: .readWrite)
    #expect(try opened.dump() == before)
  }
}
