import Foundation
import RelataCore

/// Where a run writes to and what it may assume about the other end.
///
/// Injected everywhere, so that tests run commands in process: nothing else in the command line asks the
/// system about terminals or the environment.
public struct OutputStreams: Sendable {
  /// Where results go.
  public var out: any ByteSink
  /// Where everything else goes.
  public var err: any ByteSink
  /// Whether somebody types the input.
  public var isInputTerminal: Bool
  /// Whether results are read on a screen.
  public var isOutputTerminal: Bool
  /// Whether messages are read on a screen.
  public var isErrorTerminal: Bool
  /// Columns of the terminal; nil where lines need not be shortened.
  public var width: Int?
  /// The variables that the process was started with.
  public var environment: [String: String]

  /// Streams as given; tests give sinks in memory.
  public init(
    out: any ByteSink, err: any ByteSink, isInputTerminal: Bool = false,
    isOutputTerminal: Bool = false, isErrorTerminal: Bool = false, width: Int? = nil,
    environment: [String: String] = [:]
  ) {
    self.out = out
    self.err = err
    self.isInputTerminal = isInputTerminal
    self.isOutputTerminal = isOutputTerminal
    self.isErrorTerminal = isErrorTerminal
    self.width = width
    self.environment = environment
  }

  /// The streams of this process.
  public static func process() -> OutputStreams {
    let environment = ProcessInfo.processInfo.environment
    let isTerminal = isatty(1) == 1
    return OutputStreams(
      out: FileDescriptorSink(descriptor: 1, name: "standard output"),
      err: FileDescriptorSink(descriptor: 2, name: "standard error"),
      isInputTerminal: isatty(0) == 1, isOutputTerminal: isTerminal,
      isErrorTerminal: isatty(2) == 1, width: isTerminal ? columns(environment) : nil,
      environment: environment)
  }

  private static func columns(_ environment: [String: String]) -> Int {
    if let columns = environment["COLUMNS"].flatMap({ Int($0) }), columns >= 20 { return columns }
    var size = winsize()
    if ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 { return Int(size.ws_col) }
    return 80
  }

  /// Writes one line to standard output.
  func print(_ line: String = "") throws(RelataError) { try out.write(line + "\n") }

  /// Writes one line to standard error at once; failures there have nowhere to be told.
  func note(_ line: String) {
    try? err.write(line + "\n")
    try? err.flush()
  }
}
