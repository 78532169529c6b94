import RelataCore
import RelataPipeline
import Synchronization

/// Tells errors and diagnostics on standard error, in words or as JSON.
final class DiagnosticPrinter: Sendable {
  private let streams: OutputStreams
  private let style: TerminalStyle
  private let isJSON: Bool
  private let isQuiet: Bool
  /// How often each code was told; many alike are counted, not repeated.
  private let counts = Mutex<[String: Int]>([:])
  private let limitOfEachCode = 20

  init(streams: OutputStreams, color: ColorMode = .auto, isJSON: Bool, isQuiet: Bool = false) {
    self.streams = streams
    style = TerminalStyle(
      color, isTerminal: streams.isErrorTerminal, environment: streams.environment)
    self.isJSON = isJSON
    self.isQuiet = isQuiet
  }

  /// Tells why the work stopped.
  func tell(_ error: RelataError) {
    tell("error", style.red("error:"), error.code, error.message, error.location, error.hint)
  }

  /// Tells something soft; `--quiet` drops notes and warnings.
  func tell(_ diagnostic: Diagnostic) {
    if isQuiet, diagnostic.severity != .error { return }
    let count = counts.withLock { counts in
      counts[diagnostic.code, default: 0] += 1
      return counts[diagnostic.code, default: 0]
    }
    guard count <= limitOfEachCode else { return }
    let word = diagnostic.severity.rawValue
    let shown =
      switch diagnostic.severity {
      case .error: style.red("error:")
      case .warning: style.yellow("warning:")
      case .note: style.dim("note:")
      }
    tell(
      word, shown, diagnostic.code, diagnostic.message, diagnostic.location, diagnostic.hint)
  }

  /// Says how many diagnostics were counted instead of shown.
  func tellSuppressed() {
    let more = counts.withLock { counts in
      counts.filter { $0.value > limitOfEachCode }.sorted { $0.key < $1.key }
    }
    for (code, count) in more where !isJSON {
      streams.note("relata: … and \(count - limitOfEachCode) more of [\(code)]")
    }
  }

  /// Tells one line about the work itself, unless quiet.
  func say(_ line: String) {
    if !isQuiet, !isJSON { streams.note(line) }
  }

  private func tell(
    _ severity: String, _ shown: String, _ code: String, _ message: String,
    _ location: InputLocation?, _ hint: String?
  ) {
    if isJSON {
      let object: JSONValue = [
        severity: [
          "code": .string(code), "message": .string(message),
          "location": .optional(location?.description), "hint": .optional(hint),
        ]
      ]
      streams.note(JSONWriter().text(object))
      return
    }
    let place = location.map { TextWidth.printable($0.description) + ": " } ?? ""
    streams.note(
      "relata: \(shown) \(place)\(TextWidth.printable(message)) \(style.dim("[\(code)]"))")
    if let hint { streams.note("  \(style.cyan("hint:")) \(TextWidth.printable(hint))") }
  }
}
