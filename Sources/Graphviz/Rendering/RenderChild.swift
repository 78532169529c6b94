import CGraphviz
import RelataIsolation

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

/// The other end of ``IsolatedRenderer``: draws one graph in a process of its own.
///
/// The program calls this first thing, before it parses arguments or opens files:
///
/// ```swift
/// @main struct Tool {
///   static func main() {
///     RenderChild.runIfRequested()
///     // …
///   }
/// }
/// ```
///
/// A program that does not is refused by ``IsolatedRenderer`` before anything is started.
public enum RenderChild {
  /// The first argument that turns a program into a render child.
  ///
  /// Not for people.
  public static let argument = "__graphviz-render"

  static let exchange = ChildProtocol<RenderRequest, RenderHeader>(
    argument: argument, magic: "RGV1")

  /// Draws the graph on standard input and ends the process, if this process was started to do that;
  /// returns at once otherwise.
  ///
  /// A child limits its own processor time, memory and core files, and moves to the root directory.
  public static func runIfRequested() {
    if let status = status(arguments: CommandLine.arguments) { exit(status) }
  }

  /// As ``runIfRequested()``, for callers that end the process themselves.
  ///
  /// - Parameter arguments: All arguments, the program's name first.
  /// - Returns: The status to exit with, or nil where the arguments ask for something else.
  package static func status(arguments: [String]) -> Int32? {
    exchange.status(
      arguments: arguments,
      limits: { ChildLimits(seconds: $0.timeout, memory: $0.memory) }, answer: answer)
  }

  private static func answer(
    _ request: RenderRequest, _ input: Data
  ) -> ChildFrame<RenderHeader> {
    GraphvizContext.channel = .standardError
    guard let source = String(validating: input, as: UTF8.self) else {
      return ChildFrame(
        header: RenderHeader(error: .invalidInput(reason: "the DOT text is not valid UTF-8")))
    }
    let rung = FallbackLadder.Rung(
      engine: request.engine, overrides: request.overrides, limit: request.limit)
    do {
      let (data, warnings) = try InProcessRenderer.render(.text(source), rung, request.format)
      return ChildFrame(header: RenderHeader(warnings: warnings), data: data)
    } catch {
      return ChildFrame(header: RenderHeader(error: error))
    }
  }
}
