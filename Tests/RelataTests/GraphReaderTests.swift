import Relata
import Testing

@Suite struct GraphReaderTests {
  @Test func textsJoinOneGraphAndRepeatingOneChangesNothing() throws {
    let reader = try GraphReader()
    let first = "Lidia Brandt hired Tomas Reyl on Friday."
    let one = try reader.read(first, source: "a")
    let two = try reader.read(
      "Tomas Reyl works for Harrow Bank. Lidia Brandt owns it.", source: "b")
    #expect(two.relations.count > one.relations.count)
    let again = try reader.read(first, source: "a")
    #expect(again.relations == two.relations && again.entities == two.entities)
    let reyl = try #require(two.entity(named: "Reyl"))
    #expect(reyl.documents.count == 2)
  }

  /// Two of one name whose texts share nothing else may be two people.
  @Test func namesakesStayTwo() throws {
    let reader = try GraphReader()
    _ = try reader.read("Tomas Reyl works for Harrow Bank.", source: "a")
    let graph = try reader.read("Tomas Reyl teaches at a school in Leeds.", source: "b")
    #expect(graph.entities.filter { $0.name == "Tomas Reyl" }.count == 2)
  }

  @Test func readersShareNothing() throws {
    _ = try GraphReader().read("Lidia Brandt hired Tomas Reyl on Friday.")
    #expect(try GraphReader().read(" \n").entities.isEmpty)
  }

  @Test func aNameThatFitsSeveralIsNobody() throws {
    let graph = try GraphReader().read("Lidia Brandt met Carl Brandt. Carl Brandt sued Mia Ost.")
    #expect(graph.entity(named: "Lidia Brandt") != nil)
    #expect(graph.entity(named: "Brandt") == nil)
    #expect(graph.entity(named: "Zofia") == nil)
  }
}
