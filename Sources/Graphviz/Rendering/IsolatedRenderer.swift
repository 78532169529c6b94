import Dispatch
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

/// Draws in a child process, so that nothing Graphviz does can harm the caller.
///
/// The child is the running executable once more, with ``RenderChild/argument`` as its first argument.
/// It has no environment to speak of, cannot open image files, and is killed when its time is over.
/// A fresh process for each drawing also makes every engine deterministic. May be used from any number
/// of threads at once.
public struct IsolatedRenderer: GraphRenderer {
  /// The program that is started; it must call ``RenderChild/runIfRequested(arguments:)``.
  public var executable: String

  /// - Parameter executable: Path of the program to start; nil for the running one.
  public init(executable: String? = nil) {
    self.executable = executable ?? Self.runningExecutable
  }

  public func render(
    _ source: GraphSource, engine: LayoutEngine, format: OutputFormat, options: RenderOptions
  ) throws(GraphvizError) -> RenderResult {
    try render(source, engine, format, options, handle: { _ in true })
  }

  /// Draws a graph without blocking.
  ///
  /// Cancelling the task kills the child.
  public func render(
    _ source: GraphSource, engine: LayoutEngine = .dot, format: OutputFormat = .svg,
    options: RenderOptions = RenderOptions()
  ) async throws(GraphvizError) -> RenderResult {
    let current = CurrentChild()
    let result: Result<RenderResult, GraphvizError> = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        DispatchQueue.global().async {
          continuation.resume(
            returning: Result { () throws(GraphvizError) -> RenderResult in
              try render(source, engine, format, options, handle: current.begin)
            })
        }
      }
    } onCancel: {
      current.cancel()
    }
    return try result.get()
  }

  /// Draws a graph; `handle` is told of each child before it starts, and says false to stop instead.
  private func render(
    _ source: GraphSource, _ engine: LayoutEngine, _ format: OutputFormat,
    _ options: RenderOptions, handle: (ChildHandle) -> Bool
  ) throws(GraphvizError) -> RenderResult {
    let size: (nodes: Int, edges: Int)?
    let text: String
    switch source {
    case .graph(let graph):
      size = (graph.nodes.count, graph.edges.count)
      text = try graph.source()
    case .text(let given):
      size = nil
      text = given
    }
    let ladder = FallbackLadder(from: engine, options: options)
    var result = try ladder.climbDown { rung throws(GraphvizError) in
      // Where the size is known, a child that would refuse need not be started.
      if let size, !rung.limit.admits(nodes: size.nodes, edges: size.edges) {
        throw .tooLarge(
          engine: rung.engine.rawValue, nodes: size.nodes, edges: size.edges, limit: rung.limit)
      }
      return try attempt(text, rung, format, options, handle)
    }
    if options.sanitizesSVG { try result.sanitize(format) }
    return result
  }

  private func attempt(
    _ text: String, _ rung: FallbackLadder.Rung, _ format: OutputFormat, _ options: RenderOptions,
    _ isWanted: (ChildHandle) -> Bool
  ) throws(GraphvizError) -> (data: Data, warnings: [String]) {
    let timeout = min(max(options.timeout, 0.01), 86_400)
    let request = RenderRequest(
      engine: rung.engine, format: format, overrides: rung.overrides, limit: rung.limit,
      timeout: timeout, memory: options.memory)
    guard let json = try? JSONEncoder().encode(request) else {
      throw .invalidInput(reason: "the timeout is not a finite number")
    }
    let child = ChildProcess(
      executable: executable,
      arguments: [RenderChild.argument, String(decoding: json, as: UTF8.self)],
      environment: Self.environment)
    let handle = ChildHandle()
    guard isWanted(handle) else { throw .cancelled }
    let outcome: ChildProcess.Outcome
    do {
      outcome = try child.run(input: Array(text.utf8), timeout: timeout, handle: handle)
    } catch {
      throw .childUnusable(reason: error.reason)
    }
    if handle.isCancelled { throw .cancelled }
    return try RenderOutcome(outcome, timeout: timeout).result()
  }

  /// `SERVER_NAME` makes Graphviz refuse to open image files.
  ///
  /// The backtracer of the Swift runtime would turn a crash into seconds of waiting.
  private static var environment: [String] {
    var result = ["SERVER_NAME=x", "LC_ALL=C.UTF-8", "SWIFT_BACKTRACE=enable=no"]
    // Where the Swift runtime is found only by this, the child needs it too.
    for name in ["LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"] {
      if let value = getenv(name) { result.append("\(name)=\(String(cString: value))") }
    }
    return result
  }

  private static var runningExecutable: String {
    #if canImport(Darwin)
      var size = UInt32(PATH_MAX)
      var path = [CChar](repeating: 0, count: Int(size))
      guard _NSGetExecutablePath(&path, &size) == 0 else { return CommandLine.arguments[0] }
      return String(cString: path)
    #else
      // Works also when the file was replaced since.
      return "/proc/self/exe"
    #endif
  }
}
