import RelataCore
import RelataIsolation

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Has `relata-read` parse a file, in a process of its own.
///
/// Parsers of office files, mail and PDF read what others made, in C; what they use up is limited, and what
/// happens to them happens to nobody else. The program lies beside the one that runs, or in `../libexec`.
/// Safe to use from several threads.
package struct ParsingChild: Sendable {
  static let exchange = ChildProtocol<ParsingRequest, ParsingReport>(
    argument: "__parse", magic: "RRD1")

  /// Seconds for one file, by the clock and of processor time.
  static let seconds = 60.0
  /// The same where pictures of text are read, which takes seconds a page.
  package static let secondsOfPictures = 600.0
  /// Bytes of address space for one file.
  static let memory: UInt64 = 2 << 30
  /// Files of more bytes are not read.
  static let largestFile = 512 << 20

  /// The path of the program; nil where there is none.
  static var program: String? {
    let own =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: RunningProgram.path))
      ?? RunningProgram.path
    let folder = own.lastIndex(of: "/").map { String(own[..<$0]) } ?? "."
    return ["\(folder)/relata-read", "\(folder)/../libexec/relata-read"]
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// The documents of a file, and what of it could not be read.
  ///
  /// - Throws: ``RelataError`` RL1011, RL1016 or RL1019 where nothing came back.
  static func parse(
    _ bytes: [UInt8], format: InputFormat, file: String, recognizer: TextRecognizer? = nil
  ) throws(RelataError) -> ParsingReport {
    guard bytes.count <= largestFile else {
      throw ReadingError.problem(.init(.tooLarge, "it is larger than 512 MB"), in: file)
    }
    guard let program else { throw ReadingError.noParser(file, format: format) }
    let outcome: ChildOutcome
    do {
      let child = try exchange.child(
        program,
        for: ParsingRequest(format: format, name: FileName(file).name, recognizer: recognizer))
      let seconds = recognizer == nil ? seconds : secondsOfPictures
      outcome = try child.run(input: bytes, timeout: seconds + 5, handle: ChildHandle())
    } catch {
      throw ReadingError.parserFailed(file, "it cannot be started: \(error)")
    }
    if let frame = exchange.frame(in: outcome) { return frame.header }
    switch outcome.ending {
    case .timedOut: throw ReadingError.parserFailed(file, "it took too long")
    case .signalled(let signal):
      throw ReadingError.parserFailed(file, "it was ended by signal \(signal)")
    case .exited(let status):
      throw ReadingError.parserFailed(file, "it ended with status \(status)")
    case .strange: throw ReadingError.parserFailed(file, "another program answered")
    }
  }
}

/// What is known of the program from outside, for a report of what is installed.
public enum ParsingInstallation {
  /// The path of `relata-read`, the program that parses office files, mail and PDF; nil where it is missing.
  public static var program: String? { ParsingChild.program }
}

/// The other end: what `relata-read` does first and last.
package enum ParsingProgram {
  /// Answers a request to parse, if the arguments are one.
  ///
  /// - Parameters:
  ///   - arguments: All arguments, the program's name first.
  ///   - parse: Parses the bytes of a file.
  /// - Returns: The status to exit with; nil where the arguments ask for something else.
  package static func status(
    arguments: [String], parse: (ParsingRequest, [UInt8]) -> ParsingReport
  ) -> Int32? {
    ParsingChild.exchange.status(
      arguments: arguments,
      limits: {
        ChildLimits(
          seconds: $0.recognizer == nil ? ParsingChild.seconds : ParsingChild.secondsOfPictures,
          memory: ParsingChild.memory)
      },
      answer: { ChildFrame(header: parse($0, Array($1))) })
  }
}
