import ArgumentParser
import Foundation
import Graphviz
import RelataCore
import RelataLanguage

/// The command line as a library: parses arguments, runs a command, tells failures, gives the exit status.
public enum RelataTool {
  /// Does one piece of work and ends the process, if this process was started for that.
  ///
  /// To be called before anything else: Graphviz works in a child process of the same program.
  public static func workAsChildIfRequested() {
    RenderChild.runIfRequested()
  }

  /// Runs the program with the arguments, streams and signals of this process.
  public static func main() async -> Int32 {
    // A reader that goes away ends a filter quietly, also where the parent process ignores the signal.
    signal(SIGPIPE, SIG_DFL)
    let arguments = called(CommandLine.arguments)
    let streams = OutputStreams.process()
    let interruption = Interruption(streams: streams)
    let work = Task { await run(arguments, streams: streams, interruption: interruption) }
    interruption.watch { work.cancel() }
    return await work.value
  }

  /// The arguments of a call; under the name `relata-pandoc` the program is that command, because
  /// pandoc gives its filters no arguments but a format.
  static func called(_ words: [String]) -> [String] {
    let name = words.first?.split(separator: "/").last ?? ""
    return (name == "relata-pandoc" ? ["pandoc"] : []) + words.dropFirst()
  }

  /// Runs one command.
  ///
  /// - Returns: The exit status; everything has been written to the streams and flushed.
  public static func run(
    _ arguments: [String], streams: OutputStreams, interruption: Interruption? = nil
  ) async -> Int32 {
    let isJSON = asksForJSON(arguments)
    let color = colorMode(arguments)
    let printer = DiagnosticPrinter(streams: streams, color: color, isJSON: isJSON)
    var status: ExitStatus
    do {
      status = try await perform(arguments, streams: streams, interruption: interruption)
    } catch {
      status = tell(error, with: printer)
    }
    do {
      try streams.out.flush()
    } catch {
      printer.tell(error)
      if status == .success || status == .badInput { status = ExitStatus(error.kind) }
    }
    try? streams.err.flush()
    return status.rawValue
  }

  private static func perform(
    _ arguments: [String], streams: OutputStreams, interruption: Interruption?
  ) async throws -> ExitStatus {
    guard !arguments.isEmpty else {
      streams.note(RelataCommand.shortHelp)
      return .usage
    }
    try refuseUnknownCommand(arguments)
    let command: any ParsableCommand
    do {
      command = try RelataCommand.parseAsRoot(arguments)
    } catch {
      return try answer(error, arguments: arguments, streams: streams)
    }
    guard let command = command as? any Subcommand else {
      do {
        var help = command
        try help.run()
        return .success
      } catch {
        return try answer(error, arguments: arguments, streams: streams)
      }
    }
    if let word = colorWord(arguments) {
      _ = try Choice<ColorMode>(argument: word).value("colour mode")
    }
    let context = CommandContext(
      streams: streams, interruption: interruption, color: colorMode(arguments),
      isJSON: asksForJSON(arguments), isQuiet: arguments.contains { $0 == "--quiet" || $0 == "-q" },
      arguments: arguments)
    return try await command.run(in: context)
  }

  /// Prints help, versions and completion scripts; turns a parser's complaint into an error of ours.
  private static func answer(
    _ error: any Error, arguments: [String], streams: OutputStreams
  ) throws -> ExitStatus {
    let message = RelataCommand.fullMessage(for: error)
    if RelataCommand.exitCode(for: error) == .success {
      try streams.print(message)
      return .success
    }
    if let error = error as? RelataError { throw error }
    let lines = RelataCommand.message(for: error).split(separator: "\n").map(String.init)
    let text = (lines.first ?? "the arguments cannot be understood").lowercasingFirst()
    let command = arguments.first.flatMap { RelataCommand.commandNames.contains($0) ? $0 : nil }
    let help = (["relata"] + (command.map { [$0] } ?? []) + ["--help"]).joined(separator: " ")
    throw RelataError(.usage, code: "RL7001", text.trimmingFinalPeriod(), hint: "see '\(help)'")
  }

  private static func refuseUnknownCommand(_ arguments: [String]) throws(RelataError) {
    guard let first = arguments.first, !first.hasPrefix("-"),
      !RelataCommand.commandNames.contains(first), first != "help"
    else { return }
    let hint =
      Suggestions.hint(for: first, in: RelataCommand.commandNames)
      ?? (FileManager.default.fileExists(atPath: first)
        ? "to read documents, say 'relata build \(first)'" : "'relata --help' lists the commands")
    throw RelataError(.usage, code: "RL7002", "unknown command '\(first)'", hint: hint)
  }

  /// Tells an error that stopped the work.
  private static func tell(_ error: any Error, with printer: DiagnosticPrinter) -> ExitStatus {
    switch error {
    case let error as RelataError:
      printer.tell(error)
      return ExitStatus(error.kind)
    case is CancellationError:
      return .interrupted
    default:
      printer.tell(
        RelataError(
          .internal, code: "RL9701", "unexpected failure: \(error)",
          hint: "please report this with the command that you ran"))
      return .internalError
    }
  }

  /// Whether errors are to be told as JSON: known before parsing, because parsing can fail too.
  static func asksForJSON(_ arguments: [String]) -> Bool {
    for (index, argument) in arguments.enumerated() {
      if argument == "--" { return false }
      if ["--json", "--format=json", "--format=jsonl"].contains(argument) { return true }
      if argument == "--format", index + 1 < arguments.count {
        return ["json", "jsonl"].contains(arguments[index + 1])
      }
    }
    return false
  }

  private static func colorMode(_ arguments: [String]) -> ColorMode {
    colorWord(arguments).flatMap { ColorMode(rawValue: $0) } ?? .auto
  }

  /// What `--color` was given, before parsing.
  private static func colorWord(_ arguments: [String]) -> String? {
    for (index, argument) in arguments.enumerated() {
      if argument.hasPrefix("--color=") { return String(argument.dropFirst(8)) }
      if argument == "--color", index + 1 < arguments.count { return arguments[index + 1] }
    }
    return nil
  }
}

extension String {
  /// The text with its first letter in lower case, unless a capital follows, as in an abbreviation.
  fileprivate func lowercasingFirst() -> String {
    guard let first, let second = dropFirst().first, !second.isUppercase else { return self }
    return first.lowercased() + dropFirst()
  }

  fileprivate func trimmingFinalPeriod() -> String { hasSuffix(".") ? String(dropLast()) : self }
}
