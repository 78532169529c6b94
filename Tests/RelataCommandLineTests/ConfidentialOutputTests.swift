import Foundation
import RelataCore
import Testing

@testable import RelataCommandLine

/// Nothing that only a confidential document says is in any output of any command, unless it is asked for.
@Suite struct ConfidentialOutputTests {
  private let sample: SampleGraph

  init() async throws { sample = try await SampleGraph() }

  /// What only the second document says: its id, its source, whom and what it ties.
  private static let secrets = [
    "\"d2\"", "Other Times", "supports", "allied", "joined", "in supporting",
  ]

  private static let commands = [
    ["neighbors", "Ahmad Massoud"], ["neighbors", "Ahmad Massoud", "--json"],
    ["show", "Lindsey Graham"], ["show", "Amrullah Saleh", "--json"], ["relations"],
    ["relations", "--json"], ["relations", "--format", "csv"], ["relations", "--include-rejected"],
    ["path", "Ahmad Massoud", "Lindsey Graham", "--json"], ["entities", "--json"], ["stats"],
    ["stats", "--json"], ["documents"], ["documents", "--json"], ["show-document", "d1", "--json"],
    ["candidates", "--json"], ["compare", "Ann Kerr", "Bob Kerr", "--json"], ["verify", "--json"],
    ["decisions"], ["decisions", "--json"], ["decisions", "--export", "-"],
    ["conflicts", "--json"], ["rules", "--json"],
    ["render", "--format", "dot"], ["render", "--format", "mermaid"], ["render", "--format", "d2"],
  ]

  private func outputs(_ options: [String] = []) async -> [String: InProcess] {
    var outputs: [String: InProcess] = [:]
    for command in Self.commands {
      outputs[command.joined(separator: " ")] = await InProcess.run(
        command + options + ["--graph", sample.graph])
    }
    return outputs
  }

  @Test func `it is in no output, and everything is as if it had not been read`() async throws {
    // The words of the person who decides are no words of the document.
    _ = await sample.run("note", "Lindsey Graham", "check")
    let relations = await sample.run("relations", "--json")
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(relations.out.utf8)) as? [[String: Any]])
    let supports = try #require(
      rows.first { $0["relation"] as? String == "supports" }?["id"] as? String)
    _ = await sample.run("confirm", supports)
    let before = await outputs()
    #expect(before["relations"]?.out.contains("supports") == true)
    let run = await sample.run("confidential", "Other Times", "--reason", "source at risk")
    #expect(run.status == 0 && run.err.contains("told of only with --confidential: d2"))
    for (command, run) in await outputs() {
      #expect(run.status == 0 || command.hasPrefix("verify"), "\(command): \(run.err)")
      for secret in Self.secrets + [supports, "source at risk", "\"confidential\": true"] {
        // The log's own ids look like that of the document.
        guard secret != "\"d2\"" || !command.hasPrefix("decisions") else { continue }
        #expect(!(run.out + run.err).contains(secret), "\(command): \(secret)")
      }
    }
    // Where it was never read, the graph answers the same.
    let other = try await SampleGraph()
    _ = await other.run("forget", "d2")
    for command in ["relations --json", "stats", "stats --json", "documents --json"] {
      let words = command.split(separator: " ").map { String($0) }
      let mine = await InProcess.run(words + ["--graph", sample.graph])
      #expect(
        mine.out == (await InProcess.run(words + ["--graph", other.graph])).out, "\(command)")
    }
    // Asked for, everything is there.
    let asked = await outputs(["--confidential"])
    for command in ["relations --json", "entities --json", "neighbors Ahmad Massoud"] {
      #expect(asked[command]?.out == before[command]?.out, "\(command)")
    }
    #expect(asked["documents --json"]?.out.contains("\"confidential\": true") == true)
    #expect(asked["decisions --json"]?.out.contains("source at risk") == true)
    #expect(asked["decisions --export -"]?.out.contains("kind: confidential") == true)
    #expect(await outputs()["decisions --export -"]?.err.contains("is left out") == true)
    #expect(await sample.run("confidential", "d2", "--undo").status == 0)
    #expect(await outputs()["relations --json"]?.out == before["relations --json"]?.out)
  }

  @Test func `it cannot be asked for by name, and a mistyped one is told`() async throws {
    #expect(await sample.run("confidential", "d2").status == 0)
    for arguments in [["show-document", "d2"], ["show-document", "Other Times"]] {
      let run = await InProcess.run(arguments + ["--graph", sample.graph])
      #expect(run.status == 1 && run.err.contains("RL7508"))
    }
    let shown = await sample.run("show-document", "d2", "--confidential")
    #expect(shown.status == 0 && shown.out.contains("in supporting"))
    #expect(await sample.run("confidential", "d9").err.contains("RL7508"))
    #expect(await sample.run("forget", "d2").status == 0)
    #expect(await sample.run("documents", "--confidential", "--json").out.contains("d1"))
  }

  @Test func `what is built as confidential is never told`() async throws {
    let graph = sample.folder + "/new.relata"
    let built = await InProcess.run(
      ["build", sample.extracted, "--confidential-source", "--graph", graph])
    #expect(built.status == 0 && built.err.contains("0 entities and 0 relations"))
    #expect(await InProcess.run(["relations", "--json", "--graph", graph]).out == "[]\n")
    let asked = await InProcess.run(["relations", "--json", "--confidential", "--graph", graph])
    #expect(asked.out.contains("Stryk"))
  }

  @Test func `redaction covers what is confidential, and names documents by number`() async throws {
    #expect(await sample.run("confidential", "d2", "--reason", "Graham's aide").status == 0)
    for options in [["--redact", "Lindsey Graham=Person A"], ["--strip-metadata"]] {
      for command in [["decisions", "--json"], ["documents", "--json"], ["relations", "--json"]] {
        let run = await InProcess.run(
          command + options + ["--confidential", "--graph", sample.graph])
        #expect(run.status == 0, "\(run.err)")
        #expect(!run.out.contains("Graham") || options == ["--strip-metadata"], "\(command)")
        #expect(!run.out.contains("Other Times") || options != ["--strip-metadata"], "\(command)")
        #expect(!run.out.contains("\"report\": \"d2\"") || options != ["--strip-metadata"])
      }
    }
  }

  @Test func `evidence of some outlets can be left out`() async throws {
    let run = await sample.run("relations", "--json", "--without-source", "other times")
    #expect(run.out.contains("hired") && !run.out.contains("supports"))
    let both = await sample.run(
      "relations", "--json", "--source", "example", "--without-source", "Example")
    #expect(both.out == "[]\n")
    #expect(
      await sample.run("render", "--format", "dot", "--without-source", "other").out.contains(
        "Stryk"))
  }
}
