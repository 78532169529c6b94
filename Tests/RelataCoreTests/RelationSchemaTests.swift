import RelataCore
import Testing

@Suite struct RelationSchemaTests {
  @Test func theShippedSchemaHasTheFortyFourRelations() {
    let schema = RelationSchema.standard
    #expect(schema.relations.count == 44)
    #expect(Set(schema.relations.map(\.id)).count == 44)
    #expect(schema.relations.allSatisfy { !$0.label.isEmpty && !$0.inverseLabel.isEmpty })
  }

  @Test func symmetricRelationsHaveOneDomainAndRange() throws {
    for relation in RelationSchema.standard.relations where relation.isSymmetric {
      #expect(relation.domain == relation.range || relation.id == "affiliated_with")
    }
    let met = try #require(RelationSchema.standard["met_with"])
    #expect(met.isSymmetric)
    #expect(try #require(RelationSchema.standard["hired"]).isSymmetric == false)
  }

  @Test func domainAndRangeAreEnforced() throws {
    let child = try #require(RelationSchema.standard["child_of"])
    #expect(child.allows(subject: .person, object: .person))
    #expect(!child.allows(subject: .organization, object: .person))
    #expect(!child.allows(subject: .person, object: .date))
  }

  private static let entry = """
      - {id: other, family: other, domain: [ANY], range: [ANY], symmetric: false, label: a, inverse: b}
    """

  @Test(arguments: [
    ("version: 1\nrelations: {", "malformed YAML"),
    ("version: 1\nrelations: []", "'other' is missing"),
    ("version: 1\nrelations:\n\(entry)\n\(entry)", "listed twice"),
    ("version: 1\nrelations:\n\(entry.replacing("family: other", with: "family: love"))", "love"),
    ("version: 1\nrelations:\n\(entry.replacing("[ANY], range", with: "[DATE], range"))", "DATE"),
  ])
  func brokenSchemasAreRefusedWithTheirFile(yaml: String, reason: String) {
    let error = #expect(throws: RelataError.self) {
      _ = try RelationSchema(yaml: yaml, file: "my.yaml")
    }
    #expect(error?.code == "RL3001")
    #expect(error?.location?.file == "my.yaml")
    if reason != "malformed YAML" { #expect(error?.message.contains(reason) == true) }
  }
}
