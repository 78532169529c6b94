import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A handle by which a running child can be stopped from elsewhere, and which alone reaps it, so that
/// no other process is hit when the identifier is used again.
///
/// For one child: ``ChildProcess/run(input:timeout:handle:)`` wants a fresh one each time.
package final class ChildHandle: Sendable {
  private struct State {
    var child: pid_t?
    var isCancelled = false
  }

  private let state = Mutex(State())

  package init() {}

  /// Whether ``cancel()`` was called, before, while or after the child ran.
  package var isCancelled: Bool { state.withLock { $0.isCancelled } }

  /// Kills the child, or the one that is started with this handle later.
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
