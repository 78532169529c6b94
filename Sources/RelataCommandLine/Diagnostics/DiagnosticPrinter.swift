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
  private let counts = Mutex<[String: Tally]>([:])
  private let limitOfEachCode = 20

  /// How often a code came, and where it came from when it was told no more.
  private struct Tally {
    var all = 0
    var places: [String] = []
    static let mostPlaces = 500
  }

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
    let isShown = counts.withLock { counts in
      var count = counts[diagnostic.code] ?? Tally()
      defer { counts[diagnostic.code] = count }
      count.all += 1
      if count.all <= limitOfEachCode { return true }
      if count.places.count < Tally.mostPlaces, let place = diagnostic.location?.description {
        count.places.append(place)
      }
      return false
    }
    guard isShown else { return }
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

  /// Says how many diagnostics were counted instead of shown, and where they came from.
  func tellSuppressed() {
    let more = counts.withLock { counts in
      counts.filter { $0.value.all > limitOfEachCode }.sorted { $0.key < $1.key }
    }
    for (code, count) in more where !isJSON {
      let left = count.all - limitOfEachCode
      let places = count.places.map(TextWidth.printable).joined(separator: ", ")
      let rest = left > count.places.count && !places.isEmpty ? ", …" : ""
      streams.note(
        "relata: … and \(left) more of [\(code)]" + (places.isEmpty ? "" : ": \(places)\(rest)"))
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
