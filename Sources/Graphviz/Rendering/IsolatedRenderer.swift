import Dispatch
import RelataIsolation

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Draws in a child process, so that nothing Graphviz does can harm the caller.
///
/// The child is the running program once more, with ``RenderChild/argument`` as its first argument.
/// It has no environment to speak of, cannot open image files, and is killed when its time is over.
/// A fresh process for each drawing also makes the engines deterministic, all but `fdp`: see
/// ``LayoutEngine/fdp``. May be used from any number of threads at once.
///
/// The program must call ``RenderChild/runIfRequested()`` first thing in its main function. One that does
/// not is refused with ``GraphvizError/childUnusable(reason:)`` before it is started, and another program
/// that is no render child is known by its first bytes.
public struct IsolatedRenderer: GraphRenderer {
  /// The program that is started; it must call ``RenderChild/runIfRequested()``.
  public var executable: String

  /// - Parameter executable: Path of the program to start; nil for the running one.
  public init(executable: String? = nil) {
    self.executable = executable ?? RunningProgram.path
  }

  /// Draws a graph, blocking until it is done.
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
    try checkHook()
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
    try result.finish(format, options)
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
    // SERVER_NAME makes Graphviz refuse to open image files.
    guard
      let child = try? RenderChild.exchange.child(
        executable, for: request, variables: ["SERVER_NAME=x"])
    else { throw .invalidInput(reason: "the timeout is not a finite number") }
    let handle = ChildHandle()
    guard isWanted(handle) else { throw .cancelled }
    let outcome: ChildOutcome
    do {
      outcome = try child.run(input: Array(text.utf8), timeout: timeout, handle: handle)
    } catch {
      throw .childUnusable(reason: error.reason)
    }
    if handle.isCancelled { throw .cancelled }
    return try RenderOutcome(outcome, timeout: timeout).result()
  }

  /// A program that cannot be its own child would only run itself: it is told so, and not started.
  private func checkHook() throws(GraphvizError) {
    guard executable == RunningProgram.path, !RenderChild.exchange.hasHook else { return }
    throw .childUnusable(reason: "this program does not call it in its main function")
  }
}
