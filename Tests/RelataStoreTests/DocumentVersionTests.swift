import GRDB
import RelataCore
import RelataGraph
import Testing

@testable import RelataStore

/// A document is known by its address or its place, and by its text.
@Suite struct DocumentVersionTests {
  private let folder: TemporaryFolder
  private let store: GraphStore

  init() throws {
    folder = try TemporaryFolder()
    store = try GraphStore(path: folder.path("graph.relata"), mode: .createIfMissing)
  }

  private func file(_ place: String, part: String? = nil, read: String = "2026-01-01") -> SourceFile
  {
    SourceFile(
      place: place, part: part, sha256: String(repeating: "a", count: 64), size: 7, read: read)
  }

  private func document(
    _ id: String, _ text: String, at places: [SourceFile] = [], address: String? = nil
  ) -> ExtractedDocument {
    ExtractedDocument(
      annotated: AnnotatedDocument(
        document: Document(
          id: DocumentID(id), source: "\(id).txt", address: address, text: SourceText(text),
          files: places), sentences: [], mentions: [], entities: []), assertions: [])
  }

  private var ids: [String] { get throws { try store.documents().map(\.id.rawValue) } }
  private func places(_ id: String) throws -> [String] {
    try store.documents().first { $0.id.rawValue == id }?.files.map(\.description) ?? []
  }

  @Test func `another text in the same place is a later version`() throws {
    #expect(try store.add(document("a-1", "old", at: [file("n/a.txt")])) == .added)
    #expect(try store.add(document("a-2", "new", at: [file("n/a.txt")])) == .replaced)
    #expect(try ids == ["a-2"])
    #expect(try store.add(document("b-1", "other", at: [file("n/b.txt")])) == .added)
    #expect(try store.add(document("m-1", "one", at: [file("n/box", part: "message 1")])) == .added)
    #expect(try store.add(document("m-2", "two", at: [file("n/box", part: "message 2")])) == .added)
    #expect(try ids == ["a-2", "b-1", "m-1", "m-2"])
  }

  @Test func `an earlier version that lies elsewhere too only loses the place`() throws {
    try store.add(document("a-1", "old", at: [file("n/a.txt")]))
    try store.add(document("copy-1", "old", at: [file("z/copy.txt")]))
    #expect(try places("a-1") == ["n/a.txt", "z/copy.txt"])
    try store.add(document("a-2", "new", at: [file("n/a.txt")]))
    #expect(try ids == ["a-1", "a-2"])
    #expect(try places("a-1") == ["z/copy.txt"])
  }

  @Test(arguments: [["b/1.txt", "a/2.txt"], ["a/2.txt", "b/1.txt"]])
  func `one text in two places is one document, by the first of them`(order: [String]) throws {
    for place in order {
      let stem = place.dropFirst(2).dropLast(4)
      try store.add(document("\(stem)-x", "same", at: [file(place)]))
    }
    #expect(try ids == ["2-x"])
    #expect(try places("2-x") == ["a/2.txt", "b/1.txt"])
  }

  @Test func `texts that are no files, and of different addresses, stay two`() throws {
    try store.add(document("one", "same"))
    try store.add(document("two", "same"))
    try store.add(document("p", "page", at: [file("a/p.html")], address: "https://a.example/p"))
    try store.add(document("q", "page", at: [file("a/q.html")], address: "https://b.example/q"))
    #expect(try ids == ["one", "p", "q", "two"])
  }

