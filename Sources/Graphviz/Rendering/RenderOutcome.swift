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
  private let outcome: ChildOutcome
  private let timeout: Double
  /// Messages of Graphviz on standard error, in order, without their "Error: " or "Warning: ".
  private let messages: [String]

  init(_ outcome: ChildOutcome, timeout: Double) {
    self.outcome = outcome
    self.timeout = timeout
    messages = Self.messages(in: String(decoding: outcome.messages, as: UTF8.self))
  }

  func result() throws(GraphvizError) -> (data: Data, warnings: [String]) {
    let isGreeted = RenderChild.exchange.isGreeted(outcome)
    switch outcome.ending {
    case .strange:
      throw .childUnusable(reason: told("it did not answer as a render child does"))
    case .timedOut: throw .timedOut(seconds: timeout)
    case .signalled(SIGXCPU), .signalled(SIGALRM): throw .timedOut(seconds: timeout)
    case .signalled(let signal):
      let text = String(decoding: outcome.messages, as: UTF8.self)
      if ["out of memory", "memory allocation"].contains(where: text.contains) {
        throw .outOfMemory
      }
      throw .crashed(signal: signal, message: messages.last?.oneLine ?? "")
    case .exited(let status):
      guard isGreeted else {
        throw .childUnusable(reason: told("it exited with status \(status)"))
      }
      guard let frame = RenderChild.exchange.frame(in: outcome) else {
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

  /// What happened, with the beginning of what the program said about it.
  private func told(_ what: String) -> String {
    let text = String(decoding: outcome.messages.prefix(300), as: UTF8.self).oneLine
    return text.isEmpty ? what : "\(what): \(text)"
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
