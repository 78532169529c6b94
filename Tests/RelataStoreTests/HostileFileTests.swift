import Foundation
import GRDB
import RelataCore
import RelataGraph
import RelataTestSupport
import Testing

@testable import RelataStore

/// A graph file that somebody changed: whatever a column holds, it is read or named as damage.
@Suite struct HostileFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Columns that hold numbers, by table.
  private static let numbers: [(table: String, column: String)] = [
    ("assertion", "sentence"), ("assertion", "start"), ("assertion", "end"),
    ("assertion", "subjectStart"), ("assertion", "subjectEnd"), ("assertion", "objectStart"),
    ("assertion", "objectEnd"), ("assertion", "triggerStart"), ("assertion", "triggerEnd"),
    ("assertion", "confidence"), ("assertion", "isSwapped"), ("relation", "confidence"),
    ("nameForm", "count"),
  ]

  /// Columns that hold one of a few words or a list.
  private static let words: [(table: String, column: String)] = [
    ("assertion", "polarity"), ("assertion", "status"), ("assertion", "tense"),
    ("assertion", "via"), ("relation", "polarity"), ("relation", "status"), ("relation", "tense"),
    ("entity", "type"), ("entity", "aliases"), ("documentEntity", "aliases"),
    ("documentEntity", "roles"), ("documentEntity", "type"), ("documentEntity", "nameKey"),
    ("aliasClaim", "aliasKey"), ("bearer", "facts"), ("bearer", "context"), ("bearerName", "name"),
  ]

  private static let values: [String] = [
    "\(Int.max)", "\(Int.min)", "-1", "1e300", "-1e300", "'many'", "x'00ff'", "2147483648",
  ]

  private static func named(_ name: String) throws -> ExtractedDocument {
    var draft = DocumentDraft(name)
    let front = draft.entity("National Resistance Front", .organization, aliases: ["NRF"])
    let (a, b) = (draft.entity("Ahmad Massoud"), draft.entity("Robert Stryk", roles: ["lobbyist"]))
    draft.assert(a, "hired", b, status: .claimed, claimant: front)
    draft.assert(a, "met_with", b, confidence: 0.5)
    draft.entity("Panjshir Valley", .location, aliases: ["Valley of Panjshir"])
    return draft.document
  }

  /// A graph file with one column of one table set to a value, by SQL.
  private func changed(_ table: String, _ column: String, _ value: String) throws -> String {
    let path = folder.path("g-\(UUID().uuidString)")
    let store = try GraphStore(path: path, mode: .createIfMissing)
    try store.add(Self.named("d1"))
    try store.close()
    let database = try DatabaseQueue(path: path)
    try database.writeWithoutTransaction { db in
      try db.execute(
        sql: """
          PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;
          UPDATE OR REPLACE "\(table)" SET "\(column)" = \(value)
          """)
    }
    try database.close()
    return path
  }

  /// Everything that can be asked of a file; nil if all of it was answered.
  private func ask(_ path: String) -> String? {
    do {
      let store = try GraphStore(path: path, mode: .readWrite)
      let graph = try store.loadGraph()
      for entity in graph.entities {
        let near = try store.neighborhood(
          of: entity.id, NeighborQuery(depth: 2), includesMutual: true)
        _ = near.graph.strippingOrigins()
        _ = Redaction(of: [entity.id], in: graph).applied(to: graph)
        for other in graph.entities {
          _ = try store.shortestPaths(from: entity.id, to: other.id)
        }
      }
      for record in graph.relations.flatMap(\.evidence) {
        _ = (record.sentence + 1, record.span.count, record.span.end - record.span.start)
        #expect(0...1 ~= record.confidence)
      }
      _ = try (store.match("massoud"), store.match("nobody"), store.statistics())
      _ = try store.add(Self.named("d2"))
      _ = try store.remove(DocumentID("d1"))
      return nil
    } catch { return (error as? RelataError)?.code ?? "\(error)" }
  }

  @Test(arguments: numbers.map { $0.table + "." + $0.column }, values)
  func aNumberIsCheckedBeforeItIsUsed(place: String, value: String) throws {
    let parts = place.split(separator: ".").map { String($0) }
    let code = ask(try changed(parts[0], parts[1], value))
    // Of a count that the file's own rules forbid, SQLite is the first to complain.
    let refusals = parts[1] == "count" ? ["RL4004", "RL4011"] : ["RL4004"]
    #expect(code.map(refusals.contains) != false, "\(place) = \(value): \(code ?? "")")
    let isExtreme = value.hasSuffix("807") || value == "-1" || value.hasSuffix("808")
    if isExtreme, parts[1] != "isSwapped" {
      #expect(code != nil, "\(place) = \(value) was believed")
    }
  }

  @Test(arguments: words.map { $0.table + "." + $0.column }, ["'many'", "'[1'", "7", "x'ff'"])
  func aWordThatIsNoneOfItsKindIsDamage(place: String, value: String) throws {
    let parts = place.split(separator: ".").map { String($0) }
    let code = ask(try changed(parts[0], parts[1], value))
    #expect(code == "RL4004", "\(place) = \(value): \(code ?? "was believed")")
  }

  @Test func damageIsToldWithoutTheTextOfTheRow() throws {
    let path = try changed("assertion", "polarity", "'Ahmad Massoud'")
    let error = #expect(throws: RelataError.self) {
      try GraphStore(path: path, mode: .readOnly).loadGraph()
    }
    #expect(error?.kind == .noInput && error?.location?.file == path)
    #expect("\(error?.message ?? "")".contains("Massoud") == false)
  }
}
