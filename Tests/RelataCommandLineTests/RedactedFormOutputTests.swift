import Foundation
import RelataTestSupport
import Testing

/// Every way of writing a redacted name, in every output that a command writes as text.
@Suite struct RedactedFormOutputTests {
  /// A graph in whose documents every form stands, and what a command writes of it.
  private func run(_ arguments: [String]) async throws -> InProcess {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "relata-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (file, graph) = (folder.path + "/extracted.jsonl", folder.path + "/graph.relata")
    try Data(try WrittenName.extraction().utf8).write(to: URL(fileURLWithPath: file))
    let built = await InProcess.run(["build", file, "--graph", graph])
    try #require(built.status == 0, "\(built.err)")
    return await InProcess.run(arguments + ["--redact", "Nora Feldt", "--graph", graph])
  }

  private static let commands: [[String]] = [
    ["neighbors", "Milo Hartwell", "--format", "table"], ["neighbors", "Nora Feldt", "--json"],
    ["show", "Nora Feldt", "--format", "table"], ["show", "Nora Feldt", "--json"],
    ["path", "Anna Steiner", "Milo Hartwell", "--json"],
    ["path", "Anna Steiner", "Milo Hartwell", "--format", "csv"],
    ["relations", "--format", "jsonl"], ["relations", "--format", "csv"], ["relations", "--json"],
    ["entities", "--json"], ["entities", "--format", "csv"],
    ["render", "--format", "dot", "--title", "What Feldt's N.F. did"],
    ["render", "--format", "mermaid"], ["render", "--format", "d2"],
  ]

  @Test(arguments: commands, [[], ["--strip-metadata"]])
  func noOutputHoldsAForm(command: [String], options: [String]) async throws {
    let run = try await run(command + options)
    try #require(run.status == 0, "\(run.err)")
    for form in WrittenName.all {
      #expect(!form.isLeft(in: run.out), "\(form) is left")
    }
    #expect(run.out.contains("Person A"))
    #expect(run.out.contains("Milo Hartwell") || command[0] == "show")
  }

  @Test func whatIsNotTheNameIsKept() async throws {
    let run = try await run(["relations", "--json"])
    for text in WrittenName.survivors { #expect(run.out.contains(text)) }
  }

  // MARK: The key

  @Test func theKeyGoesToStandardErrorAndNoFurther() async throws {
    let table = try await run(["relations"])
    #expect(table.err.contains("relata: Person A stands for Nora Feldt\n"))
    #expect(table.err.contains("relata: hidden 'The mayor'"))
    let run = try await run(["relations", "--json"])
    #expect(run.err.hasPrefix("{\"redaction\":{\"pseudonyms\":[{\"pseudonym\":\"Person A\""))
    let quiet = try await self.run(["relations", "--json", "--quiet"])
    #expect(quiet.err.isEmpty && quiet.out == run.out)
  }

  @Test func theKeyGoesToAFileThatOnlyItsOwnerReads() async throws {
    let key = FileManager.default.temporaryDirectory.appending(
      path: "key-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: key) }
    let run = try await run(["relations", "--json", "--redaction-key", key.path])
    #expect(run.status == 0 && !run.err.contains("Nora"), "\(run.err)")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: key)) as? [String: Any])
    let people = try #require(object["pseudonyms"] as? [[String: Any]])
    #expect(people.map { $0["name"] as? String } == ["Nora Feldt"])
    #expect(people.map { $0["pseudonym"] as? String } == ["Person A"])
    let undecided = try #require(object["undecided"] as? [[String: Any]])
    #expect(undecided.contains { $0["hidden"] as? Bool == true })
    let mode = try FileManager.default.attributesOfItem(atPath: key.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test(arguments: [
    ["--redaction-key", "key.json"], ["--redaction-key", "-", "--redact", "Nora Feldt"],
  ])
  func aKeyThatMakesNoSenseIsRefused(options: [String]) async throws {
    let run = await InProcess.run(["relations"] + options)
    #expect(run.status == 64 && run.out.isEmpty && run.err.contains("--redaction-key"))
  }

  @Test func aKeyThatCannotBeWrittenStopsTheCommand() async throws {
    let run = try await run(["relations", "--redaction-key", "/nowhere/at/all/key.json"])
    #expect(run.status == 73 && run.out.isEmpty && run.err.contains("RL7301"), "\(run.err)")
  }
}
