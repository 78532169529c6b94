import Foundation
import Testing

@testable import RelataCommandLine

@Suite struct UsageErrorTests {
  @Test(arguments: [
    (["buidl"], "RL7002", "'build'"),
    (["neighbor"], "RL7002", "'neighbors'"),
    (["schema", "--format", "tabel"], "RL7003", "'table'"),
    (["schema", "--family", "mony"], "RL7003", "'money'"),
    (["schema", "--color", "sometimes"], "RL7003", "auto"),
    (["annotate", "x.txt", "--format", "conll"], "RL7003", "'conllu'"),
    (["extract", "x.txt", "--input-format", "htm"], "RL7003", "'html'"),
    (["render", "--layout", "dott"], "RL7003", "'dot'"),
    (["render", "--format", "pgn"], "RL7003", "'png'"),
    (["render", "--output", "figure.jpeg"], "RL7009", "svg"),
    (["render", "--depth", "9"], "RL5001", "figure"),
    (["relations", "--relation", "hirred"], "RL7007", "'hired'"),
    (["relations", "--status", "claim"], "RL7003", "'claimed'"),
    (["relations", "--min-confidence", "7"], "RL7001", "relata relations --help"),
    (["entities", "--type", "persn"], "RL7003", "'person'"),
    (["neighbors", "X", "--direction", "up"], "RL7003", "in"),
    (["neighbors", "X", "--depth", "0"], "RL7001", "relata neighbors --help"),
    (["neighbors"], "RL7001", "relata neighbors --help"),
    (["extract", "--threads", "0", "x"], "RL7001", "relata extract --help"),
    (["extract"], "RL7004", "standard input"),
    (["extract", "-", "-"], "RL7006", "once"),
    (["completions", "powershell"], "RL7003", "fish"),
    (["eval"], "RL7001", "relata eval --help"),
    (["schema", "--bogus"], "RL7001", "relata schema --help"),
  ])
  func wrongUsageIsOneLineWithACodeAndAHint(
    arguments: [String], code: String, hint: String
  ) async {
    let run = await InProcess.run(arguments)
    #expect(run.status == ExitStatus.usage.rawValue, "\(run.err)")
    #expect(run.out.isEmpty)
    let lines = run.err.split(separator: "\n")
    #expect(lines.count == 2, "\(run.err)")
    #expect(lines.first?.hasPrefix("relata: error: ") == true)
    #expect(lines.first?.hasSuffix("[\(code)]") == true, "\(run.err)")
    #expect(lines.last?.hasPrefix("  hint: ") == true)
    #expect(lines.last?.contains(hint) == true, "\(run.err)")
  }

  @Test(arguments: [["--json"], ["--format", "json"], ["--format=jsonl"]])
  func errorsAreJSONWhereJSONWasAskedFor(flags: [String]) async throws {
    let run = await InProcess.run(["relations", "--relation", "hirred"] + flags)
    let object = try JSONSerialization.jsonObject(with: Data(run.err.utf8)) as? [String: Any]
    let error = try #require(object?["error"] as? [String: Any])
    #expect(Set(error.keys) == ["code", "message", "location", "hint"])
    #expect(error["code"] as? String == "RL7007")
    #expect(run.out.isEmpty)
  }

  @Test func aFileInPlaceOfACommandIsUnderstood() async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "zzz-\(UUID().uuidString)")
    try Data().write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let run = await InProcess.run([file.path])
    #expect(run.err.contains("relata build \(file.path)"))
  }

  @Test func picturesAreNotWrittenToATerminal() async throws {
    let sample = try await SampleGraph()
    let run = await sample.run("render", "--format", "png", isTerminal: true)
    #expect(run.status == ExitStatus.usage.rawValue)
    #expect(run.err.contains("RL7008"))
    #expect(run.out.isEmpty)
  }
}
