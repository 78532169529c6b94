import RelataCore

/// How a run ended, as the shell sees it; part of the public interface.
public enum ExitStatus: Int32, CaseIterable, Sendable {
  case success = 0
  case failure = 1
  case usage = 64
  case badInput = 65
  case noInput = 66
  case internalError = 70
  case cannotCreate = 73
  case inputOutput = 74
  case busy = 75
  case interrupted = 130
  case brokenPipe = 141

  init(_ kind: FailureKind) {
    self =
      switch kind {
      case .usage: .usage
      case .badInput: .badInput
      case .noInput: .noInput
      case .internal: .internalError
      case .cannotCreate: .cannotCreate
      case .inputOutput: .inputOutput
      case .busy: .busy
      case .failed: .failure
      }
  }

  /// What it means, in a few words.
  public var meaning: String {
    switch self {
    case .success: "done; an empty result is a success"
    case .failure: "failed; for example nobody, or several, have the name given"
    case .usage: "wrong usage"
    case .badInput: "some input was bad; the rest was processed and its output is valid"
    case .noInput: "an input is missing or cannot be read"
    case .internalError: "a bug of Relata's own"
    case .cannotCreate: "an output cannot be created"
    case .inputOutput: "an output could not be written in full"
    case .busy: "the graph is in use by another process"
    case .interrupted: "interrupted by Ctrl-C; the graph keeps whole documents only"
    case .brokenPipe: "the reader of the output went away"
    }
  }

  /// The table shown by `relata --help` and in the manual.
  static var helpText: String {
    allCases.map { status in
      let code = String(status.rawValue)
      return "  " + String(repeating: " ", count: 3 - code.count) + code + "  " + status.meaning
    }.joined(separator: "\n")
  }
}
