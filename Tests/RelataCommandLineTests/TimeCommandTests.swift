import Foundation
import Testing

/// Questions about time, in every form.
@Suite struct TimeCommandTests {
  @Test func `a timeline lists when, what and who says so`() async throws {
    let sample = try await SampleGraph()
    let run = await sample.run("timeline", "Ahmad Massoud")
    #expect(run.status == 0, "\(run.err)")
    let lines = run.out.split(separator: "\n").map(String.init)
    #expect(lines.first?.hasPrefix("When") == true)
    #expect(
      lines.contains { $0.contains("reported 2021-09-25") && $0.contains("hired Robert Stryk") })
    let object = try await sample.run("timeline", "Ahmad Massoud", "--json").json()
    let entries = try #require(object["entries"] as? [[String: Any]])
    #expect(entries.count == lines.count - 1)
    for key in ["when", "what", "from", "until", "overBy", "firstReported", "edge"] {
      #expect(entries[0].keys.contains(key))
    }
    let rows = await sample.run("timeline", "Ahmad Massoud", "--format", "csv")
    #expect(rows.out.hasPrefix("when,what,confidence,sources,from,until,over_by"))
  }

  @Test func `a timeline is drawn`() async throws {
    let sample = try await SampleGraph()
    let file = sample.folder + "/t.svg"
    let run = await sample.run("timeline", "Ahmad Massoud", "--output", file)
    #expect(run.status == 0, "\(run.err)")
    let svg = try String(contentsOfFile: file, encoding: .utf8)
    #expect(svg.hasPrefix("<svg") && svg.contains("hired Robert Stryk"))
    let refused = await sample.run(
      "timeline", "Ahmad Massoud", "--output", sample.folder + "/t.png")
    #expect(refused.status == 64 && refused.err.contains("RL7031"))
  }

  @Test(arguments: ["table", "json", "jsonl", "csv"])
  func `no timeline names the redacted or the stripped`(format: String) async throws {
    let sample = try await SampleGraph()
    let run = await sample.run(
      "timeline", "Robert Stryk", "--redact", "Ahmad Massoud", "--strip-metadata", "--format",
      format)
    #expect(run.status == 0, "\(run.err)")
    #expect(run.out.contains("Person A"))
    for word in ["massoud", "2021-09-25", "the example"] {
      #expect(!run.out.lowercased().contains(word), "\(word)")
    }
    let file = sample.folder + "/t.svg"
    let drawn = await sample.run(
      "timeline", "Ahmad Massoud", "--redact", "Ahmad Massoud", "--output", file)
    #expect(drawn.status == 0, "\(drawn.err)")
    let svg = try String(contentsOfFile: file, encoding: .utf8)
    #expect(svg.contains("Person A") && !svg.lowercased().contains("massoud"))
  }

  @Test func `--at keeps what is known to hold then, and says how`() async throws {
    let sample = try await SampleGraph()
    let early = await sample.run("relations", "--at", "2019")
    #expect(early.out.isEmpty && early.err.contains("at 2019:"))
    let then = await sample.run("neighbors", "Ahmad Massoud", "--at", "2021-09")
    #expect(then.out.contains("hired Robert Stryk"))
    let listed = await sample.run("relations", "--at", "2021-09", "--json")
    #expect(listed.out.contains("\"holding\": \"assumed\""))
    // What happened does not go on, and a report without a day says nothing of a time.
    #expect(await sample.run("relations", "--at", "2030").out.isEmpty)
    let figure = await sample.run("render", "--at", "2021-09", "--format", "dot")
    #expect(figure.out.contains("hired"))
    let wrong = await sample.run("relations", "--at", "2021-02-30")
    #expect(wrong.status == 64)
  }

  @Test func `an edge says when it holds and when it was reported`() async throws {
    let sample = try await SampleGraph()
    let rows = await sample.run("relations", "--relation", "hired", "--format", "jsonl")
    #expect(rows.out.contains("\"firstReported\":\"2021-09-25\""))
    #expect(rows.out.contains("\"holdsFrom\":null"))
    let table = await sample.run("relations", "--relation", "hired", "--format", "csv")
    #expect(table.out.contains("holds_from,holds_until,first_reported,last_reported,holding"))
  }
}
