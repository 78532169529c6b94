import Foundation
import Testing

/// Outputs that fail are told, with their status, and destroy nothing.
@Suite(.serialized) struct OutputFailureTests {
  private func graph() throws -> Workplace {
    let place = try Workplace()
    try place.write("a.jsonl", Articles.line("1", Articles.second))
    let run = try Tool.run("build", "a.jsonl", in: place)
    try #require(run.status == 0, "\(run.err)")
    return place
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func aFullDiskIsTold() throws {
    let place = try graph()
    for command in [
      "schema", "relations --json", "manual", "extract a.jsonl", "render --format dot",
    ] {
      let run = try Tool.shell("relata \(command) > /dev/full", in: place.path)
      #expect(run.status == 74, "\(command): \(run.err)")
      #expect(run.err.contains("RL7401"), "\(run.err)")
    }
    let file = try Tool.run("render", "--format", "dot", "--output", "/dev/full", in: place)
    #expect(file.status == 74)
    #expect(file.err.contains("[RL7402]"))
  }

  @Test func aClosedPipeEndsQuietly() throws {
    let place = try graph()
    for command in ["schema", "manual", "relations --json"] {
      let run = try Tool.shell(
        "for i in 1 2 3 4 5 6 7 8; do relata \(command); done | head -n 1; echo ${PIPESTATUS[1]}",
        in: place.path)
      #expect(run.err.isEmpty, "\(command): \(run.err)")
      #expect(run.status == 0)
    }
    // One long output whose reader is gone before the first byte.
    let run = try Tool.shell(
      "set +e; (sleep 0.3; relata manual; echo $? >&2) | true", in: place.path)
    #expect(run.err == "141\n")
  }

  @Test func anOutputInAMissingFolderIsRefusedAndTheGraphKept() throws {
    let place = try graph()
    let before = try Data(contentsOf: URL(fileURLWithPath: place.path + "/graph.relata"))
    for arguments in [
      "render --output no/such/x.svg", "report --output no/such/x.html",
      "build a.jsonl --svg no/such/x.svg", "build a.jsonl -g no/such/g.relata",
    ] {
      let run = try Tool.shell("relata \(arguments)", in: place.path)
      #expect(run.status == 73, "\(arguments): \(run.err)")
      #expect(run.err.contains("  hint: "))
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: place.path + "/graph.relata")) == before)
  }

  @Test func aFailedFigureLeavesTheOlderOne() throws {
    let place = try graph()
    try place.write("x.svg", "the older figure")
    let run = try Tool.run("render", "--focus", "Nobody Known", "--output", "x.svg", in: place)
    #expect(run.status == 1)
    #expect(try place.text("x.svg") == "the older figure")
    let usage = try Tool.run("render", "--depth", "99", "--output", "x.svg", in: place)
    #expect(usage.status == 64)
    #expect(try place.text("x.svg") == "the older figure")
  }

  @Test func aReadOnlyGraphFolderIsToldOrRead() throws {
    // Root may write anywhere; the test says nothing there.
    guard getuid() != 0 else { return }
    let place = try graph()
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: place.path)
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: place.path)
    }
    #expect(try Tool.run("stats", in: place).status == 0)
    #expect(try Tool.run("build", "a.jsonl", in: place).status == 73)
  }
}
