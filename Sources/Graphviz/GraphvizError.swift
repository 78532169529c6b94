/// Tells why a graph could not be read, laid out or rendered.
///
/// `description` reads well after "error: "; ``hint`` says what to do next.
public enum GraphvizError: Error, Hashable, Sendable, Codable {
  /// The DOT text is not well-formed.
  ///
  /// `line` counts from 1; `near` is the token Graphviz stumbled on.
  case syntax(line: Int?, near: String)
  case unknownEngine(name: String, available: [String])
  case unknownFormat(name: String, available: [String])
  /// An HTML-like label is malformed.
  ///
  /// Graphviz itself would silently draw the node's name instead.
  case htmlLabel(message: String)
  case tooLarge(engine: String, nodes: Int, edges: Int, limit: SizeLimit)
  case timedOut(seconds: Double)
  /// The render child was ended by a signal; the caller's process is unharmed.
  case crashed(signal: Int32, message: String)
  case outOfMemory
  case pluginMissing(hint: String)
  /// A value that Graphviz cannot represent, or a reference to something that is not there.
  case invalidInput(reason: String)
  /// Graphviz reported an error that none of the other cases describes.
  case failed(stage: Stage, message: String)
  /// The program cannot be its own render child, or the one started is none.
  case childUnusable(reason: String)
  /// The output did not pass the safety check.
  case unsafeOutput(reason: String)
  case cancelled

  /// The step in which an error arose.
  public enum Stage: String, Hashable, Sendable, Codable {
    case building, reading, layout, rendering, writing
  }
}

extension GraphvizError: CustomStringConvertible {
  /// What happened, as a fragment that reads well after "error: ".
  public var description: String {
    switch self {
    case .syntax(let line, let near):
      let place = line.map { "line \($0)" } ?? "the input"
      return near.isEmpty
        ? "DOT syntax error in \(place)" : "DOT syntax error in \(place) near '\(near)'"
    case .unknownEngine(let name, _): return "unknown layout engine '\(name)'"
    case .unknownFormat(let name, _): return "unknown output format '\(name)'"
    case .htmlLabel(let message): return "malformed HTML-like label: \(message)"
    case .tooLarge(let engine, let nodes, let edges, let limit):
      return "the graph is too large for \(engine): \(nodes) nodes and \(edges) edges, "
        + "limit \(limit.nodes) and \(limit.edges)"
    case .timedOut(let seconds): return "layout did not finish within \(seconds.plainDecimal) s"
    case .crashed(let signal, let message):
      let detail = message.isEmpty ? "" : ": \(message)"
      return "Graphviz crashed (signal \(signal))\(detail)"
    case .outOfMemory: return "Graphviz ran out of memory"
    case .pluginMissing: return "Graphviz has no plugin for this"
    case .invalidInput(let reason): return reason
    case .failed(let stage, let message):
      return message.isEmpty ? "\(stage.rawValue) failed" : "\(stage.rawValue) failed: \(message)"
    case .childUnusable(let reason): return "the render process is unusable: \(reason)"
    case .unsafeOutput(let reason): return "the SVG was rejected: \(reason)"
    case .cancelled: return "rendering was cancelled"
    }
  }

  /// What to do next; nil where the description says it all.
  public var hint: String? {
    switch self {
    case .syntax:
      "quote names that are not plain words, and check brackets and quotes before this place"
    case .unknownEngine(_, let available): "available engines: " + available.joined(separator: ", ")
    case .unknownFormat(_, let available): "available formats: " + available.joined(separator: ", ")
    case .htmlLabel: "close every tag, and write & < > in text as &amp; &lt; &gt;"
    case .tooLarge: "show fewer nodes, use the sfdp engine, or raise the limit"
    case .timedOut: "show fewer nodes and edges, use the sfdp engine, or allow more time"
    case .crashed, .outOfMemory: "show fewer nodes and edges, or try another engine"
    case .pluginMissing(let hint): hint
    case .childUnusable:
      "call RenderChild.runIfRequested() first thing in the program's main function"
    case .unsafeOutput: "look for control characters and unusual font names in the DOT text"
    case .invalidInput, .failed, .cancelled: nil
    }
  }
}

extension Double {
  /// The shortest decimal that reads back as the same value, without exponent or trailing ".0".
  var plainDecimal: String {
    if self == rounded(), abs(self) < 1e15 { return String(Int64(self)) }
    let text = "\(self)"
    guard text.contains("e") else { return text }
    return abs(self) < 1 ? "0" : String(Int64(exactly: rounded()) ?? (self < 0 ? .min : .max))
  }
}
