import Foundation
import Graphviz
import RelataDiagram
import RelataGraph
import RelataPipeline
import RelataReading
import RelataStore
import Testing

/// The README's example of library use compiles and runs.
@Suite struct LibraryUseTests {
  @Test func theExampleOfTheREADMEWorks() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file(
      "articles/a.txt", "On Wednesday, Ahmad Massoud hired Washington lobbyist Robert Stryk.")
    let path = folder.path + "/graph.relata"
    let articles = folder.path + "/articles"

    let extractor = Extractor()
    let store = try GraphStore(path: path, mode: .createIfMissing)
    for case .document(let document) in DocumentReader().read([.path(articles)]) {
      try store.add(extractor.extract(document))
    }
    let graph = try store.loadGraph()
    guard case .found(let person) = NameIndex(graph.entities).match("Ahmad Massoud") else { return }
    for neighbor in graph.neighbors(of: person.id) {
      for relation in neighbor.relationIDs.compactMap(graph.relation) {
        print(relation.type, neighbor.entity.name, relation.evidence[0].quote)
      }
    }
    let figures = FigureRenderer(renderer: InProcessRenderer())
    let svg = try figures.figure(of: graph, options: DiagramOptions(focus: [person.id])).svg

    #expect(svg.hasPrefix("<svg"))
    #expect(graph.relations.contains { $0.type == "hired" })
  }

  @Test func theREADMEShowsThisExample() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let source = try String(contentsOf: URL(fileURLWithPath: #filePath), encoding: .utf8)
    let block = try #require(readme.firstMatch(of: #/(?s)```swift\n(.*?)```/#)?.1)
    let here = Set(source.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) })
    let lines = block.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    #expect((10...25).contains(lines.count))
    for line in lines where !line.hasPrefix("//") { #expect(here.contains(line), "\(line)") }
  }
}
