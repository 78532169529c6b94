import Foundation
import Testing

/// The articles of `examples/affair`, built and asked about time, change and what matters.
@Suite(.serialized) struct AffairTests {
  private static let articles = Tool.checkout.appending(path: "examples/affair")

  @Test func `the affair has a timeline, a difference and somebody to look at first`() throws {
    let place = try Workplace()
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.articles.path).sorted()
    let paths = files.map { Self.articles.appending(path: $0).path }
    let early = try Tool.run(["build", "--graph", "old.relata"] + paths.prefix(4), in: place)
    #expect(early.status == 0, "\(early.text)")
    try FileManager.default.copyItem(
      atPath: place.path + "/old.relata", toPath: place.path + "/new.relata")
    let late = try Tool.run(["build", "--graph", "new.relata", paths[11]], in: place)
    #expect(late.status == 0, "\(late.text)")

    let timeline = try Tool.run(
      ["timeline", "Martin Seberg", "--graph", "new.relata"], in: place)
    #expect(timeline.text.contains("until 2020"))
    #expect(timeline.text.contains("reported 2022-02-03 to 2024-03-22"))
    let drawn = try Tool.run(
      ["timeline", "Dragan Velisar", "--graph", "new.relata", "--output", "t.svg"], in: place)
    #expect(drawn.status == 0, "\(drawn.text)")
    let svg = try String(contentsOfFile: place.path + "/t.svg", encoding: .utf8)
    #expect(svg.contains("appointed Jonas Rusek"))

    let then = try Tool.run(["relations", "--at", "2019", "--graph", "new.relata"], in: place)
    #expect(then.text.contains("Dragan Velisar") && !then.text.contains("Beata Corlin"))

    let diff = try Tool.run(["diff", "old.relata", "new.relata"], in: place)
    #expect(diff.text.contains("New documents") && diff.text.contains("12-verdict.txt"))
    let hidden = try Tool.run(
      ["diff", "old.relata", "new.relata", "--redact", "Dragan Velisar", "--quiet"], in: place)
    #expect(hidden.status == 0 && !hidden.text.contains("Velisar"))
    let since = try Tool.run(
      ["relations", "--since-build", "--graph", "new.relata"], in: place)
    #expect(since.text.contains("12-verdict.txt") && !since.text.contains("03-bank-loan.txt"))

    let report = try Tool.run(
      ["report", "--since-build", "--format", "md", "--graph", "new.relata"], in: place)
    #expect(report.text.contains("what the build of") && report.text.contains("12-verdict.txt"))
    #expect(!report.text.contains("03-bank-loan.txt, “"))

    let top = try Tool.run(["top", "--limit", "5", "--graph", "new.relata"], in: place)
    #expect(top.text.contains("Ostrel Marine Ltd") && !top.text.contains("Cyprus"))
  }
}
