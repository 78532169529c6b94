extension GraphvizError {
  /// Turns what Graphviz reported in a step into the error that describes it best.
  static func classify(stage: Stage, messages: [String]) -> GraphvizError {
    let message =
      messages.last { isAboutMarkup($0) || $0.contains("syntax error") } ?? messages.last ?? ""
    if messages.contains(where: { $0.contains("out of memory") }) { return .outOfMemory }
    switch stage {
    case .reading:
      return syntaxError(message)
        ?? (message.isEmpty
          ? .syntax(line: nil, near: "") : .failed(stage: stage, message: message.oneLine))
    case .layout where isAboutMarkup(message): return .htmlLabel(message: message.oneLine)
    default: return .failed(stage: stage, message: message.oneLine)
    }
  }

  /// The step in which an error arose that was classified without any message.
  var stageWithoutMessage: Stage? {
    switch self {
    case .syntax(nil, ""): .reading
    case .failed(let stage, ""): stage
    default: nil
    }
  }

  private static func isAboutMarkup(_ message: String) -> Bool {
    [
      "in label of ", "mismatched tag", "not well-formed", "Unknown HTML element",
      "Illegal attribute",
    ]
    .contains { message.contains($0) }
  }

  /// Reads "syntax error in line 3 near 'x'" and "syntax error in line 3 scanning a …".
  private static func syntaxError(_ message: String) -> GraphvizError? {
    guard let place = message.range(of: "syntax error in line ") else { return nil }
    let rest = message[place.upperBound...]
    let digits = rest.prefix { $0.isNumber }
    var near = rest.dropFirst(digits.count)
    if let quote = near.range(of: " near '") {
      near = near[quote.upperBound...]
      if let end = near.lastIndex(of: "'") { near = near[..<end] }
    }
    return .syntax(line: Int(digits), near: String(near.prefix(200)).oneLine)
  }
}

extension StringProtocol {
  /// White space, line breaks included, as single spaces.
  var oneLine: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The first place where the other text occurs; nil also for an empty one.
  func range(of other: String) -> Range<Index>? {
    guard let first = other.first else { return nil }
    var start = startIndex
    while let candidate = self[start...].firstIndex(of: first) {
      if self[candidate...].hasPrefix(other) {
        return candidate..<index(candidate, offsetBy: other.count)
      }
      start = index(after: candidate)
    }
    return nil
  }
}
