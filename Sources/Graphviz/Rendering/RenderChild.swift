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
/// The executable calls this first thing, before it parses arguments or opens files:
///
/// ```swift
/// @main struct Tool {
///   static func main() {
///     if let status = RenderChild.runIfRequested(arguments: CommandLine.arguments) { exit(status) }
///     // …
///   }
/// }
/// ```
public enum RenderChild {
  /// The first argument that turns an executable into a render child.
  ///
  /// Not for people.
  public static let argument = "__graphviz-render"

  /// Draws the graph on standard input, if that is what the arguments ask for.
  ///
  /// Limits its own processor time, memory and core files, and moves to the root directory.
  ///
  /// - Parameter arguments: All arguments, the executable's name first.
  /// - Returns: The status to exit with, or nil where the arguments ask for something else.
  public static func runIfRequested(arguments: [String]) -> Int32? {
    guard arguments.count >= 2, arguments[1] == argument else { return nil }
    guard arguments.count == 3,
      let request = try? JSONDecoder().decode(RenderRequest.self, from: Data(arguments[2].utf8))
    else { return 64 }
    limitProcess(request)
    // The answer has a descriptor of its own: whatever the library prints must not spoil it.
    let output = dup(STDOUT_FILENO)
    guard output >= 0, dup2(STDERR_FILENO, STDOUT_FILENO) >= 0,
      write(Data(RenderFrame.magic), to: output)
    else { return 74 }
    let frame = answer(request, readAll(from: STDIN_FILENO))
    guard let bytes = try? frame.encoded(), write(bytes, to: output) else { return 74 }
    return 0
  }

  private static func limitProcess(_ request: RenderRequest) {
    let seconds = min(max(request.timeout, 0.01), 86_400).rounded(.up)
    relata_gv_limit_process(UInt64(seconds) + 1, request.memory)
    // Should the parent die, the child does not outlive it for long.
    alarm(UInt32(seconds) + 5)
    _ = chdir("/")
  }

  private static func answer(_ request: RenderRequest, _ input: Data) -> RenderFrame {
    GraphvizContext.channel = .standardError
    guard let source = String(validating: input, as: UTF8.self) else {
      return RenderFrame(
        header: .init(error: .invalidInput(reason: "the DOT text is not valid UTF-8")))
    }
    let rung = FallbackLadder.Rung(
      engine: request.engine, overrides: request.overrides, limit: request.limit)
    do {
      let (data, warnings) = try InProcessRenderer.render(.text(source), rung, request.format)
      return RenderFrame(header: .init(warnings: warnings), data: data)
    } catch {
      return RenderFrame(header: .init(error: error))
    }
  }

  private static func readAll(from descriptor: Int32) -> Data {
    var result = Data()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count > 0 {
        result.append(contentsOf: buffer[..<count])
      } else if count == 0 || errno != EINTR {
        return result
      }
    }
  }

  private static func write(_ data: Data, to descriptor: Int32) -> Bool {
    data.withUnsafeBytes { bytes in
      var offset = 0
      while offset < bytes.count {
        let count = unistdWrite(
          descriptor, bytes.baseAddress.map { $0 + offset }, bytes.count - offset)
        if count > 0 {
          offset += count
        } else if count < 0, errno == EINTR {
          continue
        } else {
          return false
        }
      }
      return true
    }
  }
}
