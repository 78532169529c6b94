import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Writes to a descriptor; under a name of its own, since callers have methods called `write`.
package func unistdWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}

/// A handle by which a running child can be stopped from elsewhere, and which alone reaps it, so that
/// no other process is hit when the identifier is used again.
package final class ChildHandle: Sendable {
  private struct State {
    var child: pid_t?
    var isCancelled = false
  }

  private let state = Mutex(State())

  package init() {}

  package var isCancelled: Bool { state.withLock { $0.isCancelled } }

  package func cancel() {
    state.withLock { state in
      state.isCancelled = true
      if let child = state.child { kill(child, SIGKILL) }
    }
  }

  /// Takes charge of a child that was just started.
  func adopt(_ child: pid_t) {
    state.withLock { state in
      state.child = child
      if state.isCancelled { kill(child, SIGKILL) }
    }
  }

  func kill() {
    state.withLock { state in
      if let child = state.child { kill(child, SIGKILL) }
    }
  }

  /// The status of the child as of `waitpid`, or nil while it runs.
  func reap() -> Int32? {
    state.withLock { state in
      guard let child = state.child else { return 0 }
      var status: Int32 = 0
      let result = waitpid(child, &status, WNOHANG)
      if result == 0 || (result < 0 && errno == EINTR) { return nil }
      state.child = nil
      // Someone else reaped it (a process that ignores SIGCHLD): its output must tell.
      return result == child ? status : 0
    }
  }

  private func kill(_ child: pid_t, _ signal: Int32) {
    #if canImport(Darwin)
      _ = Darwin.kill(child, signal)
    #elseif canImport(Musl)
      _ = Musl.kill(child, signal)
    #else
      _ = Glibc.kill(child, signal)
    #endif
  }
}

/// Why a child process could not be used.
package struct ChildProcessError: Error, Equatable {
  /// A fragment for a message: what could not be done, and what the system said.
  package var reason: String
}

/// Runs a program, feeds its standard input and collects what it writes.
package struct ChildProcess {
  package var executable: String
  package var arguments: [String]
  /// "NAME=value" each; nothing else of the caller's surroundings reaches the child.
  package var environment: [String]

  package init(executable: String, arguments: [String], environment: [String]) {
    self.executable = executable
    self.arguments = arguments
    self.environment = environment
  }

  package enum Ending: Equatable {
    case exited(Int32)
    case signalled(Int32)
    case timedOut
  }

  package struct Outcome {
    package var output: [UInt8]
    package var messages: [UInt8]
    package var ending: Ending
  }

  /// Runs the program to its end, or kills it after `timeout` seconds of wall-clock time.
  ///
  /// The handle stops the child from another thread; a fresh one is needed for each call. Throws
  /// ``ChildProcessError`` when the program cannot be started.
  package func run(
    input: [UInt8], timeout: Double, handle: ChildHandle
  ) throws(ChildProcessError) -> Outcome {
    guard let stdin = DescriptorPair.writable(), let stdout = DescriptorPair.readable(),
      let stderr = DescriptorPair.readable()
    else { throw ChildProcessError(reason: String(cString: strerror(errno))) }
    let child = try spawn(stdin: stdin.read, stdout: stdout.write, stderr: stderr.write)
    handle.adopt(child)
    stdin.closeRead()
    stdout.closeWrite()
    stderr.closeWrite()

    let deadline = ContinuousClock.now + .seconds(timeout)
    var exchange = Exchange(
      input: input, stdin: stdin.write, stdout: stdout.read, stderr: stderr.read)
    var isLate = !exchange.pump(until: deadline) { stdin.closeWrite() }
    if isLate { handle.kill() }
    var status = handle.reap()
    var pause: UInt32 = 100
    while status == nil {
      if !isLate, ContinuousClock.now >= deadline {
        isLate = true
        handle.kill()
      }
      usleep(pause)
      pause = min(pause * 2, 5_000)
      status = handle.reap()
    }
    return Outcome(
      output: exchange.output, messages: exchange.messages,
      ending: isLate ? .timedOut : Self.ending(status ?? 0))
  }

  /// Takes a status of `waitpid` apart, as the macros WIFSIGNALED and WEXITSTATUS do.
  private static func ending(_ status: Int32) -> Ending {
    status & 0x7f == 0 ? .exited((status >> 8) & 0xff) : .signalled(status & 0x7f)
  }

  private func spawn(
    stdin: Int32, stdout: Int32, stderr: Int32
  ) throws(ChildProcessError) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, stdin, 0)
    posix_spawn_file_actions_adddup2(&actions, stdout, 1)
    posix_spawn_file_actions_adddup2(&actions, stderr, 2)
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The child starts with every signal unblocked and at its default.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    var flags = Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
    #if canImport(Darwin)
      flags |= POSIX_SPAWN_CLOEXEC_DEFAULT
    #endif
    posix_spawnattr_setflags(&attributes, Int16(flags))

    var child = pid_t()
    let code = withCStrings([executable] + arguments) { argv in
      withCStrings(environment) { envp in
        posix_spawn(&child, executable, &actions, &attributes, argv, envp)
      }
    }
    guard code == 0 else {
      throw ChildProcessError(
        reason: "cannot start '\(executable)': \(String(cString: strerror(code)))")
    }
    return child
  }
}

private func withCStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies = strings.map { strdup($0) }
  defer { copies.forEach { free($0) } }
  return body(copies + [nil])
}
