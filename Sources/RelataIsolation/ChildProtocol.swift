import Synchronization

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// How a program and its isolated child speak, seen from both sides.
///
/// The child is the same program or another one, started with ``argument`` first and the request as JSON
/// after it; what is to be worked on comes on its standard input. It greets with ``magic``, limits itself,
/// works, and answers with a ``ChildFrame``.
package final class ChildProtocol<
  Request: Codable & Sendable, Header: Codable & Sendable
>: Sendable {
  /// The first argument that turns a program into this child.
  package let argument: String
  /// The first bytes of every answer.
  package let magic: [UInt8]
  private let hook = Mutex(false)

  package init(argument: String, magic: String) {
    self.argument = argument
    self.magic = Array(magic.utf8)
  }

  // MARK: The parent's side

  /// Whether this program asked for ``status(arguments:limits:answer:)``, so that it can be its own child.
  package var hasHook: Bool { hook.withLock { $0 } }

  /// The child for a request.
  ///
  /// - Parameters:
  ///   - executable: The program's path.
  ///   - request: What it is to do.
  ///   - variables: Variables of its environment besides ``ChildEnvironment/variables(adding:)``.
  /// - Returns: The child, not started yet; it owes the magic as its greeting.
  /// - Throws: Where the request cannot be written as JSON, as with a number that is not finite.
  package func child(
    _ executable: String, for request: Request, variables: [String] = []
  ) throws -> ChildProcess {
    let json = try JSONEncoder().encode(request)
    return ChildProcess(
      executable: executable, arguments: [argument, String(decoding: json, as: UTF8.self)],
      environment: ChildEnvironment.variables(adding: variables), greeting: .init(magic))
  }

  /// Whether a child is one of these, whatever became of it.
  package func isGreeted(_ outcome: ChildOutcome) -> Bool { outcome.output.starts(with: magic) }

  /// The answer; nil where the child did not come to its end.
  package func frame(in outcome: ChildOutcome) -> ChildFrame<Header>? {
    guard isGreeted(outcome) else { return nil }
    return ChildFrame(decoding: outcome.output.dropFirst(magic.count))
  }

  // MARK: The child's side

  /// Answers the request in the arguments, if there is one.
  ///
  /// To be called before the program does anything else.
  ///
  /// - Parameters:
  ///   - arguments: All arguments, the program's name first.
  ///   - limits: What this request may use up.
  ///   - answer: Does the work; told the request and what came on standard input.
  /// - Returns: The status to exit with, or nil where the arguments ask for something else.
  package func status(
    arguments: [String], limits: (Request) -> ChildLimits,
    answer: (Request, Data) -> ChildFrame<Header>
  ) -> Int32? {
    hook.withLock { $0 = true }
    guard arguments.count >= 2, arguments[1] == argument else { return nil }
    guard arguments.count == 3,
      let request = try? JSONDecoder().decode(Request.self, from: Data(arguments[2].utf8))
    else { return ExitStatus.usage }
    limits(request).apply()
    // The answer has a descriptor of its own: whatever a library prints must not spoil it.
    let output = dup(STDOUT_FILENO)
    guard output >= 0, dup2(STDERR_FILENO, STDOUT_FILENO) >= 0,
      Descriptor.writeAll(Data(magic), to: output)
    else { return ExitStatus.inputOutput }
    let frame = answer(request, Descriptor.readAll(from: STDIN_FILENO))
    guard let bytes = try? frame.encoded(), Descriptor.writeAll(bytes, to: output) else {
      return ExitStatus.inputOutput
    }
    return 0
  }

  /// As in sysexits.h.
  private enum ExitStatus {
    static var usage: Int32 { 64 }
    static var inputOutput: Int32 { 74 }
  }
}
