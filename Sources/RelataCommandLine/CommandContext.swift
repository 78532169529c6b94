import ArgumentParser
import RelataCore

/// What a running command gets besides its own options.
struct CommandContext: Sendable {
  let streams: OutputStreams
  let interruption: Interruption?
  let color: ColorMode
  let isJSON: Bool
  let isQuiet: Bool
  /// As typed, without the name of the program.
  let arguments: [String]
  let printer: DiagnosticPrinter

  init(
    streams: OutputStreams, interruption: Interruption?, color: ColorMode, isJSON: Bool,
    isQuiet: Bool, arguments: [String]
  ) {
    self.streams = streams
    self.interruption = interruption
    self.color = color
    self.isJSON = isJSON
    self.isQuiet = isQuiet
    self.arguments = arguments
    printer = DiagnosticPrinter(streams: streams, color: color, isJSON: isJSON, isQuiet: isQuiet)
  }

  /// Colours for standard output.
  var style: TerminalStyle {
    TerminalStyle(color, isTerminal: streams.isOutputTerminal, environment: streams.environment)
  }

  /// One line about what was done, on standard error.
  func say(_ line: String) { printer.say(line) }
}

/// A command of the tree: options as typed, turned into an action and run.
protocol Subcommand: ParsableCommand {
  func run(in context: CommandContext) async throws -> ExitStatus
}
