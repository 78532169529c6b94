import Foundation
import GRDB
import RelataCore
import RelataGraph
import RelataTestSupport
import Testing

@testable import RelataStore

/// Decisions that somebody is of another type, that another name is somebody's, that two places are one.
@Suite struct NamingDecisionTests {
  private let folder: TemporaryFolder
  private let store: GraphStore

  init() throws {
    folder = try TemporaryFolder()
    store = try GraphStore(path: folder.path("graph.relata"), mode: .createIfMissing)
  }

  private func document(
    _ id: String, _ name: String, _ type: EntityType = .person,
    affair: String = "quarry larkspur dredger foundling"
  ) -> ExtractedDocument {
    var draft = DocumentDraft(id, affair: affair)
    draft.assert(draft.entity(name, type), "leads", draft.entity("Karst Bank", .organization))
    return draft.document
  }

  private func entities(_ name: String) throws -> [Entity] {
    try store.loadGraph().entities.filter { $0.name == name }
  }

  private func id(_ name: String) throws -> EntityID { try #require(entities(name).first).id }

  @discardableResult
  private func retype(
    _ name: String, _ type: EntityType, in documents: Set<DocumentID> = []
  ) throws -> StandingDecision {
    let sides = try store.retyping(id(name), as: type, in: documents)
    return try #require(
      try store.decide(
        Decision(
          kind: .retype, when: "1", text: type.rawValue, sides: sides,
          documents: documents.sorted())))
  }

