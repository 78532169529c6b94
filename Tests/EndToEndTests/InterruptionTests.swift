import Foundation
import Testing

/// Ctrl-C ends a run with status 130 and leaves a whole graph.
@Suite(.serialized) struct InterruptionTests {
  @Test func aBuildKeepsWhatItHasStored() throws {
    let place = try Workplace()
    let process = Tool.process(
      Tool.path, ["build", "-", "--threads", "1"], in: place.path, environment: [:])
    let input = Pipe()
    let errors = Pipe()
    process.standardInput = input
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    // Some documents are stored while the input stays open; reading looks at 2 KiB before it begins.
    let lines = (1...30).map { Articles.line(String($0), Articles.second) }
    try input.fileHandleForWriting.write(contentsOf: Data(lines.joined().utf8))
    try waitUntil {
      try Tool.run("stats", "--json", in: place).text.contains(#/"documents": [1-9]/#)
    }
    process.interrupt()
    process.waitUntilExit()
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 130, "\(text)")
    #expect(text.contains("interrupted"))
    let told = try #require(text.firstMatch(of: #/(\d+) documents? stored/#)?.1)
    let stats = try Tool.run("stats", "--json", in: place)
    #expect(stats.text.contains("\"documents\": \(told),"))
  }

  @Test func aFilterStopsAtOnce() throws {
    let place = try Workplace()
    let process = Tool.process(Tool.path, ["extract", "-"], in: place.path, environment: [:])
    let input = Pipe()
    let errors = Pipe()
    process.standardInput = input
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    // Listening starts a moment after the process.
    Thread.sleep(forTimeInterval: 1)
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 130)
    #expect(
      String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        == "relata: interrupted\n")
  }

  /// Tries until it holds, for a minute at most.
  private func waitUntil(_ condition: () throws -> Bool) throws {
    for _ in 0..<300 {
      if try condition() { return }
      Thread.sleep(forTimeInterval: 0.2)
    }
    Issue.record("it never came true")
  }
}
