import Foundation
import Testing

@testable import RelataCommandLine

/// People's decisions as commands, and what every other command makes of them.
@Suite struct DecisionCommandTests {
  private let sample: SampleGraph

  init() async throws { sample = try await SampleGraph() }

  private func ids(_ relation: String, _ options: String...) async throws -> [String] {
    let run = await InProcess.run(["relations", "--json", "--graph", sample.graph] + options)
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [[String: Any]])
    return rows.filter { $0["relation"] as? String == relation }.compactMap { $0["id"] as? String }
  }

  private func code(_ run: InProcess) -> String? {
    run.err.firstMatch(of: #/RL\d{4}/#).map { String($0.output) }
  }

  @Test func `merging, undoing and listing`() async throws {
    let merged = await sample.run(
      "merge", "Ann Kerr", "Bob Kerr", "--reason", "one", "--by", "A. Kern")
    #expect(merged.status == 0 && merged.out.isEmpty)
    #expect(merged.err.contains("d1: one: Ann Kerr; Bob Kerr; now"), "\(merged.err)")
    let shown = try await sample.run("show", "Bob Kerr", "--json").json()
    #expect((shown["entity"] as? [String: Any])?["decided"] as? Bool == true)
    let again = await sample.run("merge", "Ann Kerr", "Bob Kerr")
    #expect(again.status == 1 && code(again) == "RL7520")
    let listed = await sample.run("decisions", "--json")
    for word in ["\"kind\": \"merge\"", "\"applies\"", "A. Kern", "\"reason\": \"one\""] {
      #expect(listed.out.contains(word), "\(word)")
    }
    let undone = await sample.run("undo")
    #expect(undone.err.contains("d2: undone: d1 (merge Ann Kerr; Bob Kerr)"), "\(undone.err)")
    #expect(await sample.run("show", "Bob Kerr").out.hasPrefix("Bob Kerr"))
    #expect(code(await sample.run("undo")) == "RL7525")
    #expect(code(await sample.run("undo", "d9")) == "RL7525")
    #expect(code(await sample.run("undo", "d1")) == "RL7525")
    #expect(await sample.run("undo", "d2").status == 0)
    #expect(await sample.run("decisions").out.contains("d1  merge  applies"))
  }

  @Test func `what cannot be decided is refused with a reason`() async throws {
    #expect(code(await sample.run("merge", "Tajikistan", "Ann Kerr")) == "RL7521")
    #expect(code(await sample.run("different", "Kerr", "Ann Kerr")) == "RL7502")
    #expect(code(await sample.run("different", "Nobody", "Ann Kerr")) == "RL7501")
    #expect(code(await sample.run("split", "Ann Kerr", "--document", "d2")) == "RL7522")
    #expect(code(await sample.run("split", "Ann Kerr", "--document", "d1")) == "RL7523")
    #expect(code(await sample.run("split", "Ann Kerr", "--document", "d7")) == "RL7508")
    #expect(code(await sample.run("reject", "r-0")) == "RL7524")
    #expect(await sample.run("merge", "Ann Kerr").status == 64)
    #expect(await sample.run("rename", "Ann Kerr", " ").status == 64)
    #expect(await sample.run("decisions").err.contains("nothing was decided"))
    let missing = await InProcess.run(["hide", "A", "--graph", sample.folder + "/no.relata"])
    #expect(missing.status == 66)
    #expect(!FileManager.default.fileExists(atPath: sample.folder + "/no.relata"))
  }

  @Test func `who was split, and renamed, shows so`() async throws {
    let split = await sample.run("split", "Ahmad Massoud", "--document", "d2")
    #expect(
      split.err.contains("d1: split: Ahmad Massoud") && split.err.contains(" and "), "\(split.err)")
    #expect(await sample.run("show", "Ahmad Massoud").status == 1)
    #expect(await sample.run("undo").status == 0)
    let renamed = await sample.run("rename", "Ahmad Massoud", "The Lion's Son")
    #expect(renamed.err.contains("Ahmad Massoud is shown as The Lion's Son"), "\(renamed.err)")
    #expect(await sample.run("neighbors", "Massoud").out.contains("The Lion's Son"))
  }

  @Test func `the log goes to a file and into a graph that is built later`() async throws {
    _ = await sample.run("merge", "Ann Kerr", "Bob Kerr")
    let file = sample.folder + "/decisions.yaml"
    #expect(await sample.run("decisions", "--export", file).status == 0)
    let other = sample.folder + "/other.relata"
    let taken = await InProcess.run(["decisions", "--import", file, "--graph", other])
    #expect(taken.err.contains("1 decision taken in, 0 of them apply"), "\(taken.err)")
    #expect(
      await InProcess.run(["decisions", "--graph", other]).err.contains("does not apply: d1"))
    _ = await InProcess.run(["build", sample.extracted, "--graph", other])
    let entities = await InProcess.run(["entities", "--format", "csv", "--graph", other])
    #expect(entities.out == (await sample.run("entities", "--format", "csv").out))
    let again = await InProcess.run(["decisions", "--import", file, "--graph", other])
    #expect(again.err.contains("0 decisions taken in") && again.err.contains("1 known before"))
    try Data("a: [".utf8).write(to: URL(fileURLWithPath: file))
    #expect(
      code(await InProcess.run(["decisions", "--import", file, "--graph", other])) == "RL4013")
  }
}