  @discardableResult
  private func alias(_ name: String, _ other: String) throws -> StandingDecision {
    let entity = try #require(entities(name).first)
    let key = NameKey(other, type: entity.type)
    return try #require(
      try store.decide(
        Decision(
          kind: .alias, when: "1", text: other,
          sides: [try store.anchors(of: entity.id), [NameAnchor(.anyone(key))]])))
  }

  @Test func `a person that is a place joins the place, and later documents follow`() throws {
    try store.add(document("a", "Bexley"))
    try store.add(document("b", "Bexley"))
    try store.add(document("c", "Bexley", .location))
    #expect(try entities("Bexley").count == 2)
    let person = try #require(entities("Bexley").first { $0.type == .person })
    let sides = try store.retyping(person.id, as: .location)
    #expect(sides[0].contains { $0.document == nil } && sides[1].map(\.type) == [.location])
    let standing = try store.decide(
      Decision(kind: .retype, when: "1", text: "LOCATION", sides: sides))
    #expect(standing?.state == .applies)
    let place = try entities("Bexley")
    #expect(place.map(\.type) == [.location] && place[0].documents.count == 3 && place[0].decided)
    try store.add(document("d", "Bexley"))
    #expect(try entities("Bexley").map(\.documents.count) == [4])
    #expect(try store.loadGraph().relations.map(\.evidence.count) == [4])
    // What a decision of before said of the person holds of the place.
    try store.decide(Decision(kind: .undo, when: "2", undoes: "d1"))
    let types = try entities("Bexley").map(\.type)
    #expect(Set(types) == [.location, .person])
    try store.verify()
  }

  @Test func `decisions of before and after stand, and a document read anew is typed again`() throws
  {
    try store.add(document("a", "Orlan Harbour"))
    try store.decide(
      Decision(
        kind: .note, when: "1", text: "ask them",
        sides: [try store.anchors(of: id("Orlan Harbour"))]))
    try retype("Orlan Harbour", .organization)
    let firm = try #require(entities("Orlan Harbour").first)
    #expect(firm.type == .organization && firm.notes == ["ask them"])
    try store.decide(
      Decision(
        kind: .rename, when: "1", text: "OH Ltd", sides: [try store.anchors(of: firm.id)]))
    // The same text read by a newer model, and then read right.
    var again = document("a", "Orlan Harbour")
    again.assertions[0].predicate = "runs"
    #expect(try store.add(again) == .replaced)
    #expect(try entities("OH Ltd").map(\.type) == [.organization])
    #expect(try store.add(document("a", "Orlan Harbour", .organization)) == .replaced)
    let notes = try entities("OH Ltd").map(\.notes)
    #expect(notes == [["ask them"]])
    let states = try store.decisions().map(\.state)
    #expect(states == [.applies, .applies, .applies])
  }

  @Test func `a place is a person in one document alone`() throws {
    for id in ["a", "b"] { try store.add(document(id, "Victoria", .location)) }
    try retype("Victoria", .person, in: [DocumentID("a")])
    let found = try store.loadGraph().entities.filter { $0.name == "Victoria" }
    #expect(Set(found.map(\.type)) == [.person, .location])
    #expect(found.allSatisfy { $0.documents.count == 1 })
    try store.add(document("c", "Victoria", .location))
    #expect(try entities("Victoria").first { $0.type == .location }?.documents.count == 2)
    // Where that document is forgotten, the decision does not come to hold in all.
    #expect(try store.forget([DocumentID("a")]).count == 1)
    #expect(try entities("Victoria").map(\.type) == [.location])
    try store.add(document("d", "Victoria", .location))
    #expect(try entities("Victoria").map(\.type) == [.location])
  }

  @Test func `who was one stays one under the new type`() throws {
    for (id, affair) in [("a", "quarry larkspur"), ("b", "quarry larkspur"), ("c", "ferry violin")]
    {
      try store.add(document(id, "Taek Jho", .location, affair: affair))
    }
    try retype("Taek Jho", .person)
    #expect(try entities("Taek Jho").map(\.documents.count) == [3])
  }

  @Test func `an alias is found, joins documents of before and later, and goes with its undoing`()
    throws
  {
    try store.add(document("a", "Jho Low"))
    try store.add(document("b", "Low Taek Jho", affair: "orchestra canteen"))
    #expect(try alias("Jho Low", "Low Taek Jho").state == .applies)
    try store.add(document("c", "Low Taek Jho", affair: "ferry violin"))
    let people = try store.loadGraph().entities.filter { $0.type == .person }
    #expect(people.map(\.documents.count) == [3])
    #expect(try store.match("low taek jho") == .found(people[0]))
    try store.decide(Decision(kind: .undo, when: "2", undoes: "d1"))
    let plain = try GraphStore(path: folder.path("plain"), mode: .createIfMissing)
    try plain.add(document("a", "Jho Low"))
    try plain.add(document("b", "Low Taek Jho", affair: "orchestra canteen"))
    try plain.add(document("c", "Low Taek Jho", affair: "ferry violin"))
    #expect(try store.loadGraph().entities.map(\.id) == plain.loadGraph().entities.map(\.id))
    try alias("Jho Low", "The Whale")
    guard case .found(let entity) = try store.match("the whale") else {
      Issue.record("an alias that no document has is not found")
      return
    }
    #expect(entity.name == "Jho Low" && entity.aliases.contains("The Whale"))
    // Its owner's going takes it along; another document's going does not.
    #expect(try store.forget([DocumentID("b")]).count == 1)
    #expect(try store.decisions().last?.state == .applies)
    #expect(try store.forget([DocumentID("a")]).count == 1)
    try store.close()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path("graph.relata")))
    #expect(
      bytes.range(of: Data("Whale".utf8)) == nil && bytes.range(of: Data("whale".utf8)) == nil)
  }

  @Test func `who was joined by an alias is alone again where its owner is forgotten`() throws {
    try store.add(document("a", "Jho Low"))
    try store.add(document("b", "Low Taek Jho", affair: "orchestra canteen"))
    try alias("Jho Low", "Low Taek Jho")
    #expect(try store.forget([DocumentID("a")]).count == 1)
    let plain = try GraphStore(path: folder.path("plain"), mode: .createIfMissing)
    try plain.add(document("b", "Low Taek Jho", affair: "orchestra canteen"))
    let left = try store.dump().filter { !$0.hasPrefix("decision") }
    let expected = try plain.dump()
    #expect(left == expected)
  }

  @Test func `two places are one, and another name of a place is the place`() throws {
    try store.add(document("a", "Port Selmark", .location))
    try store.add(document("b", "Selmarkhaven", .location))
    let sides = try ["Port Selmark", "Selmarkhaven"].map { try store.anchors(of: id($0)) }
    let merged = try store.decide(Decision(kind: .merge, when: "1", sides: sides))
    #expect(merged?.state == .applies)
    #expect(try store.loadGraph().entities.filter { $0.type == .location }.count == 1)
    try store.add(document("c", "Selmarkhaven", .location))
    let place = try #require(try store.loadGraph().entities.first { $0.type == .location })
    #expect(place.documents.count == 3)
    try alias(place.name, "Zelmark")
    try store.add(document("d", "Zelmark", .location))
    #expect(try entities(place.name).map(\.documents.count) == [4])
    for number in [1, 2] {
      try store.decide(Decision(kind: .undo, when: "2", undoes: "d\(number)"))
    }
    #expect(try store.loadGraph().entities.filter { $0.type == .location }.count == 3)
    try store.verify()
  }

  @Test func `a confidential document is sealed as it was read, and its names are told nowhere`()
    throws
  {
    try store.add(document("a", "Bexley"))
    try store.add(document("b", "Karel Voss"))
    try retype("Bexley", .location)
    let before = try store.dump()
    try store.decide(Decision(kind: .confidential, when: "2", documents: [DocumentID("a")]))
    #expect(try store.decisions().isEmpty)
    #expect(try store.loadGraph().entities.allSatisfy { $0.name != "Bexley" })
    try store.decide(Decision(kind: .undo, when: "3", undoes: "d2"))
    #expect(
      try store.dump().filter { !$0.hasPrefix("decision") }
        == before.filter { !$0.hasPrefix("decision") })
    let log = try store.decisions().map(\.decision)
    #expect(try DecisionFile(yaml: DecisionFile(log).yaml(), file: "d").decisions == log)
  }
}
