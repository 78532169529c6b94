import RelataCore
import Synchronization

/// One line on a terminal that says how far the work is; elsewhere silent.
///
/// Appears after a second, is rewritten at most ten times a second and erased at the end.
final class ProgressReporter: Sendable {
  private struct State {
    var started = ContinuousClock.now
    var lastShown: ContinuousClock.Instant?
  }
  private let streams: OutputStreams
  private let isOn: Bool
  private let state = Mutex(State())

  init(streams: OutputStreams, isQuiet: Bool) {
    self.streams = streams
    isOn = streams.isErrorTerminal && !isQuiet
  }

  /// Shows a line such as "12 documents, 3,400 words"; cheap when it is too early.
  func show(_ line: @autoclosure () -> String) {
    guard isOn else { return }
    let now = ContinuousClock.now
    let isDue = state.withLock { state in
      guard now - state.started > .seconds(1) else { return false }
      if let last = state.lastShown, now - last < .milliseconds(100) { return false }
      state.lastShown = now
      return true
    }
    guard isDue else { return }
    let text = TextWidth.truncate(TextWidth.printable(line()), to: (streams.width ?? 80) - 1)
    try? streams.err.write("\r\u{1B}[K" + text)
    try? streams.err.flush()
  }

  /// Erases the line.
  func finish() {
    let wasShown = state.withLock { state in
      defer { state.lastShown = nil }
      return state.lastShown != nil
    }
    guard isOn, wasShown else { return }
    try? streams.err.write("\r\u{1B}[K")
    try? streams.err.flush()
  }
}
