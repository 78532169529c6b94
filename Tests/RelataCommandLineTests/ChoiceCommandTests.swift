import Foundation
import Testing

/// What matters, and what is left out.
@Suite struct ChoiceCommandTests {
  @Test func `top ranks people and bodies, and states how`() async throws {
    let sample = try await SampleGraph()
    let run = await sample.run("top")
    #expect(run.status == 0, "\(run.err)")
    let lines = run.out.split(separator: "\n")
    #expect(lines.dropFirst().first?.contains("Ahmad Massoud") == true)
    #expect(!run.out.contains("Tajikistan"))
    let places = await sample.run("top", "--types", "person,location", "--format", "csv")
    #expect(places.out.contains("Tajikistan"))
    let evidence = await sample.run("top", "--by", "evidence", "--limit", "1", "--format", "jsonl")
    #expect(evidence.out.split(separator: "\n").count == 1)
    let hidden = await sample.run("top", "--redact", "Ahmad Massoud")
    #expect(hidden.out.contains("Person A") && !hidden.out.contains("Massoud"))
  }

  @Test func `--types and --without choose who is shown, never who is asked about`() async throws {
    let sample = try await SampleGraph()
    let people = await sample.run("neighbors", "Ahmad Massoud", "--types", "person")
    #expect(people.out.contains("Robert Stryk") && !people.out.contains("\nTajikistan"))
    let place = await sample.run("neighbors", "Tajikistan", "--types", "person")
    #expect(place.out.contains("Ahmad Massoud"))
    let without = await sample.run("neighbors", "Ahmad Massoud", "--without", "Robert Stryk")
    #expect(!without.out.contains("Stryk") && without.out.contains("Graham"))
    let figure = await sample.run("render", "--without", "Robert Stryk", "--format", "dot")
    #expect(figure.status == 0 && !figure.out.contains("Stryk"))
    let unknown = await sample.run("neighbors", "Ahmad Massoud", "--types", "people")
    #expect(unknown.status == 64 && unknown.err.contains("RL7003"))
    let asked = await sample.run("neighbors", "Ahmad Massoud", "--without", "Ahmad Massoud")
    #expect(asked.status == 64 && asked.err.contains("RL7532"))
  }

  @Test func `a path goes round whom it is to avoid`() async throws {
    let sample = try await SampleGraph()
    let path = await sample.run("path", "Robert Stryk", "Lindsey Graham")
    #expect(path.out.contains("Ahmad Massoud"))
    let around = await sample.run(
      "path", "Robert Stryk", "Lindsey Graham", "--avoid", "Ahmad Massoud")
    #expect(around.status == 0 && around.out.isEmpty)
  }

  @Test(arguments: [
    ["neighbors", "Kerr"], ["path", "Kerr", "Robert Stryk"], ["path", "Robert Stryk", "Kerr"],
    ["show", "Kerr"], ["timeline", "Kerr"], ["relations", "--of", "Kerr"],
    ["render", "--focus", "Kerr"], ["render", "--path", "Kerr", "Robert Stryk"],
    ["report", "--focus", "Kerr"], ["neighbors", "Ahmad Massoud", "--without", "Kerr"],
    ["render", "--redact", "Kerr"], ["compare", "Kerr", "Robert Stryk"], ["rename", "Kerr", "X"],
    ["hide", "Kerr"], ["neighbors", "Kerr", "--at", "2021"],
  ])
  func `an ambiguous name lists who may be meant`(command: [String]) async throws {
    let sample = try await SampleGraph()
    let run = await InProcess.run(command + ["--graph", sample.graph])
    #expect(run.status == 1, "\(run.out)")
    #expect(run.err.contains("RL7502"))
    #expect(run.err.contains("Ann Kerr") && run.err.contains("Bob Kerr"))
  }

  @Test func `a layout has its time`() async throws {
    let sample = try await SampleGraph()
    #expect(await sample.run("render", "--seconds", "0", "--format", "dot").status == 64)
    #expect(await sample.run("render", "--seconds", "5", "--format", "dot").status == 0)
  }
}
