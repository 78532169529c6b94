import RelataIsolation
import Synchronization

/// The child that runs for a task at the moment, across the attempts of one drawing.
final class CurrentChild: Sendable {
  private struct State {
    var handle: ChildHandle?
    var isCancelled = false
  }

  private let state = Mutex(State())

  /// Makes a child the current one; false when the task was cancelled before.
  func begin(_ handle: ChildHandle) -> Bool {
    state.withLock { state in
      state.handle = handle
      return !state.isCancelled
    }
  }

  func cancel() {
    state.withLock { state in
      state.isCancelled = true
      state.handle?.cancel()
    }
  }
}
