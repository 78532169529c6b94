/// When to colour output.
enum ColorMode: String, CaseIterable, Sendable { case auto, always, never }

/// Colours for one stream; draws nothing where colour is off.
///
/// Colour never carries meaning alone.
struct TerminalStyle: Sendable {
  let isColored: Bool

  /// Follows `--color`, then `NO_COLOR`, `TERM=dumb` and whether the stream is a terminal.
  init(_ mode: ColorMode, isTerminal: Bool, environment: [String: String]) {
    switch mode {
    case .always: isColored = true
    case .never: isColored = false
    case .auto:
      isColored =
        isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }
  }

  func bold(_ text: String) -> String { wrap(text, "1") }
  func dim(_ text: String) -> String { wrap(text, "2") }
  func red(_ text: String) -> String { wrap(text, "31") }
  func green(_ text: String) -> String { wrap(text, "32") }
  func yellow(_ text: String) -> String { wrap(text, "33") }
  func cyan(_ text: String) -> String { wrap(text, "36") }

  private func wrap(_ text: String, _ code: String) -> String {
    isColored && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
