import Relata
import Testing

@Suite struct UmbrellaTests {
  @Test func oneImportReachesEveryRoom() throws {
    let relation = try #require(RelationSchema.standard["hired"])
    #expect(relation.label.contains("hired"))
    #expect(KnowledgeGraph(entities: [], relations: []).entities.isEmpty)
    #expect(DOTGraph().nodes.isEmpty)
  }
}
