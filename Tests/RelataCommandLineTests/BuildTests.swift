import Foundation
import Testing

@testable import RelataCommandLine

@Suite struct BuildTests {
  @Test func buildingAgainChangesNothing() async throws {
    let sample = try await SampleGraph()
    let before = await sample.run("relations", "--json")
    let again = await sample.run("build", sample.extracted)
    #expect(again.status == 0)
    #expect(again.err.contains("2 documents (2 unchanged)"))
    let after = await sample.run("relations", "--json")
    #expect(after.out == before.out)
  }

  @Test func theNextUsefulCommandWorksAsPrinted() async throws {
    let sample = try await SampleGraph()
    let run = await sample.run("build", sample.extracted)
    let next = try #require(
      run.err.firstMatch(of: #/next: relata neighbors "([^"]+)" --graph (\S+)/#))
    let result = await InProcess.run(["neighbors", String(next.1), "--graph", String(next.2)])
    #expect(result.status == 0)
    #expect(result.out.contains("Ahmad Massoud"))
  }

  @Test func theGraphIsTheSameForEveryOrderAndNumberOfThreads() async throws {
    let sample = try await SampleGraph()
    let expected = await sample.run("relations", "--json").out
    let lines = SampleText.lines.split(separator: "\n").map(String.init)
    for (order, threads) in [([0, 1], 1), ([1, 0], 1), ([1, 0], 3), ([0, 1, 0], 8)] {
      let file = sample.folder + "/in-\(order.count)-\(threads).jsonl"
      let graph = sample.folder + "/g-\(order.map(String.init).joined())-\(threads).relata"
      try Data(order.map { lines[$0] }.joined(separator: "\n").utf8)
        .write(to: URL(fileURLWithPath: file))
      let built = await InProcess.run(
        ["build", file, "--threads", String(threads), "--graph", graph])
      #expect(built.status == 0)
      let relations = await InProcess.run(["relations", "--json", "--graph", graph])
      #expect(relations.out == expected)
    }
  }

  @Test func brokenLinesAreReportedAndGoodOnesKept() async throws {
    let sample = try await SampleGraph()
    let lines = SampleText.lines.split(separator: "\n").map(String.init)
    let file = sample.folder + "/broken.jsonl"
    let graph = sample.folder + "/broken.relata"
    try Data([lines[0], "{\"schemaVersion\":1", lines[1]].joined(separator: "\n").utf8)
      .write(to: URL(fileURLWithPath: file))
    let run = await InProcess.run(["build", file, "--graph", graph])
    #expect(run.status == ExitStatus.badInput.rawValue)
    #expect(run.err.contains("\(file):2: "))
    #expect(run.err.contains("RL7101"))
    let stats = try await InProcess.run(["stats", "--json", "--graph", graph]).json()
    #expect(stats["documents"] as? Int == 2)
  }

  @Test func nothingIsMadeOfNothing() async throws {
    let sample = try await SampleGraph()
    let graph = sample.folder + "/none.relata"
    let run = await InProcess.run(["build", sample.folder + "/missing.txt", "--graph", graph])
    #expect(run.status == ExitStatus.noInput.rawValue)
    #expect(run.err.contains("missing.txt"))
    #expect(!FileManager.default.fileExists(atPath: graph))
  }

  @Test func anOutputThatCannotBeMadeIsRefusedBeforeAnyWork() async throws {
    let sample = try await SampleGraph()
    let graph = sample.folder + "/other.relata"
    let run = await InProcess.run(
      ["build", sample.extracted, "--graph", graph, "--svg", sample.folder + "/no/such/x.svg"])
    #expect(run.status == ExitStatus.cannotCreate.rawValue)
    #expect(!FileManager.default.fileExists(atPath: graph))
  }

  @Test func aFileThatIsNoGraphIsLeftAsItIs() async throws {
    let sample = try await SampleGraph()
    let path = sample.folder + "/notes.txt"
    try Data("not a graph".utf8).write(to: URL(fileURLWithPath: path))
    for arguments in [["build", sample.extracted], ["stats"], ["neighbors", "X"]] {
      let run = await InProcess.run(arguments + ["--graph", path])
      #expect(run.status == ExitStatus.noInput.rawValue)
      #expect(run.err.contains("RL4002"))
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "not a graph")
  }
}
