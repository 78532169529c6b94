import Foundation
import Testing

@testable import RelataCommandLine

/// These read with the real model.
@Suite struct ExplainTests {
  @Test func aSentenceShowsRuleTriggerPathCuesAndConfidence() async {
    let run = await InProcess.run([
      "explain", "--text", "Ukraine said that Russia had not attacked Poland.",
    ])
    #expect(run.status == 0, "\(run.err)")
    for words in [
      "✓ Russia — attacked — Poland  negative, claimed", "rule.verb.v1", "trigger     attacked",
      "Russia ←nsubj attacked obj→ Poland", "“not” negates", "Ukraine (“said”)",
      "measured for rule.verb.v1 attacked",
    ] {
      #expect(run.out.contains(words), "'\(words)' in \(run.out)")
    }
  }

  @Test func aSentenceThatGivesNothingSaysWhy() async {
    let run = await InProcess.run(["explain", "--text", "Michael Brown likes Paul Simon."])
    #expect(run.out.contains("gives no relation: "))
    #expect(!run.out.contains("✓"))
    let alone = await InProcess.run(["explain", "--text", "Angela Merkel slept."])
    #expect(alone.out.contains("it names only one entity"))
  }

  @Test func jsonIsOneArrayOfSentences() async throws {
    let run = await InProcess.run([
      "explain", "--json", "--published", "2021-09-25", "--text",
      "Robert Stryk was hired by Ahmad Massoud on Wednesday. It rained.",
    ])
    let sentences = try #require(
      try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [[String: Any]])
    #expect(sentences.count == 2)
    let candidates = try #require(sentences[0]["candidates"] as? [[String: Any]])
    let kept = try #require(candidates.first { $0["outcome"] as? String == "kept" })
    let assertion = try #require(kept["assertion"] as? [String: Any])
    #expect(assertion["relation"] as? String == "hired")
    #expect(assertion["time"] as? String == "2021-09-22")
    #expect((kept["path"] as? [[String: Any]])?.count ?? 0 >= 3)
  }

  @Test func twoNamesOfAGraphShowTheirSentencesAgain() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "explain-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (article, graph) = (folder.path + "/a.txt", folder.path + "/g.relata")
    let text = """
      Ahmad Massoud hired Robert Stryk. Angela Merkel saw Ahmad Massoud and Robert Stryk in Berlin. \
      Angela Merkel left Berlin.
      """
    try Data(text.utf8).write(to: URL(fileURLWithPath: article))
    #expect(await InProcess.run(["build", article, "--graph", graph]).status == 0)
    let tied = await InProcess.run(["explain", "Stryk", "Ahmad Massoud", "--graph", graph])
    #expect(tied.status == 0, "\(tied.err)")
    #expect(tied.out.contains("✓ Ahmad Massoud — hired — Robert Stryk"))
    #expect(!tied.out.contains("Berlin"))
    let untied = await InProcess.run(["explain", "Angela Merkel", "Robert Stryk", "--graph", graph])
    #expect(untied.status == 0)
    #expect(!untied.out.contains("✓ Angela Merkel — met_with — Robert Stryk"))
    #expect(untied.err.contains("nothing ties Angela Merkel and Robert Stryk"))
    let unknown = await InProcess.run(["explain", "Nobody", "Robert Stryk", "--graph", graph])
    #expect(unknown.status == 1)
    #expect(unknown.err.contains("RL7501"))
  }

  @Test(arguments: [
    ["explain"], ["explain", "Massoud"], ["explain", "--text", "a", "--file", "b"],
    ["explain", "--text", "a", "--sentence", "0"],
  ])
  func wrongUsageIsRefused(arguments: [String]) async {
    #expect(await InProcess.run(arguments).status == ExitStatus.usage.rawValue)
  }

  @Test func rulesOfTheUserAreCheckedAndUsed() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "rules-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let rules = folder.path + "/rules.yaml"
    try Data("triggers:\n  hired:\n    verbs: [poach]\n".utf8).write(
      to: URL(fileURLWithPath: rules))
    let run = await InProcess.run([
      "explain", "--rules", rules, "--text", "Gazprom poached Robert Stryk.",
    ])
    #expect(run.out.contains("✓ Gazprom — hired — Robert Stryk"))
    try Data("triggers:\n  hird:\n    verbs: [poach]\n".utf8).write(to: URL(fileURLWithPath: rules))
    let wrong = await InProcess.run(["extract", "--rules", rules, rules])
    #expect(wrong.status == 65)
    #expect(wrong.err.contains("rules.yaml:3:5: rules: unknown relation 'hird'"))
    let missing = await InProcess.run(["build", "--rules", folder.path + "/none.yaml", rules])
    #expect(missing.status == 66)
  }
}
