import RelataCore
import RelataGraphReference
import RelataTestSupport
import Testing

@testable import RelataGraph

@Suite struct GraphMergerTests {
  private func names(_ graph: KnowledgeGraph) -> [String] { graph.entities.map(\.name).sorted() }

  private func merge(_ drafts: DocumentDraft...) -> KnowledgeGraph {
    GraphMerger().merge(drafts.map(\.document))
  }

  @Test func twoMassoudsStayTwo() {
    var a = DocumentDraft("a")
    a.entity("Ahmad Massoud", aliases: ["Massoud"])
    var b = DocumentDraft("b")
    b.entity("Ahmad Shah Massoud", aliases: ["Massoud"])
    var c = DocumentDraft("c")
    c.entity("Ahmad Massoud", aliases: ["Massoud"])
    c.entity("Ahmad Shah Massoud")
    #expect(names(merge(a, b, c)) == ["Ahmad Massoud", "Ahmad Shah Massoud"])
    #expect(names(merge(c, b)) == ["Ahmad Massoud", "Ahmad Shah Massoud"])
  }

  /// Of another affair, or of one in which two bear it, a family name alone says nobody.
  @Test func aFamilyNameAloneJoinsTheOneBearerInTheSameAffair() {
    var a = DocumentDraft("a")
    a.entity("Ahmad Massoud", aliases: ["Massoud"])
    var b = DocumentDraft("b")
    b.entity("Massoud")
    #expect(names(merge(a, b)) == ["Ahmad Massoud"])
    var other = DocumentDraft("c", affair: "orchestra violin rehearsal soprano")
    other.entity("Massoud")
    #expect(names(merge(a, b, other)) == ["Ahmad Massoud", "Massoud"])
    var brother = DocumentDraft("d")
    brother.entity("Walid Massoud")
    #expect(names(merge(a, b, brother)) == ["Ahmad Massoud", "Massoud", "Walid Massoud"])
  }

  @Test func namesakesOfTwoAffairsStayTwo() {
    var a = DocumentDraft("a")
    a.entity("Daniel Okafor")
    var b = DocumentDraft("b", affair: "headteacher pupils timetable canteen")
    b.entity("Daniel Okafor")
    var c = DocumentDraft("c")
    c.entity("Daniel Okafor")
    let graph = merge(a, b, c)
    #expect(graph.entities.map(\.documents.count).sorted() == [1, 2])
    #expect(Set(graph.entities.map(\.id)).count == 2)
    #expect(names(graph) == ["Daniel Okafor", "Daniel Okafor"])
  }

  @Test(arguments: [
    ("Amrullah Saleh", "AMRULLĀH SALEH", EntityType.person),
    ("President Joe Biden", "Joe Biden", .person),
    ("Acme Corp.", "The Acme Corporation", .organization),
    ("Al-Qaeda", "al Qaeda", .organization),
    ("Johnson & Johnson", "Johnson and Johnson", .organization),
    ("U.S.", "United States of America", .location),
    ("Britain", "UK", .location),
    ("Afghan", "Afghans", .group),
    ("Łódź", "Lodz", .location),
  ]) func spellingVariantsAreOneEntity(a: String, b: String, type: EntityType) {
    var one = DocumentDraft("1")
    one.entity(a, type)
    var two = DocumentDraft("2")
    two.entity(b, type)
    #expect(merge(one, two).entities.count == 1)
  }

  @Test(arguments: [
    ("King Charles", "Prince Charles", EntityType.person),
    ("John Smith", "John Smith Jr.", .person),
    ("Mr. Clinton", "Mrs. Clinton", .person),
    ("North Korea", "South Korea", .location),
    ("New York", "New York City", .location),
    ("राम", "रम", .person),
  ]) func differentNamesAreTwoEntities(a: String, b: String, type: EntityType) {
    var one = DocumentDraft("1")
    one.entity(a, type)
    var two = DocumentDraft("2")
    two.entity(b, type)
    #expect(merge(one, two).entities.count == 2)
  }

