import RelataCore
import RelataLanguage
import Testing

@testable import RelataGraph

@Suite struct NameIndexTests {
  private let index = NameIndex([
    Entity(id: "e1".entity, name: "Ahmad Massoud", type: .person, aliases: ["Massoud"]),
    Entity(id: "e2".entity, name: "Amrullah Saleh", type: .person, documents: [DocumentID("a")]),
    Entity(id: "e3".entity, name: "Ali Saleh", type: .person),
    Entity(
      id: "e4".entity, name: "National Resistance Front", type: .organization, aliases: ["NRF"]),
    Entity(id: "e5".entity, name: "Panjshir", type: .location),
    Entity(id: "e6".entity, name: "Panjshir", type: .organization),
    Entity(id: "e7".entity, name: "José Álvarez", type: .person),
    Entity(id: "e8".entity, name: "Robert Stryk", type: .person),
  ])

  private func found(_ name: String) -> String? {
    if case .found(let entity) = index.match(name) { entity.id.rawValue } else { nil }
  }

  @Test(arguments: [
    ("ahmad massoud", "e1"), ("MASSOUD", "e1"), ("the national resistance front", "e4"),
    ("n.r.f.", "e4"), ("resistance front", "e4"), ("jose alvarez", "e7"), ("Alvarez", "e7"),
    ("Stryk's", "e8"), ("e5", "e5"), ("Amrullah Saleh", "e2"),
  ]) func findsByNameAliasEndingOrID(name: String, id: String) {
    #expect(found(name) == id)
  }

  @Test func severalThatFitAreAllNamed() {
    guard case .ambiguous(let salehs) = index.match("saleh") else {
      Issue.record("expected ambiguity")
      return
    }
    #expect(salehs.map(\.id.rawValue) == ["e2", "e3"])
    guard case .ambiguous(let places) = index.match("panjshir") else {
      Issue.record("expected ambiguity")
      return
    }
    #expect(places.map(\.id.rawValue) == ["e5", "e6"])
  }

  @Test(arguments: [
    ("Masoud", "Ahmad Massoud"), ("Stryck", "Robert Stryk"), ("Amrullah Slaeh", "Amrullah Saleh"),
    ("Panj", "Panjshir"), ("Ahmad", "Ahmad Massoud"),
  ]) func suggestsWhatWasPerhapsMeant(name: String, suggestion: String) {
    guard case .notFound(let suggestions) = index.match(name) else {
      Issue.record("expected no match")
      return
    }
    #expect(suggestions.first == suggestion)
  }

  @Test(arguments: ["", " ", "…", "Zzyzx Qwerty", "massoud ahmad x"])
  func suggestsNothingForNonsense(name: String) {
    #expect(index.match(name) == .notFound(suggestions: []))
  }
}

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("", "", 0), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ab", 1), ("kitten", "sitting", 3),
    ("ca", "abc", 3), ("a", "", 1), ("massoud", "masoud", 1),
  ]) func editDistanceCountsSwapsOnce(a: String, b: String, distance: Int) {
    #expect(Suggestions.editDistance(a, b, atMost: 9) == distance)
    #expect(Suggestions.editDistance(b, a, atMost: 9) == distance)
    #expect(Suggestions.editDistance(a, b, atMost: distance) == distance)
    #expect(Suggestions.editDistance(a, b, atMost: distance - 1) == nil)
  }

  @Test func relationsAndCommandsAreSuggested() {
    let relations = RelationSchema.standard.relations.map(\.id.rawValue)
    #expect(Suggestions.nearest(to: "hried", among: relations) == ["hired"])
    #expect(Suggestions.nearest(to: "met", among: relations).first == "met_with")
    #expect(Suggestions.nearest(to: "buidl", among: ["build", "extract"]) == ["build"])
    #expect(Suggestions.nearest(to: "x", among: ["svg", "dot"]).isEmpty)
  }
}
