import Foundation
import GRDB
import RelataCore
import RelataGraph
import RelataLanguage
import Testing

@testable import RelataStore

/// A graph file is a promise: what a release wrote, every later version reads.
///
/// `Fixtures/graph-v2.relata` was built by version 0.1.0 from the articles of `examples` and two more;
/// `graph-v3.relata` is that file brought to the next schema, with an author, an outlet and an address,
/// `graph-v4.relata` that one with two files of a document, and `graph-v5.relata` that one with what is known of the
/// bearers of names, and `graph-v6.relata` that one with four decisions, a language and pages,
/// and `graph-v7.relata` that one with its documents compared and one of them confidential and open again, and
/// `graph-v8.relata` that one with two builds, and `graph-v9.relata` that one with an entity of another type, an alias and
/// a name that builds look for. A schema that comes later gets a file of its own beside them; none is
/// ever made again.
@Suite struct ReleasedFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A copy of the file that a release with a schema version made, brought up to date.
  private func store(_ version: Int) throws -> GraphStore {
    let fixtures = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
    let path = folder.path("graph.relata")
    try FileManager.default.copyItem(
      atPath: fixtures.appending(path: "graph-v\(version).relata").path, toPath: path)
    if version < StoreMigrations.currentVersion {
      try GraphStore(path: path, mode: .readWrite).close()
    }
    return try GraphStore(path: path, mode: .readOnly)
  }

  private static let versions = [2, 3, 4, 5, 6, 7, 8, 9]

  @Test func everySchemaThatWasReleasedHasItsFile() {
    // Version 1 was never released.
    #expect(Self.versions == Array(2...9))
  }

  @Test(arguments: versions) func itIsWholeAndCountsAsItDid(version: Int) throws {
    let store = try store(version)
    try store.verify()
    let statistics = try store.statistics()
    #expect(statistics.documents == 5 && statistics.sources == 5)
    #expect(statistics.entities == 92 && statistics.relations == 86 && statistics.evidence == 90)
    #expect(
      try store.documents().map(\.source) == [
        "council.html", "courtroom.txt", "harbour.txt", "ownership.txt", "panjshir.txt",
      ])
    for document in try store.documents() {
      let text = try #require(try store.text(of: document.id))
      #expect(SHA256.hexDigest(of: text.string.utf8) == document.sha256)
    }
  }

  @Test func whoWroteAndPublishedADocumentIsKept() throws {
    let old = try store(2).documents()
    #expect(old.allSatisfy { $0.author == nil && $0.outlet == nil && $0.address == nil })
    try FileManager.default.removeItem(atPath: folder.path("graph.relata"))
    let graph = try store(3).loadGraph()
    let records = graph.relations.flatMap(\.evidence).filter { $0.source == "council.html" }
    #expect(!records.isEmpty)
    for record in records {
      #expect(record.author == "Nadia Brandt" && record.outlet == "The Port Herald")
      #expect(record.address == "https://example.org/council")
    }
  }

  @Test func theFilesOfADocumentAreKept() throws {
    #expect(try store(3).documents().allSatisfy { $0.files.isEmpty })
    try FileManager.default.removeItem(atPath: folder.path("graph.relata"))
    let document = try #require(try store(4).documents().first { $0.source == "courtroom.txt" })
    #expect(
      document.files.map(\.description) == [
        "backup/mail.mbox, message 3", "examples/courtroom.txt",
      ])
    #expect(document.files.map(\.size) == [99, 1234])
    #expect(document.files.map(\.read) == [nil, "2026-11-30"])
  }

  @Test func decisionsLanguagesAndPagesAreKept() throws {
    #expect(try store(5).decisions().isEmpty)
    try FileManager.default.removeItem(atPath: folder.path("graph.relata"))
    let store = try store(6)
    let log = try store.decisions()
    #expect(log.map(\.decision.kind) == [.note, .confirm, .merge, .undo])
    #expect(log.map(\.state) == [.applies, .applies, .undone, .applies])
    #expect(log[0].decision.by == "Nadia Brandt")
    #expect(log[1].decision.reason == "register of marriages")
    let graph = try store.loadGraph()
    #expect(graph.entities.filter { !$0.notes.isEmpty }.map(\.name) == ["Viktor Hale"])
    #expect(graph.relations.filter { $0.decision == .confirmed }.map(\.type) == ["spouse_of"])
    let document = try #require(try store.documents().first { $0.source == "courtroom.txt" })
    #expect(document.language == "en" && document.pages.map(\.start) == [0, 400])
    let records = graph.relations.flatMap(\.evidence).filter { $0.source == "courtroom.txt" }
    #expect(Set(records.map(\.page)) == [1, 2])
  }

  @Test func copiesAndConfidentialDocumentsAreKept() throws {
    let store = try store(7)
    #expect(try store.documents().allSatisfy { $0.report == $0.id && !$0.isConfidential })
    let log = try store.decisions().suffix(2).map(\.decision)
    #expect(log.map(\.kind) == [.confidential, .disclose])
    #expect(log[0].documents == log[1].documents && log[0].documents.count == 1)
  }

  @Test func typesAliasesAndNamesToLookForAreKept() throws {
    #expect(try store(8).watchedNames().isEmpty)
    try FileManager.default.removeItem(atPath: folder.path("graph.relata"))
    let store = try store(9)
    let log = try store.decisions().suffix(2)
    #expect(
      log.map(\.decision.kind) == [.retype, .alias] && log.allSatisfy { $0.state == .applies })
    guard case .found(let hale) = try store.match("the harbour master"),
      case .found(let lantern) = try store.match("Blue Lantern Limited")
    else {
      Issue.record("an alias is not found")
      return
    }
    #expect(hale.name == "Viktor Hale" && lantern.type == .other)
    let names = try store.watchedNames()
    #expect(
      names == [WatchedName(name: "Orlan Shipping", type: .organization, aliases: ["Orlan Line"])])
  }

  /// Times of relations are noted in a file of before when it is opened.
  @Test(arguments: versions) func viewsHaveTimes(version: Int) throws {
    let store = try store(version)
    let graph = try store.loadGraph()
    let rows = try store.read { db in
      try Row.fetchAll(db, sql: "SELECT id, holdsFrom, lastReported FROM relations")
    }
    #expect(rows.count == 86)
    for row in rows {
      let relation = try #require(graph.relation(AssertionID(row["id"])))
      let time = RelationTime([relation], schema: graph.schema)
      #expect(row["holdsFrom"] == time.from && row["lastReported"] == time.lastReported)
    }
  }

  @Test func theBuildsThatBroughtDocumentsAreKept() throws {
    #expect(try store(7).lastBuild() == nil)
    try FileManager.default.removeItem(atPath: folder.path("graph.relata"))
    let store = try store(8)
    #expect(try store.documents().map(\.build) == [1, 1, 1, 2, nil])
    let last = try #require(try store.lastBuild())
    #expect(last.build == StoredBuild(number: 2, day: nil))
    #expect(last.documents.count == 1)
    #expect(try store.nextBuild(on: nil).number == 3)
  }

  @Test(arguments: versions) func everyQuoteStandsInItsText(version: Int) throws {
    let store = try store(version)
    let graph = try store.loadGraph()
    for relation in graph.relations {
      #expect(!relation.evidence.isEmpty)
      for record in relation.evidence {
        let text = try #require(try store.text(of: record.document))
        #expect(text[record.span] == record.quote)
        for span in [record.subject, record.object, record.trigger].compactMap({ $0 }) {
          #expect(span.end <= text.count)
        }
      }
    }
  }

  @Test(arguments: versions) func itAnswersAsItDid(version: Int) throws {
    let store = try store(version)
    guard case .found(let hale) = try store.match("viktor hale") else {
      Issue.record("Viktor Hale is not found")
      return
    }
    let near = try store.neighborhood(of: hale.id)
    #expect(
      near.neighbors.map(\.entity.name).sorted() == [
        "Anselm Pryce", "Bexley Docks", "Mira Tansel", "Orlan Shipping", "Petra Hale", "Selmark",
      ])
    let spouse = try #require(near.graph.relations.first { $0.type == "spouse_of" })
    #expect(spouse.sources == ["council.html", "harbour.txt"])
    #expect(abs(spouse.confidence - 0.9425) < 0.00005)
    let paid = try #require(
      try store.loadGraph().relations.first { $0.type == "paid" && $0.status == .claimed })
    let record = try #require(paid.evidence.first { $0.amount == "$3.2 million" })
    #expect(record.attribution?.name == "two harbour officials")
    #expect(record.attribution?.cue == "said" && record.attribution?.via == ["Selmark Post"])
    #expect(record.extractor.hasPrefix("rule."))
  }

  /// Its rows as version 0.1.0 dumps them: subject, relation, object, standing and words.
  @Test(arguments: versions) func everyRelationIsThere(version: Int) throws {
    let fixtures = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
    let expected = try String(
      contentsOf: fixtures.appending(path: "graph-v\(version).tsv"), encoding: .utf8)
    let graph = try store(version).loadGraph()
    let lines = graph.relations.flatMap { relation in
      relation.evidence.map { Self.line(relation, $0, graph) }
    }
    #expect(lines.sorted() == expected.split(separator: "\n").map { String($0) }.sorted())
  }

  private static func line(
    _ relation: Relation, _ record: EvidenceRecord, _ graph: KnowledgeGraph
  ) -> String {
    var cells: [String] = [relation.id.rawValue]
    // That version gave a symmetric relation's ends in the order of their ids.
    let isTurned =
      graph.schema[relation.type]?.isSymmetric == true && relation.object < relation.subject
    let (subject, object) =
      isTurned ? (relation.object, relation.subject) : (relation.subject, relation.object)
    cells.append(graph.entity(subject)?.name ?? "")
    cells.append(relation.type.rawValue)
    cells.append(graph.entity(object)?.name ?? "")
    cells += [relation.polarity.rawValue, relation.status.rawValue, relation.tense.rawValue]
    cells += [relation.predicate, record.document.rawValue]
    cells += [record.sentence, record.span.start, record.span.end].map { String($0) }
    cells.append(record.attribution?.name ?? "")
    cells.append(record.attribution?.via.joined(separator: "; ") ?? "")
    cells += [record.time, record.place, record.amount].map { $0 ?? "" }
    cells.append(record.extractor)
    return cells.joined(separator: "\t")
  }

  /// The migration itself, from the first schema on.
  @Test func aFileOfTheFirstSchemaIsBroughtUpToDate() throws {
    let path = folder.path("v1")
    let database = try DatabaseQueue(path: path)
    try StoreMigrations.migrator.migrate(
      database, upTo: "v1 documents, names, entities, relations")
    try database.write { db in
      try db.execute(
        sql: """
          INSERT INTO document VALUES ('d', 'The Example', NULL, NULL, 'h', 'g', 'p');
          INSERT INTO entity VALUES ('e-1', 'A B', 'PERSON', '[]'), ('e-2', 'C D', 'PERSON', '[]');
          INSERT INTO nameGroup VALUES ('PERSON:a b', 'e-1'), ('PERSON:c d', 'e-2');
          INSERT INTO relation VALUES
            ('r', 'e-1', 'hired', 'e-2', 'hired', 'positive', 'claimed', 'current', 0.5);
          INSERT INTO assertion (documentId, position, localId, subjectKey, type, objectKey,
            predicate, polarity, status, tense, claimant, cue, confidence, extractor, sentence,
            "start", "end", quote, relationId)
          VALUES ('d', 0, 'a1', 'PERSON:a b', 'hired', 'PERSON:c d', 'hired', 'positive',
            'claimed', 'current', 'an aide', 'said', 0.5, 'rule.v1', 0, 0, 14, 'A B hired C D.', 'r')
          """)
    }
    try database.close()
    #expect(throws: RelataError.self) { try GraphStore(path: path, mode: .readOnly) }
    let graph = try GraphStore(path: path, mode: .readWrite).loadGraph()
    let record = try #require(graph.relations.first?.evidence.first)
    #expect(record.quote == "A B hired C D." && record.amount == nil)
    #expect(record.attribution == EvidenceAttribution(entity: nil, name: "an aide", cue: "said"))
  }
}
