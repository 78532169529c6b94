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
    #expect(names(merge(a, b)) == ["Ahmad Massoud", "Ahmad Shah Massoud"])
  }

  @Test func aBareSurnameOfAnotherDocumentJoinsNoFullName() {
    var a = DocumentDraft("a")
    a.entity("Ahmad Massoud", aliases: ["Massoud"])
    var b = DocumentDraft("b")
    b.entity("Massoud")
    var c = DocumentDraft("c")
    c.entity("MASSOUD")
    let graph = merge(a, b, c)
    #expect(graph.entities.count == 2)
    #expect(
      graph.entities.first { $0.name != "Ahmad Massoud" }?.documents
        == ["b", "c"].map { DocumentID($0) })
  }

  @Test func aSurnameThatClaimsAFullNameJoinsNobody() {
    var a = DocumentDraft("a")
    a.entity("Massoud", aliases: ["Ahmad Massoud"])
    var b = DocumentDraft("b")
    b.entity("Ahmad Massoud")
    #expect(merge(a, b).entities.count == 2)
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
    ("Gen. Massoud", "Massoud", .person),
    ("John Smith", "John Smith Jr.", .person),
    ("Mr. Clinton", "Mrs. Clinton", .person),
    ("Washington Post", "Washington Post Company", .organization),
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

  @Test func anAcronymJoinsOnlyWhereADocumentSaysSo() {
    var a = DocumentDraft("a")
    a.entity("National Resistance Front", .organization)
    var b = DocumentDraft("b")
    b.entity("NRF", .organization)
    #expect(merge(a, b).entities.count == 2)
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

  @Test(arguments: ["Donald Trump Jr.", "Ivanka Trump", "Trump", "Mr. Trump", "D. Trump"])
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
    #expect(merge(a, b, c).entities.count == 2)
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
