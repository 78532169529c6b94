/// Where in an input something is: file, and line and column where known (1-based, in scalars).
public struct InputLocation: Hashable, Sendable, Codable, CustomStringConvertible {
  /// The path as the user gave it, or "<stdin>".
  public var file: String
  /// 1-based; nil where it is not known.
  public var line: Int?
  /// 1-based, in scalars; nil where it is not known.
  public var column: Int?

  /// A place in an input.
  public init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// "file:line:column", as far as it is known.
  public var description: String {
    var text = file
    if let line {
      text += ":\(line)"
      if let column { text += ":\(column)" }
    }
    return text
  }
}

/// What kind of failure it is; decides the exit status of the command line.
public enum FailureKind: String, Sendable, Codable {
  /// The command was used wrongly (exit 64).
  case usage
  /// Some input was bad, the rest was processed (65).
  case badInput
  /// An input is missing or unreadable (66).
  case noInput
  /// A bug of ours (70).
  case `internal`
  /// An output cannot be created (73).
  case cannotCreate
  /// An output cannot be written in full (74).
  case inputOutput
  /// The graph is in use by another process (75).
  case busy
  /// Anything else that stops the work (1).
  case failed
}

/// An operation that could not be done: what, where, and what to do next.
///
/// `code` is stable and never reused: RL1… reading, RL2… annotation, RL3… extraction, RL4… graph and
/// store, RL5… diagrams, RL6… reports, RL7… command line, RL8… evaluation, RL9… internal.
public struct RelataError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Decides the exit status.
  public var kind: FailureKind
  /// Stable and never reused, such as "RL4004".
  public var code: String
  /// A lower-case fragment that reads well after "error: ".
  public var message: String
  /// Where it happened.
  public var location: InputLocation?
  public var hint: String?

  /// A failure with its parts.
  public init(
    _ kind: FailureKind, code: String, _ message: String, at location: InputLocation? = nil,
    hint: String? = nil
  ) {
    self.kind = kind
    self.code = code
    self.message = message
    self.location = location
    self.hint = hint
  }

  /// The place, the message and the code on one line.
  public var description: String {
    (location.map { "\($0): " } ?? "") + message + " [\(code)]"
  }
}

/// Something worth telling although the operation went on.
public struct Diagnostic: Hashable, Sendable {
  /// How much it matters.
  public enum Severity: String, Sendable, Codable { case note, warning, error }
  /// How much it matters.
  public var severity: Severity
  /// Stable and never reused.
  public var code: String
  /// A lower-case fragment.
  public var message: String
  public var location: InputLocation?
  public var hint: String?

  /// A diagnostic with its parts.
  public init(
    _ severity: Severity, code: String, _ message: String, at location: InputLocation? = nil,
    hint: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.location = location
    self.hint = hint
  }
}