  @Test func aNameOfTwoTypesIsTwoEntities() {
    var draft = DocumentDraft("a")
    draft.entity("Panjshir", .location)
    draft.entity("Panjshir", .organization)
    #expect(merge(draft).entities.count == 2)
  }

  @Test func anAcronymJoinsWhereADocumentSaysSoOrTheAffairIsTheSame() {
    var a = DocumentDraft("a", affair: "orchestra violin rehearsal soprano")
    a.entity("National Resistance Front", .organization)
    var b = DocumentDraft("b")
    b.entity("NRF", .organization)
    #expect(merge(a, b).entities.count == 2)
    a = DocumentDraft("a")
    a.entity("National Resistance Front", .organization)
    #expect(merge(a, b).entities.count == 1)
    var c = DocumentDraft("c")
    c.entity("National Resistance Front", .organization, aliases: ["NRF"])
    let graph = merge(a, b, c)
    #expect(names(graph) == ["National Resistance Front"])
    #expect(graph.entities.first?.aliases == ["NRF"])
  }

  @Test func anAcronymOfTwoOrganizationsJoinsNeither() {
    var a = DocumentDraft("a")
    a.entity("National Resistance Front", .organization, aliases: ["NRF"])
    var b = DocumentDraft("b")
    b.entity("National Research Foundation", .organization, aliases: ["NRF"])
    var c = DocumentDraft("c")
    c.entity("NRF", .organization)
    #expect(merge(a, b, c).entities.count == 3)
  }

  @Test func anAcronymOfOneOrganizationWithTwoNamesJoinsIt() {
    var a = DocumentDraft("a")
    a.entity(
      "National Resistance Front of Afghanistan", .organization,
      aliases: ["NRF", "National Resistance Front"])
    var b = DocumentDraft("b")
    b.entity("National Resistance Front", .organization, aliases: ["NRF"])
    var c = DocumentDraft("c")
    c.entity("NRF", .organization)
    #expect(merge(a, b, c).entities.count == 1)
  }

  @Test(arguments: ["Donald Trump Jr.", "Ivanka Trump"])
  func aMistakenAliasJoinsNoRelative(alias: String) {
    var a = DocumentDraft("a")
    a.entity("Donald Trump", aliases: [alias])
    var b = DocumentDraft("b")
    b.entity(alias)
    #expect(merge(a, b).entities.count == 2)
  }

  @Test func fullAliasesOfOnePersonJoin() {
    var a = DocumentDraft("a")
    a.entity("Joseph R. Biden", aliases: ["Joe Biden"])
    var b = DocumentDraft("b")
    b.entity("Joe Biden")
    #expect(merge(a, b).entities.count == 1)
  }

  @Test func peopleThatOneDocumentTellsApartNeverJoin() {
    var a = DocumentDraft("a")
    a.entity("Ahmad Shah Massoud", aliases: ["Ahmad Massoud"])
    var b = DocumentDraft("b")
    b.entity("Ahmad Massoud")
    #expect(merge(a, b).entities.count == 1)
    var c = DocumentDraft("c")
    c.entity("Ahmad Massoud")
    c.entity("Ahmad Shah Massoud")
    #expect(merge(a, b, c).entities.count > 1)
  }

  @Test func idsSurviveNewDocuments() {
    var a = DocumentDraft("a")
    a.entity("Amrullah Saleh", aliases: ["Saleh"])
    var b = DocumentDraft("b")
    b.entity("AMRULLAH SALEH")
    b.entity("Ahmad Massoud")
    let before = merge(a).entities[0].id
    #expect(merge(a, b).entity(before)?.name == "Amrullah Saleh")
  }

  @Test func valuesAndSelfLoopsAreLeftOut() {
    var a = DocumentDraft("a")
    let person = a.entity("Amrullah Saleh")
    let again = a.entity("AMRULLAH SALEH")
    let day = a.entity("Saturday", .date)
    a.assert(person, "met_with", again)
    a.assert(person, "other", day)
    let graph = merge(a)
    #expect(graph.entities.count == 1)
    #expect(graph.relations.isEmpty)
  }
}
