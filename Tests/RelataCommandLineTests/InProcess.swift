import Foundation
import RelataCommandLine
import RelataTestSupport
import Synchronization
import Testing

/// Runs the command line in this process and keeps what it writes.
struct InProcess {
  var status: Int32
  var out: String
  var err: String

  /// Runs the tool within this process; `width` is that of the pretended terminal, nil for none.
  static func run(
    _ arguments: [String], width: Int? = nil, isTerminal: Bool = false,
    environment: [String: String] = [:]
  ) async -> InProcess {
    let out = MemorySink()
    let err = MemorySink()
    let streams = OutputStreams(
      out: out, err: err, isOutputTerminal: isTerminal, isErrorTerminal: false, width: width,
      environment: environment)
    let status = await RelataTool.run(arguments, streams: streams)
    return InProcess(status: status, out: out.text, err: err.text)
  }

  /// Standard output as a JSON object.
  func json() throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(out.utf8)) as? [String: Any])
  }
}

/// A folder with a small graph, made from extractions and therefore without a model.
final class SampleGraph: Sendable {
  let folder: String
  var graph: String { folder + "/graph.relata" }
  var extracted: String { folder + "/extracted.jsonl" }

  init() async throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "relata-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path
    try Data(SampleText.lines.utf8).write(to: URL(fileURLWithPath: folder + "/extracted.jsonl"))
    let built = await InProcess.run(["build", extracted, "--graph", graph])
    try #require(built.status == 0, "\(built.err)")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func run(
    _ arguments: String..., width: Int? = nil, isTerminal: Bool = false
  ) async -> InProcess {
    await InProcess.run(
      arguments + ["--graph", graph], width: width, isTerminal: isTerminal)
  }
}
