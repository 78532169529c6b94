import Foundation
import RelataCore

/// A file read front to back in chunks of 64 KiB; works for pipes too.
final class FileBytes {
  private let path: String
  private let descriptor: Int32

  /// Opens the file.
  ///
  /// - Throws: ``RelataError`` RL1001, RL1002 or RL1003.
  init(path: String) throws(RelataError) {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw ReadingError.cannotOpen(path, errno: errno) }
    self.path = path
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// The next bytes, or nil at the end.
  func next() throws(RelataError) -> [UInt8]? {
    let capacity = 1 << 16
    var failure: Int32 = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      var received = read(descriptor, buffer.baseAddress, capacity)
      while received < 0 && errno == EINTR {
        received = read(descriptor, buffer.baseAddress, capacity)
      }
      if received < 0 { failure = errno }
      count = max(0, received)
    }
    guard failure == 0 else { throw ReadingError.cannotRead(path, errno: failure) }
    return chunk.isEmpty ? nil : chunk
  }
}
