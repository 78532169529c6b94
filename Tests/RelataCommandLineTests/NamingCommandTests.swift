import Foundation
import Testing

@testable import RelataCommandLine

/// What somebody is, what else somebody is called, and which names a graph keeps, as commands.
@Suite struct NamingCommandTests {
  private let sample: SampleGraph

  init() async throws { sample = try await SampleGraph() }

  private func code(_ run: InProcess) -> String? {
    run.err.firstMatch(of: #/RL\d{4}/#).map { String($0.output) }
  }

  @Test func `who was read as another type is of the type decided, and misfits are listed`()
    async throws
  {
    let run = await sample.run("retype", "Robert Stryk", "location", "--by", "A. Kern")
    #expect(run.status == 0, "\(run.err)")
    #expect(run.err.contains("d1: Robert Stryk is a place; now Robert Stryk (1 document): e-"))
    #expect(run.err.contains("1 relation does not fit the new type; they stay"), "\(run.err)")
    #expect(run.err.contains("Ahmad Massoud — hired — Robert Stryk: r-"), "\(run.err)")
    let shown = try await sample.run("show", "Robert Stryk", "--json").json()
    let entity = try #require(shown["entity"] as? [String: Any])
    #expect(entity["type"] as? String == "LOCATION" && entity["decided"] as? Bool == true)
    #expect(code(await sample.run("retype", "Robert Stryk", "LOCATION")) == "RL7534")
    #expect(code(await sample.run("retype", "Ann Kerr", "group", "--document", "d2")) == "RL7536")
    #expect(await sample.run("retype", "Ann Kerr", "firm").status == 64)
    let listed = await sample.run("decisions")
    #expect(listed.out.contains("retype  applies  Robert Stryk  LOCATION"), "\(listed.out)")
    // Through a file into a graph that is built later.
    let file = sample.folder + "/decisions.yaml"
    #expect(await sample.run("decisions", "--export", file).status == 0)
    let other = sample.folder + "/other.relata"
    _ = await InProcess.run(["decisions", "--import", file, "--graph", other])
    _ = await InProcess.run(["build", sample.extracted, "--graph", other])
    let entities = await InProcess.run(["entities", "--format", "csv", "--graph", other])
    #expect(entities.out == (await sample.run("entities", "--format", "csv").out))
    #expect(await sample.run("undo").status == 0)
    #expect(await sample.run("show", "Robert Stryk").out.lowercased().contains("person"))
  }

  @Test func `another name is found, hidden by redaction, and joins whom it names`() async throws {
    let run = await sample.run("alias", "Ann Kerr", "The Harbour Rat")
    #expect(
      run.err.contains("d1: Ann Kerr is called The Harbour Rat too; now Ann Kerr"), "\(run.err)")
    #expect(await sample.run("show", "the harbour rat").out.hasPrefix("Ann Kerr"))
    for command in [["decisions"], ["decisions", "--json"], ["entities", "--json"]] {
      let hidden = await InProcess.run(
        command + ["--redact", "Ann Kerr", "--graph", sample.graph])
      #expect(hidden.status == 0 && !hidden.out.contains("Harbour Rat"), "\(hidden.out)")
    }
    let joined = await sample.run("alias", "Ann Kerr", "Bob Kerr")
    #expect(joined.err.contains("is called Bob Kerr too; now"), "\(joined.err)")
    #expect(await sample.run("show", "Bob Kerr", "--json").out.contains("The Harbour Rat"))
    #expect(code(await sample.run("alias", "Tajikistan", "Tajikistan")) == "RL7534")
    #expect(await sample.run("alias", "Ann Kerr", "?!").status == 64)
  }

  @Test func `two whom one document names are told apart by their names`() async throws {
    #expect(await sample.run("merge", "Ann Kerr", "Bob Kerr").status == 0)
    let wrong = await sample.run("split", "Ann Kerr", "--mention", "d1:Carl Kerr")
    #expect(
      code(wrong) == "RL7533" && wrong.err.contains("d1:ann kerr, d1:bob kerr"), "\(wrong.err)")
    let run = await sample.run("split", "Ann Kerr", "--mention", "d1:Bob Kerr")
    #expect(run.status == 0 && run.err.contains("d2: split: "), "\(run.err)")
    #expect(await sample.run("show", "Bob Kerr").out.hasPrefix("Bob Kerr"))
    #expect(await sample.run("split", "Ann Kerr").status == 64)
  }

  @Test func `a graph without rules says so, and takes none out`() async throws {
    #expect(await sample.run("rules", "--json").out == "[]\n")
    #expect(await sample.run("rules").err.contains("keeps no names"))
    #expect(code(await sample.run("rules", "--remove", "Nobody")) == "RL7535")
  }

  @Test func `nothing of a confidential document is explained unless it is asked for`() async throws
  {
    _ = await sample.run("confidential", "Other Times")
    let hidden = await sample.run("explain", "Amrullah Saleh", "Ahmad Massoud")
    #expect(!(hidden.out + hidden.err).contains("supporting"), "\(hidden.out)")
    let told = await sample.run("explain", "Amrullah Saleh", "Ahmad Massoud", "--confidential")
    #expect(told.status == 0 && told.out.contains("supporting"), "\(told.out)\(told.err)")
    let text = await InProcess.run(["explain", "--text", "A met B.", "--confidential"])
    #expect(text.status == 64)
  }
}
