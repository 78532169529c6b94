import RelataCore
import RelataDiagram
import RelataGraph
import RelataReport
import Testing

@Suite struct MarkdownReportTests {
  @Test func `the figure is a file beside the text`() throws {
    let report = try PortStory.writer.markdown(
      of: PortStory.graph, options: ReportOptions(stem: "my story"))
    #expect(report.files.map(\.path) == ["my story.svg"])
    #expect(report.text.contains("](my%20story.svg)"))
    #expect(
      report.text.contains(
        "![Diagram: Who is tied to whom, and who says so (4 entities, 4 relations)]"))
    #expect(String(decoding: report.files[0].data, as: UTF8.self) == report.figures[0].svg + "\n")
    #expect(!report.text.contains("<svg"))
  }

  @Test func `relations and evidence are numbered alike`() throws {
    let text = try PortStory.writer.markdown(of: PortStory.graph).text
    #expect(
      text.contains(
        "| Harborline | hired | Mara Velasquez | stated | 2 | 90 % | [1](#ev-1), [2](#ev-2) |"))
    #expect(text.contains("1. <a id=\"ev-1\"></a>**Harborline hired Mara Velasquez**<br>"))
    #expect(text.contains("“<b>Harborline</b> <i>hired</i> <b>Mara Velasquez</b>.”"))
    #expect(text.contains("claimed by two officials"))
  }

  @Test(arguments: NastyText.all)
  func `text from documents stays text`(text: String) throws {
    let options = ReportOptions(title: text, provenance: ReportProvenance(version: text))
    let report = try PortStory.writer.markdown(of: NastyText.graph(text), options: options)
    let lines = report.text.split(separator: "\n", omittingEmptySubsequences: false)
    // Each row of a table has the cells of its header, whatever is in them.
    var cells: Int?
    for line in lines {
      guard line.hasPrefix("|") else {
        cells = nil
        continue
      }
      let count = Self.cells(line)
      #expect(cells == nil || cells == count, "\(line)")
      cells = count
    }
    #expect(lines.filter { $0.hasPrefix("# ") }.count == 1)
    // No list begins where a line continues, and no address becomes a link.
    #expect(lines.allSatisfy { !$0.hasPrefix("   - ") && !$0.hasPrefix("   1. ") })
    #expect(!report.text.contains("https://"))
    #expect(lines.filter { $0.hasPrefix("## ") }.count == 4)
    for tag in ["<script", "<img", "<!--", "</blockquote", "<b>bold"] {
      #expect(!report.text.contains(tag), "\(tag)")
    }
    #expect(report.text.firstMatch(of: /[^\\]\]\(javascript/) == nil)
    #expect(!report.text.unicodeScalars.contains("\r"))
    #expect(!report.text.unicodeScalars.contains("\u{202E}"))
  }

  @Test func `several figures are several files`() throws {
    let figures = ["harbor", "mara"].map { DiagramOptions(focus: [EntityID($0)]) }
    let report = try PortStory.writer.markdown(
      of: PortStory.graph, options: ReportOptions(figures: figures, title: "Two", stem: "ports"))
    #expect(report.files.map(\.path) == ["ports-1.svg", "ports-2.svg"])
    #expect(report.text.contains("## 2. Mara Velasquez: ties, and who says so"))
    #expect(report.text.contains("](ports-2.svg)"))
  }

  /// Counts the pipes that are not escaped.
  private static func cells(_ line: Substring) -> Int {
    var count = 0
    var isEscaped = false
    for character in line {
      if character == "|", !isEscaped { count += 1 }
      isEscaped = character == "\\" && !isEscaped
    }
    return count
  }
}
