import RelataIsolation
import Testing

@Suite struct ChildProcessTests {
  private func run(
    _ executable: String, _ arguments: [String] = [], input: [UInt8] = [], timeout: Double = 20,
    greeting: ChildProcess.Greeting? = nil
  ) throws -> ChildOutcome {
    try ChildProcess(
      executable: executable, arguments: arguments, environment: [], greeting: greeting
    )
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

  @Test(arguments: [
    ("printf HELLO; exit 3", ChildOutcome.Ending.exited(3)),
    ("printf HE; sleep 0.05; printf LLO!; exit 3", .exited(3)),
    // What says nothing and ends has its status to tell.
    ("exit 4", .exited(4)), ("printf HE", .exited(0)),
    ("printf HI; exec sleep 600", .strange), ("printf hello; exec sleep 600", .strange),
    ("exec sleep 600", .strange), ("printf HELL; exec sleep 600", .strange),
  ])
  func aChildThatDoesNotGreetIsEnded(script: String, ending: ChildOutcome.Ending) throws {
    let greeting = ChildProcess.Greeting(Array("HELLO".utf8), within: 1)
    let outcome = try run("/bin/sh", ["-c", script], timeout: 300, greeting: greeting)
    #expect(outcome.ending == ending)
  }

  @Test func onlyWhatIsGivenReachesTheChild() throws {
    let outcome = try ChildProcess(
      executable: "/bin/sh", arguments: ["-c", "env"],
      environment: ChildEnvironment.variables(adding: ["SERVER_NAME=x"])
    ).run(input: [], timeout: 20, handle: ChildHandle())
    let names = Set(
      String(decoding: outcome.output, as: UTF8.self).split(separator: "\n")
        .compactMap { $0.split(separator: "=").first })
    #expect(names.isSuperset(of: ["SERVER_NAME", "LC_ALL"]))
    #expect(names.isDisjoint(with: ["HOME", "USER", "PATH", "LANG"]))
  }
}
