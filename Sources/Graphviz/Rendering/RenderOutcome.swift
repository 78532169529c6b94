import Synchronization
import RelataIsolation

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Reads the end of a render child: its answer if it gave one, else why it gave none.
struct RenderOutcome {
  private let outcome: ChildProcess.Outcome
  private let timeout: Double
  /// Messages of Graphviz on standard error, in order, without their "Error: " or "Warning: ".
  private let messages: [String]

  init(_ outcome: ChildProcess.Outcome, timeout: Double) {
    self.outcome = outcome
    self.timeout = timeout
    messages = Self.messages(in: String(decoding: outcome.messages, as: UTF8.self))
  }

  func result() throws(GraphvizError) -> (data: Data, warnings: [String]) {
    switch outcome.ending {
    case .timedOut: throw .timedOut(seconds: timeout)
    case .signalled(SIGXCPU), .signalled(SIGALRM): throw .timedOut(seconds: timeout)
    case .signalled(let signal):
      let text = String(decoding: outcome.messages, as: UTF8.self)
      if ["out of memory", "memory allocation"].contains(where: text.contains) {
        throw .outOfMemory
      }
      throw .crashed(signal: signal, message: messages.last?.oneLine ?? "")
    case .exited(let status):
      guard outcome.output.starts(with: RenderFrame.magic) else {
        let text = String(decoding: outcome.messages.prefix(300), as: UTF8.self).oneLine
        throw .childUnusable(
          reason: "it exited with status \(status)\(text.isEmpty ? "" : ": " + text)")
      }
      guard let frame = RenderFrame(decoding: outcome.output) else {
        // The library ended the process on its own.
        throw .classify(
          stage: .layout, messages: messages + ["it gave up"].suffix(messages.isEmpty ? 1 : 0))
      }
      if let error = frame.header.error {
        guard let stage = error.stageWithoutMessage else { throw error }
        throw .classify(stage: stage, messages: messages)
      }
      return (frame.data, messages.map(\.oneLine) + frame.header.warnings)
    }
  }

  /// Finds Graphviz's messages, which may have several lines, among those of other libraries.
  static func messages(in text: String) -> [String] {
    var result: [String] = []
    var isInside = false
    for line in text.split(separator: "\n") {
      let prefix = ["Error: ", "Warning: "].first { line.hasPrefix($0) }
      if let prefix {
        result.append(String(line.dropFirst(prefix.count)))
        isInside = true
      } else if line.hasPrefix("Fontconfig ") || line.hasPrefix("(process:")
        || line.hasPrefix("** ")
      {
        isInside = false
      } else if isInside, let last = result.indices.last {
        result[last] += "\n" + line
      } else if line.contains("out of memory") || line.hasPrefix("agxbuf") {
        result.append(String(line))
      }
    }
    return result
  }
}

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
