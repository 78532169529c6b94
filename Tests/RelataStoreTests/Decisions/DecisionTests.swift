import Foundation
import RelataCore
import RelataGraph
import RelataTestSupport
import Testing

@testable import RelataStore

/// What one decision does to a graph.
@Suite struct DecisionTests {
  private let folder: TemporaryFolder
  private let store: GraphStore

  init() throws {
    folder = try TemporaryFolder()
    store = try GraphStore(path: folder.path("graph.relata"), mode: .createIfMissing)
  }

  private func document(
    _ id: String, _ name: String, affair: String = "quarry larkspur dredger foundling",
    firm: String = "Karst Bank"
  ) -> ExtractedDocument {
    var draft = DocumentDraft(id, affair: affair)
    draft.assert(draft.entity(name), "leads", draft.entity(firm, .organization))
    return draft.document
  }

  private func id(_ name: String) throws -> EntityID {
    guard case .found(let entity) = try store.match(name) else {
      Issue.record("\(name) is not found")
      return EntityID("")
    }
    return entity.id
  }

  private func sides(_ names: String...) throws -> [[NameAnchor]] {
    try names.map { try store.anchors(of: try id($0)) }
  }

  @discardableResult
  private func decide(
    _ kind: Decision.Kind, _ sides: [[NameAnchor]] = [], text: String? = nil,
    undoes: String? = nil, relation: RelationAnchor? = nil, reason: String? = nil
  ) throws -> StandingDecision {
    try #require(
      try store.decide(
        Decision(
          kind: kind, when: "2026-11-30", reason: reason, text: text, undoes: undoes, sides: sides,
          relation: relation)))
  }

  private var people: [String] {
    get throws {
      try store.loadGraph().entities.filter { $0.type == .person }.map(\.name).sorted()
    }
  }

  @Test func `names that are nothing alike are one, and later documents join under both`() throws {
    try store.add(document("a", "Jho Low"))
    try store.add(document("b", "Low Taek Jho", affair: "orchestra canteen", firm: "Petrel Ltd"))
    #expect(try people.count == 2)
    let standing = try decide(.merge, sides("Jho Low", "Low Taek Jho"))
    #expect(standing.state == .applies && standing.decision.id == "d1")
    #expect(try people.count == 1)
    let (one, other) = (try id("Jho Low"), try id("Low Taek Jho"))
    #expect(one == other)
    #expect(try store.loadGraph().entities.filter(\.decided).count == 1)
    try store.add(document("c", "Jho Low"))
    try store.add(document("d", "Low Taek Jho", affair: "orchestra canteen", firm: "Petrel Ltd"))
    #expect(try people.count == 1)
    // A namesake of another affair is nobody's yet.
    try store.add(document("e", "Jho Low", affair: "violin ferry", firm: "Opal Trust"))
    #expect(try people.count == 2)
    try decide(.undo, undoes: "d1")
    #expect(try people == ["Jho Low", "Jho Low", "Low Taek Jho"])
    #expect(try store.decisions().map(\.state) == [.undone, .applies])
    try decide(.undo, undoes: "d2")
    #expect(try people.count == 2)
    try store.verify()
  }

  @Test func `two of one name are told apart, and a later decision outweighs an earlier`() throws {
    for id in ["a", "b", "c"] { try store.add(document(id, "Daniel Okafor")) }
    #expect(try people.count == 1)
    let all = try sides("Daniel Okafor")[0]
    let parts = [
      all.filter { $0.document?.rawValue == "c" }, all.filter { $0.document?.rawValue != "c" },
    ]
    #expect(try decide(.split, parts).state == .applies)
    #expect(try people.count == 2)
    let entities = try store.loadGraph().entities.filter { $0.type == .person }
    #expect(entities.map(\.decided) == [true, true])
    let maybe = try store.maybeSame(as: entities[0].id)
    #expect(maybe.isEmpty)
    let reasons = try store.compare(entities[0].id, entities[1].id)
    #expect(reasons?.verdict == .different && reasons?.conflicts.first == .decided)
    #expect(try decide(.merge, parts).state == .applies)
    #expect(try people.count == 1)
    #expect(try store.decisions().map(\.state) == [.doesNotApply, .applies])
  }

  @Test func `a chain of merges is one, and who was told from one of it stays out`() throws {
    let names = ["Ann Roe", "Bea Stone", "Carla Voss"]
    for name in names { try store.add(document(name, name)) }
    try decide(.different, sides(names[0], names[2]))
    try decide(.merge, sides(names[0], names[1]))
    #expect(try people.count == 2)
    let torn = try decide(.merge, sides(names[1], names[2]))
    // It names A, too, as A is B: later than the first, it outweighs it.
    #expect(torn.state == .applies)
    #expect(try people.count == 1)
  }

  @Test func `a decision waits for its documents, and comes back with them`() throws {
    let (a, b) = (document("a", "Jho Low"), document("b", "Low Taek Jho", affair: "canteen"))
    try store.add(a)
    try store.add(b)
    #expect(try people.count == 2)
    try decide(.merge, sides("Jho Low", "Low Taek Jho"))
    try store.remove(DocumentID("b"))
    #expect(try store.decisions().map(\.state) == [.doesNotApply])
    try store.add(b)
    #expect(try store.decisions().map(\.state) == [.applies])
    #expect(try people.count == 1)
    // Another producer reads the same.
    try store.add(b, producer: "newer")
    #expect(try people.count == 1)
    // A rebuild from nothing, the log before the documents.
    let log = try store.decisions().map(\.decision)
    let other = try GraphStore(path: folder.path("other"), mode: .createIfMissing)
    #expect(try other.takeIn(log).count == 1)
    #expect(try other.takeIn(log).isEmpty)
    try other.add(b)
    try other.add(a)
    let (here, there) = (try store.loadGraph(), try other.loadGraph())
    #expect(here.entities == there.entities)
    #expect(here.relations == there.relations)
  }

  @Test func `a corrected article takes over what was decided about the one before`() throws {
    func version(_ id: String, _ text: String) -> ExtractedDocument {
      var extracted = document(id, "Low Taek Jho", affair: text)
      extracted.annotated.document.files = [
        SourceFile(
          place: "n/b.txt", sha256: String(repeating: "a", count: 64), size: 7, read: "2026-01-01")
      ]
      return extracted
    }
    try store.add(document("a", "Jho Low"))
    try store.add(version("b-1", "orchestra canteen"))
    try decide(.merge, sides("Jho Low", "Low Taek Jho"))
    let relation = try #require(
      try store.loadGraph().relations.first {
        $0.evidence.contains { $0.document.rawValue == "b-1" }
      })
    try decide(.confirm, relation: try store.anchor(of: relation.id))
    #expect(try store.add(version("b-2", "orchestra canteen violin")) == .replaced)
    #expect(try people.count == 1)
    #expect(try store.decisions().map(\.state) == [.applies, .applies])
  }

  @Test func `another name is shown, and all names find it`() throws {
    try store.add(document("a", "Low Taek Jho"))
    try decide(.rename, sides("Low Taek Jho"), text: "Jho Low")
    #expect(try people == ["Jho Low"])
    let (one, other) = (try id("Jho Low"), try id("Low Taek Jho"))
    #expect(one == other)
    #expect(
      try store.loadGraph().entities.first { $0.name == "Jho Low" }?.aliases == ["Low Taek Jho"])
    try store.add(document("b", "Low Taek Jho"))
    #expect(try people == ["Jho Low"])
    try decide(.rename, sides("Karst Bank"), text: "Karst")
    try decide(.rename, sides("Jho Low"), text: "Mr. Low")
    #expect(try people == ["Mr. Low"])
    try decide(.undo, undoes: "d3")
    #expect(try people == ["Jho Low"])
    try decide(.undo, undoes: "d1")
    #expect(try people == ["Low Taek Jho"])
  }

  @Test func `what is forgotten is gone from the decisions too`() throws {
    try store.add(document("keep", "Jho Low"))
    try store.add(document("zwetschgen", "Quentin Zwetschge", affair: "orchestra"))
    let relation = try #require(
      try store.loadGraph().relations.first { $0.evidence[0].document.rawValue == "zwetschgen" })
    try decide(.merge, sides("Jho Low", "Quentin Zwetschge"), reason: "Zwetschge said so")
    try decide(.note, sides("Quentin Zwetschge"), text: "ask Zwetschge")
    try decide(.reject, relation: try store.anchor(of: relation.id))
    #expect(try store.forget([DocumentID("zwetschgen")]).count == 1)
    #expect(try people == ["Jho Low"])
    #expect(try store.decisions().map(\.state) == [.doesNotApply, .applies, .doesNotApply])
    try store.close()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path(""))
    where name.hasPrefix("graph.relata") {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path(name)))
      for word in ["Zwetschge", "zwetschge", "orchestra"] {
        #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word) in \(name)")
      }
    }
  }
}