  @Test func `another text of the same address is a later version, unless both were read together`()
    throws
  {
    let address = "https://a.example/p"
    try store.add(document("p-1", "old", at: [file("mon/p.html")], address: address))
    let later = document("p-2", "new", at: [file("tue/p.html")], address: address)
    #expect(
      try store.versions(of: later.annotated.document)
        == [DocumentVersion(id: DocumentID("p-1"), reason: .address(address))])
    #expect(try store.add(later) == .replaced)
    #expect(try ids == ["p-2"])
    let third = document("p-3", "newest", at: [file("wed/p.html")], address: address)
    #expect(try store.add(third, readTogether: [DocumentID("p-2")]) == .added)
    #expect(try ids == ["p-2", "p-3"])
  }

  @Test func `the day of the first reading stays while the bytes do`() throws {
    let first = document("a", "text", at: [file("n/a.txt")])
    try store.add(first)
    #expect(
      try store.add(document("a", "text", at: [file("n/a.txt", read: "2026-05-05")])) == .unchanged)
    #expect(try store.documents()[0].files.map(\.read) == ["2026-01-01"])
    var other = file("n/a.txt", read: "2026-05-05")
    other.sha256 = String(repeating: "b", count: 64)
    try store.note([other], of: DocumentID("a"))
    #expect(try store.documents()[0].files.map(\.read) == ["2026-05-05"])
    try store.forget([other], of: DocumentID("a"))
    #expect(try store.documents()[0].files == [])
  }

  @Test func `two texts of one place that are read together are both kept`() throws {
    try store.add(document("a-1", "one", at: [file("n/a.txt")]))
    let second = document("a-2", "two", at: [file("n/a.txt")])
    #expect(
      try store.versions(of: second.annotated.document)
        == [DocumentVersion(id: DocumentID("a-1"), reason: .place("n/a.txt"))])
    #expect(try store.add(second, readTogether: [DocumentID("a-1")]) == .added)
    #expect(try ids == ["a-1", "a-2"])
    #expect(try places("a-1") == ["n/a.txt"] && places("a-2") == ["n/a.txt"])
  }

  @Test func `versions are told by id, by place, and where they lie elsewhere too`() throws {
    try store.add(document("a", "one", at: [file("n/a.txt"), file("z/a.txt")]))
    #expect(
      try store.versions(of: document("a", "two").annotated.document)
        == [DocumentVersion(id: DocumentID("a"), reason: .id)])
    #expect(try store.versions(of: document("a", "one").annotated.document) == [])
    #expect(
      try store.versions(of: document("b", "two", at: [file("n/a.txt")]).annotated.document)
        == [DocumentVersion(id: DocumentID("a"), reason: .place("n/a.txt"), isElsewhere: true)])
  }

  @Test func `a text that comes to a place from elsewhere takes the place of the one there`() throws
  {
    try store.add(document("a-1", "old", at: [file("n/a.txt")]))
    try store.add(document("b-1", "known", at: [file("a/b.txt")]))
    // The file now says what another file has said already.
    #expect(try store.add(document("a-2", "known", at: [file("n/a.txt")])) == .replaced)
    #expect(try ids == ["b-1"])
    #expect(try places("b-1") == ["a/b.txt", "n/a.txt"])
    // It gets a text of its own, and then the known one back under its own id.
    try store.add(document("a-3", "new", at: [file("n/a.txt")]))
    #expect(try places("b-1") == ["a/b.txt"])
    #expect(try store.add(document("b-1", "known", at: [file("n/a.txt")])) == .replaced)
    #expect(try ids == ["b-1"])
  }
}

/// Adding a document costs what it touches, however many there are.
@Suite struct DocumentLookupTests {
  @Test func `a text is looked for by its checksum, not among all that have no address`() throws {
    let folder = try TemporaryFolder()
    let store = try GraphStore(path: folder.path("graph.relata"), mode: .createIfMissing)
    let document = Document(
      id: DocumentID("a"), source: "a", text: SourceText("Anna Kern hired Karl Denby."))
    let plan = try store.read { db in
      try Row.fetchAll(
        db, SQLRequest(literal: "EXPLAIN QUERY PLAN \(DocumentFiles.twin(of: document))")
      ).compactMap { $0["detail"] as String? }
    }
    #expect(plan.contains { $0.contains("documentSHA256") }, "\(plan)")
    #expect(!plan.contains { $0.contains("documentURL") || $0.hasPrefix("SCAN") }, "\(plan)")
  }
}
