import RelataCore
import RelataDiagram
import RelataGraph
import RelataTestSupport
import Testing

/// Mermaid and D2, read back with small readers of their quoting.
@Suite struct TextFormatTests {
  private let renderer = FigureRenderer()

  /// A person of a hostile name who claims something of another with a hostile predicate.
  private func graph(_ text: String) -> KnowledgeGraph {
    let entities = [
      Entity(id: EntityID("a"), name: text, type: .person, roles: [text]),
      Entity(id: EntityID("b"), name: "Plain Name", type: .event),
    ]
    let relation = MadeUpGraph.relation(
      "r1", "a", "other", "b", predicate: text, status: .claimed, says: [(nil, text)])
    return KnowledgeGraph(entities: entities, relations: [relation])
  }

  /// The labels of nodes and lines, their character references undone.
  private func mermaidLabels(_ text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      guard let start = line.firstIndex(of: "\""), let end = line.lastIndex(of: "\""), start < end,
        line.hasPrefix("  ")
      else { return nil }
      let label = String(line[line.index(after: start)..<end])
      return label.replacing("<br/>", with: " ").replacing(#/#(\d+);/#) { match in
        String(Unicode.Scalar(UInt32(match.1) ?? 0) ?? "?")
      }
    }
  }

  private func d2Labels(_ text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      guard line.first != " ", line.hasSuffix("{"), let start = line.firstIndex(of: "\"") else {
        return nil
      }
      var result = ""
      var rest = line[line.index(after: start)...].unicodeScalars[...]
      while let scalar = rest.popFirst(), scalar != "\"" {
        if scalar == "\\", let next = rest.popFirst() {
          result.unicodeScalars.append(next == "n" ? " " : next)
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
      return result
    }
  }

  @Test(
    arguments: FigureTests.nasty + ["#35;", "`code` **b**", "${x} $y", "%% note", "end", "a:b{c}"])
  func `hostile names stay text in Mermaid and D2`(text: String) throws {
    let options = DiagramOptions(title: text)
    let mermaid = try renderer.mermaid(of: graph(text), options: options)
    let d2 = try renderer.d2(of: graph(text), options: options)
    let name = DisplayText.wrap(
      DisplayText.clean(text).isEmpty ? "a" : DisplayText.clean(text), width: 22, lines: 2
    ).joined(separator: " ")
    let labels = mermaidLabels(mermaid)
    #expect(labels.contains { $0.hasPrefix(name) }, "\(labels)")
    #expect(d2Labels(d2).contains { $0.hasPrefix(name) }, "\(d2Labels(d2))")
    // Nothing but the statements that are ours begins a line.
    for line in mermaid.split(separator: "\n") {
      #expect(
        line.contains(#/^(---|title: "|flowchart LR|  n\d+|  classDef |  linkStyle )/#), "\(line)")
    }
    for line in d2.split(separator: "\n") {
      #expect(
        line.contains(
          #/^(direction: right|title: "|n\d+[: ]|  (shape|tooltip|style|target-arrowhead)|\})/#),
        "\(line)")
    }
    #expect(mermaid.split(separator: "\n").filter { $0.hasPrefix("  n") }.count == 3)
  }

  @Test func `lines keep their standing`() throws {
    let mermaid = try renderer.mermaid(of: MadeUpGraph.graph)
    func line(_ words: String) throws -> Substring {
      try #require(mermaid.split(separator: "\n").first { $0.contains(words) })
    }
    #expect(try line("\"plans to control\"").contains(" -.->|"))
    #expect(try line("formerly").contains(" -.->|"))
    #expect(try line("did not pay").contains(" --x|"))
    #expect(try line("met with").contains(" ---|"))
    #expect(try line("leads · 3 sources").contains(" ==>|"))
    #expect(mermaid.split(separator: "\n").filter { $0.contains("linkStyle") }.count == 19)
    let d2 = try renderer.d2(of: MadeUpGraph.graph)
    let denied = try #require(d2.range(of: "did not pay")).upperBound
    #expect(d2[denied...].prefix(300).contains("stroke-dash: 8"))
  }

  @Test func `what is not drawn is counted in both`() throws {
    let options = DiagramOptions(focus: [EntityID("harbor")], nodeLimit: 4)
    #expect(try renderer.mermaid(of: MadeUpGraph.graph, options: options).contains("+#8203;2 more"))
    #expect(try renderer.d2(of: MadeUpGraph.graph, options: options).contains("\"+2 more\""))
  }

  @Test func `an empty graph is an empty diagram`() throws {
    let empty = KnowledgeGraph(entities: [], relations: [])
    #expect(try renderer.mermaid(of: empty).contains("flowchart LR"))
    #expect(try renderer.d2(of: empty).hasPrefix("direction: right\n"))
  }
}
