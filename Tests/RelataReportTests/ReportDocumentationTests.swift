import RelataCore
import RelataDiagram
import RelataReport
import RelataTestSupport
import Testing

/// The examples of the documentation, compiled and run as they stand there.
@Suite struct ReportDocumentationTests {
  private let graph = PortStory.graph

  /// As the documentation calls them; their child is the one beside the tests.
  // swift-format-ignore: AlwaysUseLowerCamelCase
  private func ReportWriter() -> RelataReport.ReportWriter {
    RelataReport.ReportWriter(renderer: PortStory.figures)
  }

  // swift-format-ignore: AlwaysUseLowerCamelCase
  private func MarkdownEmbedder() -> RelataReport.MarkdownEmbedder {
    RelataReport.MarkdownEmbedder(renderer: PortStory.figures)
  }

  @Test func writing() throws {
    let writer = ReportWriter()
    let page = try writer.html(of: graph, options: ReportOptions(title: "Ties of the port"))
    let document = try writer.markdown(of: graph, options: ReportOptions(stem: "port"))
    print(page.text.count, document.files.map(\.path))
    #expect(page.text.contains("Ties of the port") && document.files.map(\.path) == ["port.svg"])
    let focuses = graph.entities.prefix(2).map(\.id)
    let figures = focuses.map { DiagramOptions(focus: [$0]) }
    let report = try writer.html(of: graph, options: ReportOptions(figures: figures, threads: 4))
    #expect(report.figures.count == 2)
  }

  @Test func filling() throws {
    let text = "```relata\nnodes: 5\n```\n"
    let result = MarkdownEmbedder().embed(text, stem: "notes", file: "notes.md", graph: graph)
    print(result.text, result.files.map(\.path), result.diagnostics)
    #expect(result.files.count == 1)
  }

  @Test func theyAreTheOnesOfTheDocumentation() throws {
    let missing = try DocumentedExamples.missing(
      from: #filePath, article: "RelataReport/Documentation.docc/RelataReport.md", count: 3)
    #expect(missing.isEmpty)
  }
}
