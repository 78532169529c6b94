import RelataReading

/// One input as the user named it: a file or folder, or a stream such as standard input.
public enum SourceInput: Sendable {
  case path(String)
  /// Bytes in chunks; `next` gives nil at the end.
  case stream(name: String, next: @Sendable () throws -> [UInt8]?)

  /// How messages call it.
  public var name: String {
    switch self {
    case .path(let path): path
    case .stream(let name, _): name
    }
  }

  var forReading: Input {
    switch self {
    case .path(let path): .path(path)
    case .stream(let name, let next): .stream(name: name, next: next)
    }
  }
}

/// What an input holds.
public enum SourceFormat: Hashable, Sendable, RawRepresentable, CaseIterable {
  /// Articles in one of the formats that reading knows.
  case documents(InputFormat)
  /// Lines that `relata extract` wrote.
  case extractions

  /// Reads a name as users type it; nil for an unknown one.
  public init?(rawValue: String) {
    if rawValue == "extraction" {
      self = .extractions
    } else if let format = InputFormat(rawValue: rawValue) {
      self = .documents(format)
    } else {
      return nil
    }
  }

  /// The name as users type it.
  public var rawValue: String {
    switch self {
    case .documents(let format): format.rawValue
    case .extractions: "extraction"
    }
  }

  /// Every format, `auto` first.
  public static var allCases: [SourceFormat] {
    InputFormat.allCases.map(SourceFormat.documents) + [.extractions]
  }
}
