import Foundation
import RelataCore

/// Standard input in chunks.
enum StandardInput {
  /// Waits for more bytes; nil at the end.
  ///
  /// Gives up soon after the task is cancelled.
  static func nextChunk() throws -> [UInt8]? {
    var descriptor = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    while true {
      let ready = poll(&descriptor, 1, 100)
      if Task.isCancelled { throw CancellationError() }
      if ready < 0, errno != EINTR { throw failure(errno) }
      if ready > 0 { break }
    }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(0, &chunk, chunk.count)
      if count > 0 { return Array(chunk.prefix(count)) }
      if count == 0 { return nil }
      if errno != EINTR { throw failure(errno) }
    }
  }

  private static func failure(_ code: Int32) -> RelataError {
    RelataError(
      .noInput, code: "RL7203", "cannot read standard input: \(SystemError.text(code))",
      hint: "check what is piped in")
  }
}
