import Foundation
import Testing

/// What a later graph tells otherwise, and what the last build brought.
@Suite struct DiffCommandTests {
  /// A sample, and beside it a graph of its first document alone.
  private static func graphs() async throws -> (sample: SampleGraph, old: String) {
    let sample = try await SampleGraph()
    let lines = SampleText.lines.split(separator: "\n")
    let first = sample.folder + "/first.jsonl"
    try Data((lines[0] + "\n").utf8).write(to: URL(fileURLWithPath: first))
    let old = sample.folder + "/old.relata"
    let built = await InProcess.run(["build", first, "--graph", old])
    try #require(built.status == 0, "\(built.err)")
    return (sample, old)
  }

  @Test func `new relations are told with their quotes`() async throws {
    let (sample, old) = try await Self.graphs()
    let run = await InProcess.run(["diff", old, sample.graph])
    #expect(run.status == 0, "\(run.err)")
    #expect(run.out.contains("New relations"))
    #expect(run.out.contains("+ Lindsey Graham supports Ahmad Massoud"))
    #expect(run.out.contains("“Amrullah Saleh joined Lindsey Graham"))
    #expect(run.out.contains("New documents\n  + Other Times"))
    #expect(!run.out.contains("Gone"))
    #expect(run.err.contains("0 gone"))
    let back = await InProcess.run(["diff", sample.graph, old])
    #expect(back.out.contains("Gone relations") && !back.out.contains("New relations"))
    let same = await InProcess.run(["diff", old, old])
    #expect(same.status == 0 && same.out.isEmpty)
  }

  @Test func `the difference as JSON`() async throws {
    let (sample, old) = try await Self.graphs()
    let object = try await InProcess.run(["diff", old, sample.graph, "--json"]).json()
    let relations = try #require(object["relations"] as? [String: Any])
    #expect((relations["new"] as? [Any])?.isEmpty == false)
    #expect((relations["gone"] as? [Any])?.isEmpty == true)
    let documents = try #require(object["documents"] as? [String: Any])
    #expect((documents["new"] as? [[String: Any]])?.first?["source"] as? String == "Other Times")
    for key in ["new", "gone", "renamed", "joined", "split"] {
      #expect((object["entities"] as? [String: Any])?[key] is [Any])
    }
  }

  @Test func `a decision is a change`() async throws {
    let (sample, _) = try await Self.graphs()
    let copy = sample.folder + "/copy.relata"
    try FileManager.default.copyItem(atPath: sample.graph, toPath: copy)
    let rows = await sample.run("relations", "--relation", "hired", "--format", "jsonl")
    let id = try #require(rows.out.firstMatch(of: #/"id":"(r-[0-9a-f]+)"/#)).1
    let decided = await sample.run("confirm", String(id))
    try #require(decided.status == 0, "\(decided.err)")
    let run = await InProcess.run(["diff", copy, sample.graph])
    #expect(run.out.contains("~ Ahmad Massoud hired Robert Stryk"))
    #expect(run.out.contains("confirmed by somebody"))
  }

  @Test(arguments: [[], ["--json"]])
  func `no difference names the redacted or the stripped`(form: [String]) async throws {
    let (sample, old) = try await Self.graphs()
    let run = await InProcess.run(
      ["diff", old, sample.graph, "--redact", "Lindsey Graham", "--strip-metadata"] + form)
    #expect(run.status == 0, "\(run.err)")
    #expect(run.out.contains("Person A"))
    for word in ["graham", "lindsey", "other times", "the example"] {
      #expect(!run.out.lowercased().contains(word), "\(word)")
    }
    let nobody = await InProcess.run(["diff", old, sample.graph, "--redact", "Nobody Here"])
    #expect(nobody.status == 1 && nobody.err.contains("RL7501"))
  }

  @Test func `--since-build keeps what the last build brought`() async throws {
    let (sample, old) = try await Self.graphs()
    let run = await InProcess.run(["build", sample.extracted, "--graph", old])
    try #require(run.status == 0, "\(run.err)")
    let listed = await InProcess.run(["relations", "--since-build", "--graph", old])
    #expect(listed.out.contains("supports") && !listed.out.contains("hired"))
    let figure = await InProcess.run([
      "render", "--since-build", "--format", "dot", "--graph", old,
    ])
    #expect(figure.out.contains("supports") && !figure.out.contains("Robert Stryk"))
    let documents = await InProcess.run(["documents", "--format", "csv", "--graph", old])
    #expect(documents.out.contains("extraction,2,"))
  }
}
