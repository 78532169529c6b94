import GRDB
import RelataCore
import RelataGraph
import RelataTestSupport
import Testing

@testable import RelataStore

/// What the views of a graph file show to other programs.
@Suite struct ViewTests {
  private let folder: TemporaryFolder
  private let store: GraphStore

  init() throws {
    folder = try TemporaryFolder()
    store = try GraphStore(path: folder.path("graph.relata"), mode: .createIfMissing)
    var draft = DocumentDraft("a")
    let (hale, kerr) = (draft.entity("Viktor Hale"), draft.entity("Ann Kerr"))
    let (bank, firm) = (
      draft.entity("Karst Bank", .organization), draft.entity("Orlan Shipping", .organization)
    )
    draft.assert(hale, "leads", bank)
    draft.assert(kerr, "leads", firm, tense: .former)
    draft.assert(hale, "met_with", kerr)
    var document = draft.document
    document.assertions[0].time = "2019-05"
    try store.add(document)
  }

  private func rows(_ view: String, _ columns: String) throws -> [String] {
    try store.read { db in
      try Row.fetchAll(db, sql: "SELECT \(columns) FROM \(view) ORDER BY 1, 2").map { row in
        row.databaseValues.map { String.fromDatabaseValue($0) ?? "\($0)" }.joined(separator: " | ")
      }
    }
  }

  private func relation(_ type: RelationID, _ subject: String) throws -> Relation {
    let graph = try store.loadGraph()
    return try #require(
      graph.relations.first {
        $0.type == type && graph.entity($0.subject)?.name == subject
      })
  }

  @Test func `a relation has its times`() throws {
    let times = try rows(
      "relations", "relation, subject, holdsFrom, holdsUntil, firstReported, former")
    #expect(
      times == [
        "leads | Ann Kerr | NULL | NULL | 2021-09-25 | 1",
        "leads | Viktor Hale | 2019-05 | NULL | 2021-09-25 | 0",
        "met_with | Viktor Hale | NULL | NULL | 2021-09-25 | 0",
      ])
    for relation in try store.loadGraph().relations {
      let time = RelationTime([relation], schema: .standard)
      let found = try rows("relations WHERE id = '\(relation.id)'", "holdsFrom, lastReported")
      #expect(found == ["\(time.from ?? "NULL") | \(time.lastReported ?? "NULL")"])
    }
  }

  @Test func `what is rejected or hidden stands in views of its own`() throws {
    try store.decide(
      Decision(
        kind: .reject, when: "1",
        relation: try store.anchor(of: relation("leads", "Viktor Hale").id)))
    let kerr = try #require(try store.loadGraph().entities.first { $0.name == "Ann Kerr" })
    try store.decide(
      Decision(kind: .hide, when: "1", sides: [try store.anchors(of: kerr.id)]))
    for view in ["relations", "evidence"] { #expect(try rows(view, "subject, object").isEmpty) }
    #expect(
      try rows("entities", "name, relations") == [
        "Karst Bank | 0", "Orlan Shipping | 0", "Viktor Hale | 0",
      ])
    let leftOut = try rows("rejectedOrHiddenRelations", "decision, relation, subject")
    #expect(
      leftOut == [
        "hidden | leads | Ann Kerr", "hidden | met_with | Viktor Hale",
        "rejected | leads | Viktor Hale",
      ])
    #expect(try rows("hiddenEntities", "name, type") == ["Ann Kerr | PERSON"])
    for number in [1, 2] {
      try store.decide(Decision(kind: .undo, when: "2", undoes: "d\(number)"))
    }
    #expect(try rows("relations", "subject, object").count == 3)
    #expect(try rows("rejectedOrHiddenRelations", "decision, id").isEmpty)
  }

  @Test func `what a confidential document says is in no view`() throws {
    try store.decide(Decision(kind: .confidential, when: "1", documents: [DocumentID("a")]))
    let views = try store.read { db in
      try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'view'")
    }
    #expect(views.count == 5)
    for view in views { #expect(try rows(view, "1, *").isEmpty, "\(view)") }
  }
}
