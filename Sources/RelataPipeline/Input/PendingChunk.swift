import Synchronization

/// Bytes that were read ahead to look at them, handed back once.
final class PendingChunk: Sendable {
  private let chunk: Mutex<[UInt8]?>

  init(_ chunk: [UInt8]) { self.chunk = Mutex(chunk.isEmpty ? nil : chunk) }

  func take() -> [UInt8]? {
    chunk.withLock { chunk in
      defer { chunk = nil }
      return chunk
    }
  }
}
