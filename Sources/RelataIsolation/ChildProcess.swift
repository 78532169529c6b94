#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Runs a program, feeds its standard input and collects what it writes.
///
/// May be used from any number of threads at once.
package struct ChildProcess: Sendable {
  /// What a child must write first, and how soon.
  ///
  /// A program that is started by mistake is so known by its first bytes, or by its silence, long before
  /// its time is over.
  package struct Greeting: Sendable {
    package var bytes: [UInt8]
    /// Seconds of wall-clock time; generous, since a busy machine starts programs late.
    package var seconds: Double

    package init(_ bytes: [UInt8], within seconds: Double = 10) {
      self.bytes = bytes
      self.seconds = seconds
    }
  }

  /// The path of the program; not searched for.
  package var executable: String
  /// Without the program's own name.
  package var arguments: [String]
  /// "NAME=value" each; nothing else of the caller's surroundings reaches the child.
  package var environment: [String]
  /// Nil for a program that may begin as it likes.
  package var greeting: Greeting?
  /// Whether an isolated child may start it, whose limits it then has as well; never for a program that may be the
  /// child itself.
  package var isStartedByChildren: Bool

  package init(
    executable: String, arguments: [String], environment: [String], greeting: Greeting? = nil,
    isStartedByChildren: Bool = false
  ) {
    self.executable = executable
    self.arguments = arguments
    self.environment = environment
    self.greeting = greeting
    self.isStartedByChildren = isStartedByChildren
  }

  /// Runs the program to its end, or kills it after `timeout` seconds of wall-clock time.
  ///
  /// The calling thread waits. The handle stops the child from another thread; a fresh one is needed for
  /// each call.
  ///
  /// - Throws: ``ChildProcessError`` where the program cannot be started, and where the caller is an
  ///   isolated child itself: such a child starts no others but ``isStartedByChildren``, so that a program that runs itself by
  ///   mistake does so once.
  package func run(
    input: [UInt8], timeout: Double, handle: ChildHandle
  ) throws(ChildProcessError) -> ChildOutcome {
    guard isStartedByChildren || !ChildEnvironment.isOfThisProcess else {
      throw ChildProcessError(reason: "it was started from within another one")
    }
    guard let stdin = DescriptorPair.writable(), let stdout = DescriptorPair.readable(),
      let stderr = DescriptorPair.readable()
    else { throw ChildProcessError(reason: String(cString: strerror(errno))) }
    let child = try ProcessSpawn(
      executable: executable, arguments: arguments, environment: environment
    ).start(stdin: stdin.read, stdout: stdout.write, stderr: stderr.write)
    handle.adopt(child)
    stdin.closeRead()
    stdout.closeWrite()
    stderr.closeWrite()

    let deadline = ContinuousClock.now + .seconds(timeout)
    var exchange = Exchange(
      input: input, stdin: stdin.write, stdout: stdout.read, stderr: stderr.read)
    var end = exchange.pump(until: deadline, greeting: greeting) { stdin.closeWrite() }
    if end != .closed { handle.kill() }
    var status = handle.reap()
    var pause: UInt32 = 100
    while status == nil {
      if end == .closed, ContinuousClock.now >= deadline {
        end = .late
        handle.kill()
      }
      usleep(pause)
      pause = min(pause * 2, 5_000)
      status = handle.reap()
    }
    let ending: ChildOutcome.Ending =
      switch end {
      case .closed: Self.ending(status ?? 0)
      case .late: .timedOut
      case .strange: .strange
      }
    return ChildOutcome(output: exchange.output, messages: exchange.messages, ending: ending)
  }

  /// Takes a status of `waitpid` apart, as the macros WIFSIGNALED and WEXITSTATUS do.
  private static func ending(_ status: Int32) -> ChildOutcome.Ending {
    status & 0x7f == 0 ? .exited((status >> 8) & 0xff) : .signalled(status & 0x7f)
  }
}
