import Foundation

/// Gives its bytes once, then nil.
final class OneChunk: @unchecked Sendable {  // `bytes` is only touched under `lock`.
  private let lock = NSLock()
  private var bytes: [UInt8]?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func take() -> [UInt8]? {
    lock.withLock {
      defer { bytes = nil }
      return bytes
    }
  }
}
