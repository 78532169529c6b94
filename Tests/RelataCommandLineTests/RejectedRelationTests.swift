import Foundation
import Testing

@testable import RelataCommandLine

/// What somebody rejected or hid is in no output of any command, unless it is asked for.
@Suite struct RejectedRelationTests {
  private let sample: SampleGraph

  init() async throws { sample = try await SampleGraph() }

  private func id(_ relation: String) async throws -> String {
    let run = await sample.run("relations", "--json", "--include-rejected")
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [[String: Any]])
    return try #require(
      rows.first { $0["relation"] as? String == relation }?["id"] as? String)
  }

  /// Outputs of every command that tells of relations.
  private func outputs(_ options: [String]) async -> [String: String] {
    var outputs: [String: String] = [:]
    let commands = [
      ["neighbors", "Ahmad Massoud"], ["neighbors", "Ahmad Massoud", "--json"],
      ["show", "Ahmad Massoud"], ["show", "Ahmad Massoud", "--json"], ["relations"],
      ["relations", "--json"], ["relations", "--of", "Ahmad Massoud", "--format", "csv"],
      ["path", "Ahmad Massoud", "Lindsey Graham", "--json"], ["entities", "--json"], ["stats"],
      ["documents", "--json"], ["show-document", "d1", "--json"], ["candidates", "--json"],
      ["render", "--format", "dot"], ["render", "--format", "mermaid"],
    ]
    for command in commands {
      let run = await InProcess.run(command + options + ["--graph", sample.graph, "--quiet"])
      outputs[command.joined(separator: " ")] = run.out + run.err
    }
    return outputs
  }

  @Test func `a rejected relation is nowhere, and counts nowhere`() async throws {
    let rejected = try await id("hired")
    let before = await outputs([])
    let run = await sample.run("reject", rejected, "--reason", "a namesake")
    #expect(
      run.err.contains("d1: rejected, and shown nowhere: Ahmad Massoud — hired — Robert Stryk"))
    for (command, out) in await outputs([]) {
      #expect(!out.contains(rejected), "\(command)")
      #expect(!out.contains("On Wednesday, Massoud hired") || command.hasPrefix("show-document"))
      if command == "stats" {
        #expect(out.contains(#/\nrelations +5\n/#), "\(out)")
      }
    }
    let asked = await outputs(["--include-rejected"])
    #expect(asked["relations --json"]?.contains("\"decision\": \"rejected\"") == true)
    #expect(asked["neighbors Ahmad Massoud"]?.contains("[rejected]") == true)
    #expect(asked["entities --json"] == before["entities --json"])
    #expect(await sample.run("undo").status == 0)
    #expect(await outputs([]) == before)
  }

  @Test func `who is hidden is gone with all relations, and can still be named to decide`()
    async throws
  {
    #expect(await sample.run("hide", "Lindsey Graham").status == 0)
    for (command, out) in await outputs([]) where !command.hasPrefix("path") {
      #expect(
        !out.contains("Lindsey Graham") || command.hasPrefix("show-document"), "\(command): \(out)")
    }
    let path = await sample.run("path", "Ahmad Massoud", "Lindsey Graham")
    #expect(path.status == 1 && path.err.contains("RL7501"))
    let asked = await sample.run("relations", "--json", "--include-rejected")
    #expect(asked.out.contains("\"decision\": \"hidden\""))
    #expect(await sample.run("note", "Lindsey Graham", "why hidden?").status == 0)
    #expect(await sample.run("undo", "d1").status == 0)
    #expect(await sample.run("show", "Lindsey Graham").out.contains("note: why hidden?"))
  }

  @Test func `what is confirmed shows so, and can be all that is drawn`() async throws {
    let confirmed = try await id("hired")
    #expect(await sample.run("confirm", confirmed, "--by", "A. Kern").status == 0)
    #expect(await sample.run("neighbors", "Ahmad Massoud").out.contains("[confirmed]"))
    let outputs = await outputs(["--trust", "confirmed"])
    #expect(outputs["relations --json"]?.contains("\"decision\": \"confirmed\"") == true)
    #expect(outputs["render --format dot"]?.contains("Robert Stryk") == true)
    #expect(outputs["render --format mermaid"]?.contains("confirmed") == true)
    for (command, out) in outputs where !command.hasPrefix("entities") {
      #expect(!out.contains("Tajikistan") || command.hasPrefix("show"), "\(command): \(out)")
    }
    #expect(await sample.run("relations", "--trust", "some").status == 64)
    #expect(
      await sample.run("relations", "--trust", "confirmed", "--include-rejected").status == 64)
    #expect(await sample.run("reject", confirmed).status == 0)
    #expect(await sample.run("relations", "--trust", "confirmed", "--json").out == "[]\n")
    #expect(!(await sample.run("relations", "--json").out.contains(confirmed)))
  }

  @Test func `redaction covers notes, reasons, names of deciders and of those decided about`()
    async throws
  {
    _ = await sample.run(
      "merge", "Ann Kerr", "Bob Kerr", "--reason", "Ann Kerr said so", "--by", "Robert Stryk")
    _ = await sample.run("note", "Ahmad Massoud", "ask Stryk, not Kerr")
    _ = await sample.run("rename", "Robert Stryk", "Bobby Stryk")
    _ = await sample.run("confirm", try await id("hired"), "--reason", "Stryk's letter")
    for options in [
      ["decisions"], ["decisions", "--json"], ["decisions", "--format", "csv"],
      ["show", "Ahmad Massoud"], ["show", "Ahmad Massoud", "--json"],
      ["neighbors", "Ahmad Massoud"], ["neighbors", "Ahmad Massoud", "--json"],
      ["relations", "--json"],
    ] {
      let run = await InProcess.run(
        options + [
          "--graph", sample.graph, "--redact", "Robert Stryk=Person A", "--redact",
          "Ann Kerr=Person B", "--redaction-key", sample.folder + "/key.json",
        ])
      #expect(run.status == 0, "\(run.err)")
      for word in ["Stryk", "stryk", "Kerr", "kerr"] {
        #expect(!run.out.contains(word), "\(options): \(word)")
        #expect(!run.err.contains(word), "\(options): \(word)")
      }
    }
    let stripped = await sample.run("decisions", "--json", "--strip-metadata")
    #expect(!stripped.out.contains("\"sides\"") && !stripped.out.contains("quote"))
    #expect(await sample.run("decisions", "--export", "-", "--strip-metadata").status == 64)
  }
}
