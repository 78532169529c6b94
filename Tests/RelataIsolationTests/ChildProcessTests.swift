import RelataIsolation
import Testing

@Suite struct ChildProcessTests {
  private func run(
    _ executable: String, _ arguments: [String] = [], input: [UInt8] = [], timeout: Double = 20
  ) throws -> ChildProcess.Outcome {
    try ChildProcess(executable: executable, arguments: arguments, environment: [])
      .run(input: input, timeout: timeout, handle: ChildHandle())
  }

  @Test func inputComesBackWhole() throws {
    let input = (0..<300_000).map { UInt8(truncatingIfNeeded: $0) }
    let outcome = try run("/bin/cat", input: input)
    #expect(outcome.ending == .exited(0))
    #expect(outcome.output == input)
  }

  @Test func statusAndMessagesAreKeptApart() throws {
    let outcome = try run("/bin/sh", ["-c", "echo out; echo err >&2; exit 7"])
    #expect(outcome.ending == .exited(7))
    #expect(outcome.output == Array("out\n".utf8))
    #expect(outcome.messages == Array("err\n".utf8))
  }

  @Test func aChildThatHangsIsEnded() throws {
    #expect(try run("/bin/sh", ["-c", "exec sleep 600"], timeout: 0.2).ending == .timedOut)
  }

  @Test func aMissingProgramIsNamed() {
    #expect {
      try run("/no/such/program")
    } throws: { error in
      (error as? ChildProcessError)?.reason.contains("/no/such/program") == true
    }
  }

  @Test func aCancelledHandleKillsWhateverItAdopts() throws {
    let handle = ChildHandle()
    handle.cancel()
    let outcome = try ChildProcess(
      executable: "/bin/sh", arguments: ["-c", "exec sleep 600"], environment: []
    ).run(input: [], timeout: 20, handle: handle)
    #expect(outcome.ending == .signalled(9))
  }
}
