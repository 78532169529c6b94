import Foundation
import Testing

/// What a command must not show, it shows in no form.
@Suite struct RedactionOutputTests {
  private func sample() async throws -> SampleGraph { try await SampleGraph() }

  private static let commands: [[String]] = [
    ["neighbors", "Lindsey Graham"], ["neighbors", "Ahmad Massoud"],
    ["path", "Robert Stryk", "Lindsey Graham"], ["show", "Ahmad Massoud"],
    ["show", "Robert Stryk"],
    ["entities"], ["relations"], ["relations", "--of", "Ahmad Massoud"],
  ]

  @Test(arguments: commands, ["table", "json", "jsonl", "csv"])
  func noListingNamesTheRedacted(command: [String], format: String) async throws {
    let graph = try await sample()
    for more in [[], ["--strip-metadata"]] {
      let run = await InProcess.run(
        command + ["--redact", "Ahmad Massoud", "--format", format, "--graph", graph.graph] + more)
      #expect(run.status == 0, "\(run.err)")
      #expect(!run.out.lowercased().contains("massoud"))
      #expect(run.out.contains("Person A") || command[1] == "Robert Stryk" && command[0] == "show")
    }
  }

  @Test(arguments: [
    ["documents"], ["documents", "--json"], ["documents", "--format", "csv"],
    ["show-document", "d1"], ["show-document", "d1", "--json"], ["verify"], ["verify", "--json"],
  ])
  func `documents are shown without the redacted`(command: [String]) async throws {
    let graph = try await sample()
    for name in ["Ahmad Massoud", "Robert Stryk", "Lindsey Graham"] {
      let whole = await InProcess.run(command + ["--graph", graph.graph])
      let run = await InProcess.run(command + ["--redact", name, "--graph", graph.graph])
      let last = name.split(separator: " ")[1].lowercased()
      #expect(run.status == whole.status, "\(run.err)")
      #expect(!run.out.lowercased().contains(last), "\(name): \(run.out)")
      if whole.out.lowercased().contains(last) { #expect(run.out.contains("Person A")) }
      #expect(run.out.firstMatch(of: #/[0-9a-f]{64}/#) == nil)
    }
  }

  @Test func `a document's marks stand behind the same sentences`() async throws {
    let graph = try await sample()
    func marks(_ more: [String]) async -> [String] {
      let run = await InProcess.run(["show-document", "d1", "--graph", graph.graph] + more)
      return run.out.matches(of: #/\S+ \[\d+\]/#).map { String($0.output) }
    }
    let whole = await marks([])
    #expect(!whole.isEmpty)
    #expect(await marks(["--redact", "Ahmad Massoud"]).count == whole.count)
    #expect(await marks(["--strip-metadata"]) == whole)
  }

  @Test(arguments: [["documents"], ["show-document", "d1"], ["verify"]], [[], ["--json"]])
  func `stripped documents lead nowhere`(command: [String], form: [String]) async throws {
    let graph = try await sample()
    let run = await InProcess.run(
      command + form + ["--strip-metadata", "--graph", graph.graph])
    for word in ["The Example", "Other Times", "2021", "\"d1\"", "d1 ", graph.folder] {
      #expect(!run.out.contains(word), "\(word): \(run.out)")
    }
    #expect(run.out.firstMatch(of: #/[0-9a-f]{64}/#) == nil)
    if command[0] != "verify" { #expect(run.out.contains("document 1")) }
  }

  @Test(arguments: ["dot", "mermaid", "d2"])
  func noFigureNamesTheRedacted(format: String) async throws {
    let graph = try await sample()
    for focus in [["--focus", "Ahmad Massoud"], ["--path", "Stryk", "Graham"], []] {
      let run = await InProcess.run(
        ["render", "--format", format, "--redact", "Massoud", "--title", "What Massoud did"] + focus
          + ["--graph", graph.graph])
      #expect(run.status == 0, "\(run.err)")
      #expect(!run.out.lowercased().contains("massoud"))
      #expect(run.out.contains("Person A"))
      if format != "dot" { #expect(run.out.contains("What Person A did")) }
    }
  }

  @Test func pseudonymsCanBeChosenAndAskedFor() async throws {
    let graph = try await sample()
    let run = await graph.run("show", "Source 1", "--redact", "Ahmad Massoud=Source 1")
    #expect(run.status == 0, "\(run.err)")
    #expect(run.out.hasPrefix("Source 1  person"))
  }

  @Test(arguments: [("Nobody Here", "RL7501"), ("Kerr", "RL7502"), ("Nobody=X", "RL7501")])
  func whatCannotBeRedactedStopsTheCommand(name: String, code: String) async throws {
    let graph = try await sample()
    let run = await graph.run("entities", "--redact", name)
    #expect(run.status != 0 && run.out.isEmpty)
    #expect(run.err.contains(code))
  }

  @Test func strippedMetadataLeadsToNoDocument() async throws {
    let graph = try await sample()
    for command in Self.commands + [["render", "--format", "dot"]] {
      let json = command[0] == "render" ? [] : ["--json"]
      let run = await InProcess.run(
        command + json + ["--strip-metadata", "--graph", graph.graph])
      #expect(run.status == 0, "\(run.err)")
      for word in ["The Example", "Other Times", "2021", "\"d1\"", graph.folder] {
        #expect(!run.out.contains(word), "\(command): \(word)")
      }
    }
  }

  @Test func evidenceIsFilteredByOutletAndDate() async throws {
    let graph = try await sample()
    func relations(_ arguments: String...) async throws -> Int {
      let run = await InProcess.run(
        ["relations", "--format", "jsonl", "--graph", graph.graph] + arguments)
      #expect(run.status == 0)
      return run.out.split(separator: "\n").count
    }
    let all = try await relations()
    let example = try await relations("--source", "example")
    let other = try await relations("--source", "other")
    #expect(example > 0 && other > 0 && example + other == all)
    #expect(try await relations("--since", "2021-09") == example)
    #expect(try await relations("--until", "2020") == 0)
    let wrong = await graph.run("relations", "--since", "25.9.2021")
    #expect(wrong.status == 64 && wrong.err.contains("yyyy-mm-dd"))
  }

  // MARK: Figures

  @Test func aThemeOfOnesOwnIsReadAndItsMistakesAreTold() async throws {
    let graph = try await sample()
    let file = graph.folder + "/own.yaml"
    try Data("families: {power: \"#112233\"}\n".utf8).write(to: URL(fileURLWithPath: file))
    let good = await graph.run("render", "--format", "dot", "--theme", file)
    #expect(good.status == 0 && good.out.contains("#112233"))
    try Data("families: {power: blue}\n".utf8).write(to: URL(fileURLWithPath: file))
    let bad = await graph.run("render", "--format", "dot", "--theme", file)
    #expect(bad.status == 65 && bad.err.contains("own.yaml:1:19: theme: 'families.power'"))
    let missing = await graph.run("render", "--theme", "monocrome")
    #expect(missing.status == 66 && missing.err.contains("monochrome"))
    // What "--theme" meant before.
    let dark = await graph.run("render", "--format", "dot", "--theme", "dark")
    #expect(dark.status == 0)
  }

  @Test func themesArePrintedAndChecked() async throws {
    let graph = try await sample()
    let printed = await InProcess.run(["theme"])
    #expect(printed.status == 0 && printed.out.contains("\nentities:\n"))
    let file = graph.folder + "/own.yaml"
    try Data(printed.out.utf8).write(to: URL(fileURLWithPath: file))
    let sound = await InProcess.run(["theme", "--check", file])
    #expect(sound.status == 0 && sound.err.contains("is sound"))
    try Data("page: {muted: \"#aaaaaa\"}".utf8).write(to: URL(fileURLWithPath: file))
    let faint = await InProcess.run(["theme", "--check", file])
    #expect(faint.status == 65 && faint.err.contains("own.yaml:1:15"))
  }

  @Test(arguments: [
    (["--path", "Stryk"], "RL7001"), (["--path", "Stryk", "Saleh", "--focus", "Graham"], "RL7001"),
    (["--path", "Stryk", "Ann Kerr"], "RL5003"), (["--width", "800"], "RL7015"),
    (["--split", "3"], "RL7016"), (["--max-entities", "251"], "RL5001"),
    (["--previous", "nowhere.svg"], "RL7013"),
    (["--max-length", "0", "--path", "a", "b"], "RL7501"),
  ])
  func wrongUseOfFiguresIsTold(arguments: [String], code: String) async throws {
    let graph = try await sample()
    let run = await InProcess.run(["render", "--graph", graph.graph] + arguments)
    #expect(run.status != 0 && run.err.contains(code), "\(run.err)")
  }
}
