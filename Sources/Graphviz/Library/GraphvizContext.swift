import CGraphviz
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The library's context and error channel.
///
/// Every member runs on ``GraphvizThread``.
enum GraphvizContext {
  /// Where Graphviz's messages go.
  enum MessageChannel {
    /// Collected in memory; only the last message of a step can be had.
    ///
    /// For use inside any process.
    case lastMessage
    /// Printed to standard error, for the render child, whose parent reads it.
    case standardError
  }

  private struct State: @unchecked Sendable {
    var context: OpaquePointer?
    var channel = MessageChannel.lastMessage
    var latestLayout: UnsafeMutableRawPointer?
  }

  private static let state = Mutex(State())

  static var channel: MessageChannel {
    get { state.withLock { $0.channel } }
    set { state.withLock { $0.channel = newValue } }
  }

  /// The graph that was laid out last.
  ///
  /// Layout leaves the graph's attribute symbols in globals that rendering reads, so that only this
  /// graph can be drawn right without being laid out again.
  static var latestLayout: UnsafeMutableRawPointer? {
    get { state.withLock { $0.latestLayout } }
    set { state.withLock { $0.latestLayout = newValue } }
  }

  /// The context of the process, made on first use.
  ///
  /// It must exist before any graph is made or read, since it declares the default label of nodes.
  static func shared() throws(GraphvizError) -> OpaquePointer {
    let made: OpaquePointer? = state.withLock { state in
      if let context = state.context { return context }
      switch state.channel {
      case .lastMessage: relata_gv_collect_messages()
      case .standardError:
        relata_gv_print_messages()
        relata_gv_heed_server_name()
      }
      state.context = gvContext()
      return state.context
    }
    guard let made else { throw .outOfMemory }
    return made
  }

  /// Names of the installed plugins of a kind, sorted, each once.
  static func plugins(_ kind: String) throws(GraphvizError) -> [String] {
    var count: Int32 = 0
    guard let list = relata_gv_plugins(try shared(), kind, &count) else { return [] }
    defer { free(list) }
    var names = Set<String>()
    for index in 0..<Int(count) {
      guard let name = list[index] else { continue }
      names.insert(String(cString: name))
      free(name)
    }
    return names.sorted()
  }

  /// What one step into the library reported.
  struct Report {
    /// The messages that can be told; empty when they went to standard error.
    var messages: [String]
    /// Whether any message was an error.
    ///
    /// Graphviz often reports success all the same.
    var hasErrors: Bool
  }

  /// Runs a step and collects what it reported.
  ///
  /// An older message is never taken for a new one.
  static func reporting<Value>(_ step: () -> Value) -> (value: Value, report: Report) {
    agreseterrors()
    let collects = channel == .lastMessage
    if collects { relata_gv_mark_messages() }
    let value = step()
    let hasErrors = relata_gv_worst_level() >= 1
    agreseterrors()
    var messages: [String] = []
    // The callback interface (agseterrf) would give all messages, but reuses a va_list.
    if collects, let last = aglasterr() {
      let text = String(cString: last).trimmingSpaces
      free(last)
      if text != "\u{1}", !text.isEmpty { messages = [text] }
    }
    return (value, Report(messages: messages, hasErrors: hasErrors))
  }
}
