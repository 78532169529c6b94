import RelataCore
import RelataGraph
import Testing

@testable import RelataDiagram

/// What stands beneath a name in a figure.
@Suite struct NodeWordsTests {
  @Test(
    arguments: [
      (["minister of ports"], "minister of ports"), (["brother", "engineer"], "engineer"),
      (["sons"], nil), (["eldest daughter"], nil), (["Brother"], nil), ([], nil),
      (["sister company chief"], "sister company chief"),
    ] as [([String], String?)])
  func whoseRelativeSomebodyIsIsNoRole(roles: [String], shown: String?) {
    let entity = MadeUpGraph.entity("a", "Mara Velasquez", .person, roles: roles)
    let words = DiagramWords(KnowledgeGraph(entities: [entity], relations: []))
    #expect(words.nodeLines(entity).role == shown)
  }
}
