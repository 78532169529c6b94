import Foundation
import GRDB
import RelataCore
import RelataGraph
import RelataGraphReference
import RelataTestSupport
import Testing

@testable import RelataStore

@Suite struct StoreFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func code(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch { return (error as? RelataError)?.code ?? "\(error)" }
  }

  private func open(_ name: String, _ mode: GraphStore.Mode) -> String? {
    code { _ = try GraphStore(path: folder.path(name), mode: mode, busyTimeout: 0.1) }
  }

  private func made(_ name: String, documents: Int = 3) throws -> GraphStore {
    let store = try GraphStore(path: folder.path(name), mode: .createIfMissing, busyTimeout: 0.1)
    for document in SyntheticCorpus.documents(documents, seed: 1) { try store.add(document) }
    return store
  }

  @Test func whatIsMissingIsNotMade() {
    #expect(open("none", .readOnly) == "RL4001")
    #expect(open("none", .readWrite) == "RL4001")
    #expect(!FileManager.default.fileExists(atPath: folder.path("none")))
    #expect(open("no/folder", .createIfMissing) == "RL4005")
  }

  @Test(arguments: [GraphStore.Mode.readOnly, .readWrite, .createIfMissing])
  func filesOfOthersAreRefusedAndLeftAlone(mode: GraphStore.Mode) throws {
    let text = Data("Just a list of sources, more than one hundred bytes of it. ".utf8)
    let long = Data(repeating: 65, count: 8192)
    for bytes in [text, text + text, long] {
      try bytes.write(to: URL(fileURLWithPath: folder.path("notes")))
      #expect(open("notes", mode) == "RL4002")
      #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path("notes"))) == bytes)
    }
    let other = try DatabaseQueue(path: folder.path("other.db"))
    try other.write { try $0.execute(sql: "CREATE TABLE entity (id)") }
    try other.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.path("other.db")))
    #expect(open("other.db", mode) == "RL4002")
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path("other.db"))) == before)
    try FileManager.default.createDirectory(
      atPath: folder.path("folder"), withIntermediateDirectories: true)
    #expect(open("folder", mode) == "RL4002")
  }

  @Test func anEmptyFileMayBecomeAGraphOnlyWhenOneIsToBeMade() throws {
    try Data().write(to: URL(fileURLWithPath: folder.path("empty")))
    #expect(open("empty", .readOnly) == "RL4002")
    #expect(open("empty", .readWrite) == "RL4002")
    #expect(open("empty", .createIfMissing) == nil)
    #expect(open("empty", .readOnly) == nil)
  }

  @Test(arguments: [GraphStore.Mode.readOnly, .readWrite, .createIfMissing])
  func aNewerSchemaIsRefused(mode: GraphStore.Mode) throws {
    try made("g").close()
    let database = try DatabaseQueue(path: folder.path("g"))
    try database.write { try $0.execute(sql: "PRAGMA user_version = 99") }
    try database.close()
    #expect(open("g", mode) == "RL4003")
  }

  @Test func damageIsNamed() throws {
    try made("g", documents: 60).close()
    let url = URL(fileURLWithPath: folder.path("g"))
    let whole = try Data(contentsOf: url)
    var random = SeededGenerator(seed: 4)
    for _ in 0..<40 {
      var bytes = whole
      let start = Int.random(in: 100..<bytes.count - 4096, using: &random)
      for i in start..<start + 4096 { bytes[i] = UInt8.random(in: 0...255, using: &random) }
      try bytes.write(to: url)
      let found = code {
        let store = try GraphStore(path: url.path, mode: .readOnly)
        try store.verify()
        _ = try store.loadGraph()
      }
      #expect(found == "RL4004", "bytes \(start)…")
    }
    try whole.prefix(whole.count / 2).write(to: url)
    #expect(code { try GraphStore(path: url.path, mode: .readOnly).verify() } == "RL4004")
  }

  @Test func aClosedGraphIsOneFile() throws {
    try made("g").close()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["g"])
  }

  @Test func readingWritesNothing() throws {
    try made("g").close()
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.path("g")))
    let reader = try GraphStore(path: folder.path("g"), mode: .readOnly)
    _ = try reader.loadGraph()
    #expect(code { try reader.add(SyntheticCorpus.documents(1, seed: 9)[0]) } == "RL4009")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["g"])
    try reader.close()
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path("g"))) == before)
  }

  @Test func aGraphOnReadOnlyMediaIsReadable() throws {
    let store = try made("g")
    let graph = try store.loadGraph()
    // As a killed writer leaves it: in WAL mode, but the log is folded in.
    try store.database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    try FileManager.default.createDirectory(
      atPath: folder.path("media"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: folder.path("g"), toPath: folder.path("media/a #1?.relata"))
    try store.close()
    try FileManager.default.copyItem(atPath: folder.path("g"), toPath: folder.path("media/closed"))
    func permit(_ bits: Int) throws {
      try FileManager.default.setAttributes(
        [.posixPermissions: bits], ofItemAtPath: folder.path("media"))
    }
    try permit(0o555)
    defer { try? permit(0o755) }
    for name in ["media/a #1?.relata", "media/closed"] {
      let reader = try GraphStore(path: folder.path(name), mode: .readOnly)
      #expect(try reader.loadGraph().relations == graph.relations)
      if getuid() != 0 { #expect(open(name, .createIfMissing) == "RL4005") }
    }
    if getuid() != 0 { #expect(open("media/new", .createIfMissing) == "RL4005") }
  }

  @Test func readersWorkBesideAWriter() throws {
    let writer = try made("g", documents: 2)
    let readers = try (0..<3).map { _ in
      try GraphStore(path: folder.path("g"), mode: .readOnly, busyTimeout: 0.1)
    }
    let documents = SyntheticCorpus.documents(4, seed: 1)
    for document in documents {
      try writer.database.writeWithoutTransaction { db in
        try db.execute(sql: "BEGIN IMMEDIATE")
        for reader in readers { #expect(code { _ = try reader.loadGraph() } == nil) }
        try db.execute(sql: "COMMIT")
      }
      try writer.add(document)
      for reader in readers {
        #expect(try reader.loadGraph().relations == writer.loadGraph().relations)
      }
    }
  }

  @Test func closingBesideReadersKeepsThemReading() throws {
    let writer = try made("g")
    let graph = try writer.loadGraph()
    let reader = try GraphStore(path: folder.path("g"), mode: .readOnly)
    _ = try reader.loadGraph()
    try writer.close()
    #expect(try reader.loadGraph().relations == graph.relations)
    #expect(code { _ = try writer.loadGraph() } == "RL4012")
    #expect(code { try writer.close() } == nil)
    try reader.close()
    #expect(try made("g").loadGraph().relations == graph.relations)
  }

  @Test func aSecondWriterIsToldThatTheGraphIsBusy() throws {
    let first = try made("g")
    let second = try GraphStore(path: folder.path("g"), mode: .readWrite, busyTimeout: 0.1)
    try first.database.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      #expect(code { try second.add(SyntheticCorpus.documents(1, seed: 9)[0]) } == "RL4006")
      try db.execute(sql: "ROLLBACK")
    }
    #expect(code { try second.add(SyntheticCorpus.documents(1, seed: 9)[0]) } == nil)
  }

  /// A document that writes to every table.
  private static var last: ExtractedDocument {
    var draft = DocumentDraft("last")
    let front = draft.entity("National Resistance Front", .organization, aliases: ["NRF"])
    draft.assert(front, "hired", draft.entity("Robert Stryk"), claimant: front)
    return draft.document
  }

  /// Fails the writes to one table after the other, as a full disk or a kill would.
  @Test func aFailureAtAnyMomentLeavesAWholeGraph() throws {
    let documents = SyntheticCorpus.documents(3, seed: 11) + [Self.last]
    let store = try GraphStore(path: folder.path("g"), mode: .createIfMissing)
    for document in documents.dropLast() { try store.add(document) }
    let before = try store.loadGraph()
    let tables = ["document", "nameForm", "entity", "assertion", "relation", "aliasClaim"]
    var failures = 0
    for table in tables {
      for event in ["INSERT", "UPDATE", "DELETE"] {
        try store.database.write { db in
          try db.execute(
            sql: """
              CREATE TEMP TRIGGER failure AFTER \(event) ON main.\(table)
              BEGIN SELECT RAISE(ABORT, 'stopped'); END
              """)
        }
        if code({ try store.add(documents[3]) }) != nil { failures += 1 }
        try store.database.write { try $0.execute(sql: "DROP TRIGGER failure") }
        let after = try store.loadGraph()
        if after.entities != before.entities {
          expectWhole(after, documents)
          try store.remove(documents[3].annotated.document.id)
        } else {
          #expect(after.relations == before.relations)
        }
        try store.verify()
      }
    }
    #expect(failures >= tables.count)
    try store.add(documents[3])
    expectWhole(try store.loadGraph(), documents)
  }

  private func expectWhole(_ graph: KnowledgeGraph, _ documents: [ExtractedDocument]) {
    let whole = GraphMerger().merge(documents)
    #expect(graph.entities == whole.entities && graph.relations == whole.relations)
  }

  @Test func aFullDiskLeavesTheOldGraph() throws {
    let store = try made("g")
    let before = try store.loadGraph()
    let pages = try store.database.read { try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0 }
    try store.database.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA max_page_count = \(pages + 2)")
    }
    let big = SyntheticCorpus.large(documents: 1, assertions: 500, people: 300, seed: 1)[0]
    #expect(code { try store.add(big) } == "RL4007")
    let after = try store.loadGraph()
    #expect(after.entities == before.entities && after.relations == before.relations)
    try store.verify()
  }

  @Test func aKillInsideATransactionLeavesTheDocumentsBefore() async throws {
    let path = folder.path("g")
    let documents = SyntheticCorpus.documents(5, seed: 11) + [Self.last]
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let store = try GraphStore(path: path, mode: .createIfMissing)
      for document in SyntheticCorpus.documents(5, seed: 11) { try store.add(document) }
      try store.database.write { db in
        db.add(
          function: DatabaseFunction("die", argumentCount: 0) { _ in
            kill(getpid(), SIGKILL)
            return nil
          })
        try db.execute(
          sql: "CREATE TEMP TRIGGER t AFTER UPDATE ON main.relation BEGIN SELECT die(); END")
      }
      try store.add(StoreFileTests.last)
    }
    let survivor = try GraphStore(path: path, mode: .readWrite)
    try survivor.verify()
    expectWhole(try survivor.loadGraph(), documents.dropLast())
    try survivor.add(documents[5])
    expectWhole(try survivor.loadGraph(), documents)
  }

  /// What a process killed before closing leaves behind: the file with its log.
  @Test func aWriterKilledWithoutClosingLosesNothing() throws {
    let store = try made("g")
    for name in ["g", "g-wal"] {
      try FileManager.default.copyItem(
        atPath: folder.path(name), toPath: folder.path("copy-" + name))
    }
    try FileManager.default.moveItem(
      atPath: folder.path("copy-g-wal"), toPath: folder.path("copied-wal"))
    try FileManager.default.moveItem(atPath: folder.path("copy-g"), toPath: folder.path("copied"))
    let copy = try GraphStore(path: folder.path("copied"), mode: .readOnly)
    #expect(try copy.loadGraph().relations == store.loadGraph().relations)
  }
}
