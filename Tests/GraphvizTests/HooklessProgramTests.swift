import Foundation
import RelataIsolation
import RelataTestSupport
import Testing

@testable import Graphviz

/// Programs that use `IsolatedRenderer` and never call `RenderChild.runIfRequested()`.
@Suite struct HooklessProgramTests {
  /// How often a copy of the program was started in all, and what the first run said.
  private func run(_ arguments: [String]) throws -> (runs: Int, outcome: ChildOutcome) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "relata-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let program = folder.appending(path: "hookless").resolvingSymlinksInPath()
    let built = BuiltExecutable.path("graphviz-hookless-program")
    // A link, as a file that is still open for writing in a child forked meanwhile cannot be started.
    do {
      try FileManager.default.linkItem(atPath: built, toPath: program.path)
    } catch {
      try FileManager.default.copyItem(atPath: built, toPath: program.path)
    }
    // An environment without the mark of a child: this one is a person's program.
    let outcome = try ChildProcess(
      executable: program.path, arguments: arguments, environment: ["LC_ALL=C.UTF-8"]
    ).run(input: [], timeout: 60, handle: ChildHandle())
    let log = try String(contentsOf: URL(fileURLWithPath: program.path + ".runs"), encoding: .utf8)
    return (log.split(separator: "\n").count, outcome)
  }

  @Test func aProgramThatCannotBeItsOwnChildIsNotStartedAgain() throws {
    let (runs, outcome) = try run([])
    #expect(runs == 1)
    #expect(outcome.ending == .exited(1))
    let said = String(decoding: outcome.messages, as: UTF8.self)
    #expect(said.contains("RenderChild.runIfRequested()"))
  }

  @Test func aChildStartsNoChildren() throws {
    let (runs, outcome) = try run(["itself"])
    #expect(runs == 2)
    #expect(outcome.ending == .exited(1))
    let said = String(decoding: outcome.messages, as: UTF8.self)
    #expect(said.contains("started from within another"))
    #expect(said.contains("RenderChild.runIfRequested()"))
  }

  @Test(arguments: ["echo hello", "printf RGV2", "printf R; printf X"])
  func whatBeginsOtherwiseIsNotWaitedFor(first: String) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "relata-\(UUID()).sh")
    defer { try? FileManager.default.removeItem(at: path) }
    let text = "#!/bin/sh\n\(first)\nexec sleep 600\n"
    #expect(
      FileManager.default.createFile(
        atPath: path.path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o700]))
    // Waiting would give `timedOut`, after three attempts.
    let error = #expect(throws: GraphvizError.self) {
      try IsolatedRenderer(executable: path.path).render(
        Fixtures.pair(), options: RenderOptions(timeout: 300))
    }
    guard case .childUnusable? = error else {
      Issue.record("gave \(String(describing: error))")
      return
    }
  }
}
