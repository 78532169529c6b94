import Dispatch
import Foundation
import Synchronization

/// What Ctrl-C does.
///
/// Commands that only read stop at once. A command that changes a graph asks for a graceful end: the first
/// Ctrl-C lets it finish what it began, a second one, or three seconds, stop it at once; the graph then
/// holds what was committed before.
public final class Interruption: Sendable {
  private struct State {
    var graceful: String?
    var wasAsked = false
  }
  private let streams: OutputStreams
  private let state = Mutex(State())
  /// Set once, before the first signal can arrive; kept so that listening goes on.
  nonisolated(unsafe) private var source: (any DispatchSourceSignal)?

  init(streams: OutputStreams) { self.streams = streams }

  /// Starts listening; `cancel` is called when a graceful end is asked for.
  func watch(cancel: @escaping @Sendable () -> Void) {
    signal(SIGINT, SIG_IGN)
    let source = DispatchSource.makeSignalSource(
      signal: SIGINT, queue: .global(qos: .userInteractive))
    source.setEventHandler { [self] in handle(cancel) }
    source.resume()
    self.source = source
  }

  /// Lets the work finish what it began when Ctrl-C comes.
  ///
  /// - Parameter promise: What is said then: "finishing the document at hand".
  func finishGracefully(_ promise: String) { state.withLock { $0.graceful = promise } }

  private func handle(_ cancel: @Sendable () -> Void) {
    let (promise, isSecond) = state.withLock { state in
      defer { state.wasAsked = true }
      return (state.graceful, state.wasAsked)
    }
    guard let promise, !isSecond else { stop() }
    streams.note("\nrelata: interrupted, \(promise); press Ctrl-C again to stop at once")
    cancel()
    DispatchQueue.global().asyncAfter(deadline: .now() + 3) { [self] in stop() }
  }

  /// Ends the process; whole documents that were written are handed on.
  private func stop() -> Never {
    try? streams.out.flush()
    streams.note("relata: interrupted")
    Foundation.exit(ExitStatus.interrupted.rawValue)
  }
}
