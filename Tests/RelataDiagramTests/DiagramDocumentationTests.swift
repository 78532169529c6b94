import Foundation
import Graphviz
import RelataCore
import RelataDiagram
import RelataTestSupport
import Testing

/// The examples of the documentation, compiled and run as they stand there.
@Suite struct DiagramDocumentationTests {
  private let graph = MadeUpGraph.graph
  private let id = EntityID("mara")

  /// As the documentation calls it; its child is the one beside the tests.
  // swift-format-ignore: AlwaysUseLowerCamelCase
  private func FigureRenderer() -> RelataDiagram.FigureRenderer {
    RelataDiagram.FigureRenderer(
      renderer: IsolatedRenderer(executable: BuiltExecutable.path("graphviz-render-child")))
  }

  @Test func drawing() throws {
    let figure = try FigureRenderer().figure(of: graph, options: DiagramOptions(focus: [id]))
    print(figure.title, figure.alternative, figure.credit)
    for words in figure.selection.removalWords { print("left out:", words) }
    #expect(figure.title.contains("Mara"))
  }

  @Test func planning() throws {
    let plan = try FigurePlan(of: graph, options: DiagramOptions(focus: [id], nodeLimit: 12))
    let texts = [try plan.dot(), plan.mermaid, plan.d2]
    #expect(texts.allSatisfy { $0.contains("Mara") })
  }

  @Test func theyAreTheOnesOfTheDocumentation() throws {
    let missing = try DocumentedExamples.missing(
      from: #filePath, article: "RelataDiagram/Documentation.docc/RelataDiagram.md", count: 2)
    #expect(missing.isEmpty)
  }
}
