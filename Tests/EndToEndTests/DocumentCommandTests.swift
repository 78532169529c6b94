import Foundation
import Testing

/// What a graph knows of its documents, and how it forgets them.
@Suite struct DocumentCommandTests {
  private func graph() throws -> Workplace {
    let place = try Workplace()
    try place.write("one.txt", "Anna Kern hired Karl Denby in Oslo. He owns Karst Bank.\n")
    try place.write(
      "two.txt", "Anna Kern hired Karl Denby in Oslo. Rosa Quint sued Zwetschgenbaum Holding.\n")
    let run = try Tool.run("build", "one.txt", "two.txt", in: place)
    #expect(run.status == 0, "\(run.err)")
    return place
  }

  @Test func `documents are listed with what rests on them`() throws {
    let place = try graph()
    let run = try Tool.run("documents", "--format", "jsonl", in: place)
    let documents = try run.objects()
    #expect(documents.map { $0["source"] as? String } == ["one.txt", "two.txt"])
    #expect(documents.allSatisfy { ($0["relations"] as? Int ?? 0) >= 2 })
    let id = try #require(documents[0]["id"] as? String)
    let shown = try Tool.run("show-document", id, in: place)
    #expect(shown.status == 0 && shown.text.contains("Anna Kern hired Karl Denby in Oslo. [1]"))
    #expect(
      shown.text.contains("[1] Anna Kern — hired — Karl Denby")
        || shown.text.contains("— hired — Karl Denby"))
    let json = try Tool.run("show-document", "one.txt", "--json", in: place)
    let object = try #require(try JSONSerialization.jsonObject(with: json.out) as? [String: Any])
    #expect((object["text"] as? String)?.hasPrefix("Anna Kern hired") == true)
    #expect((object["edges"] as? [Any])?.isEmpty == false)
  }

  @Test func `what is forgotten leaves no byte behind, and what others say stays`() throws {
    let place = try graph()
    #expect(try Tool.run("neighbors", "Rosa Quint", in: place).status == 0)
    let run = try Tool.run("forget", "two.txt", in: place)
    #expect(run.status == 0 && run.err.contains("forgotten: two-"), "\(run.err)")
    for name in try FileManager.default.contentsOfDirectory(atPath: place.path)
    where name.hasPrefix("graph.relata") {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: place.path + "/" + name))
      for word in ["Zwetschgenbaum", "zwetschgenbaum", "Rosa Quint", "two.txt"] {
        #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word) in \(name)")
      }
    }
    #expect(try Tool.run("neighbors", "Rosa Quint", in: place).status == 1)
    let left = try Tool.run("neighbors", "Anna Kern", "--json", in: place)
    #expect(left.status == 0 && left.text.contains("Karl Denby"))
  }

  @Test func `a document that nobody knows is told of, and none is forgotten`() throws {
    let place = try graph()
    let run = try Tool.run("forget", "one.txt", "three.txt", in: place)
    #expect(run.status == 1 && run.err.contains("RL7508"))
    #expect(try Tool.run("documents", "--format", "jsonl", in: place).objects().count == 2)
  }
}
